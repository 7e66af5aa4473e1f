using System.IO.Compression;
using System.Text;
using ScrBudget.Domain;

namespace ScrBudget.Application.ScrData;

/// <summary>Looks at a workbook's ZIP before it is read, for a small one can inflate to more than any memory holds.</summary>
internal static class WorkbookGuard
{
    /// <summary>Largest workbook, in bytes: about 800,000 rows.</summary>
    public const long MaximumBytes = 50L << 20;

    /// <summary>All of its parts inflated, in bytes.</summary>
    public const long MaximumInflatedBytes = 400L << 20;

    /// <summary>The parts that stay in memory while the sheet is read (its texts and styles), inflated, in bytes.</summary>
    public const long MaximumHeldBytes = 100L << 20;

    /// <summary>Parts; a real workbook has some dozens.</summary>
    public const int MaximumParts = 10_000;

    private static ReadOnlySpan<byte> Ole => [0xD0, 0xCF, 0x11, 0xE0];

    public static bool IsZip(ReadOnlySpan<byte> start) =>
        start is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    /// <summary>The container of old Office files, and of protected ones whatever their age.</summary>
    public static bool IsOle(ReadOnlySpan<byte> start) => start.StartsWith(Ole);

    /// <summary>Which of the two: a protected workbook names the stream that holds its encrypted ZIP.</summary>
    public static Refusal OleRefusal(Stream stream)
    {
        var name = Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[(1 << 16) + name.Length];
        stream.Position = 0;
        var kept = 0;
        int read;
        while (stream.Position <= MaximumBytes && (read = stream.Read(buffer, kept, 1 << 16)) > 0)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (bytes.IndexOf(name) >= 0)
            {
                return ExtractRefusals.Encrypted;
            }

            kept = Math.Min(name.Length, bytes.Length);
            bytes[^kept..].CopyTo(buffer);
        }

        return ExtractRefusals.OldWorkbook;
    }

    /// <returns>Why it is not to be read; null when it may be.</returns>
    public static Refusal? Check(Stream stream)
    {
        if (stream.Length > MaximumBytes)
        {
            return ExtractRefusals.WorkbookTooLarge(MaximumBytes);
        }

        try
        {
            stream.Position = 0;
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (!zip.Entries.Any(part => part.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            {
                return ExtractRefusals.NotAWorkbook;
            }

            // What a part says of its length binds: no more than that is ever inflated of it.
            return
                zip.Entries.Count > MaximumParts
                || zip.Entries.Sum(Inflated) > MaximumInflatedBytes
                || zip.Entries.Where(IsHeld).Sum(Inflated) > MaximumHeldBytes
                ? ExtractRefusals.WorkbookInflates(MaximumInflatedBytes, MaximumParts)
                : null;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or ArgumentException)
        {
            return ExtractRefusals.DamagedWorkbook;
        }
    }

    private static bool IsHeld(ZipArchiveEntry part) =>
        part.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)
        || part.Name.Equals("styles.xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Cut, so that no sum of lies overflows.</summary>
    private static long Inflated(ZipArchiveEntry part) =>
        part.Length is >= 0 and <= MaximumInflatedBytes ? part.Length : MaximumInflatedBytes + 1;
}
