using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ScrBudget.Documents.Word;

/// <summary>Office files are ZIP archives, and ZIP entries carry the clock: here they do not.</summary>
internal static class ZipEntries
{
    // ZIP application note 4.3: the record signatures and the offset of the four bytes of time and date in each.
    private const uint EndOfDirectory = 0x06054B50;
    private const uint DirectoryEntry = 0x02014B50;
    private const int EndLength = 22;
    private const int DirectoryEntryLength = 46;
    private const int TimeInDirectory = 12;
    private const int TimeInEntry = 10;

    // 1 January 1980, 00:00, the first moment that ZIP knows: (month 1 << 5 | day 1) << 16.
    private const uint FixedTime = 0x0021_0000;

    private static readonly DateTimeOffset FirstMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Sets one fixed time in every entry, in place: nothing is compressed again.</summary>
    public static void FixTimes(Span<byte> archive)
    {
        var end = archive.Length - EndLength;
        while (Read32(archive, end) != EndOfDirectory)
        {
            end--;
        }
        int count = Read16(archive, end + 10);
        var entry = (int)Read32(archive, end + 16);
        for (var index = 0; index < count && Read32(archive, entry) == DirectoryEntry; index++)
        {
            var local = (int)Read32(archive, entry + 42);
            BinaryPrimitives.WriteUInt32LittleEndian(archive[(entry + TimeInDirectory)..], FixedTime);
            BinaryPrimitives.WriteUInt32LittleEndian(archive[(local + TimeInEntry)..], FixedTime);
            // The name, the extra field and the comment follow each entry.
            var variable = Read16(archive, entry + 28) + Read16(archive, entry + 30) + Read16(archive, entry + 32);
            entry += DirectoryEntryLength + variable;
        }
    }

    /// <summary>An archive of UTF-8 texts in the given order.</summary>
    public static byte[] Write(IEnumerable<(string Path, string Text)> entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in entries)
            {
                var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
                entry.LastWriteTime = FirstMoment;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return file.ToArray();
    }

    private static ushort Read16(ReadOnlySpan<byte> archive, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(archive[at..]);

    private static uint Read32(ReadOnlySpan<byte> archive, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(archive[at..]);
}
