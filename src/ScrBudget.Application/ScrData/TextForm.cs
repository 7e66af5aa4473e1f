using System.Text;

namespace ScrBudget.Application.ScrData;

/// <summary>How the bytes of a text file are to be read as characters.</summary>
/// <param name="Name">As people know it: <c>Windows-1252</c>.</param>
/// <param name="Start">The first byte after a byte order mark.</param>
internal sealed record TextForm(Encoding Encoding, string Name, int Start)
{
    private const int SampleBytes = 1 << 14;

    /// <summary>Of the sample's bytes, the share of control characters from which on a file is no text.</summary>
    private const double BinaryShare = 0.02;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, true);

    /// <summary>Reads the whole stream where only that tells UTF-8 from Windows-1252. Null when the file is not text.</summary>
    public static TextForm? Of(Stream stream, CancellationToken cancellation)
    {
        stream.Position = 0;
        var buffer = new byte[SampleBytes];
        var sample = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        if (ByMark(sample) is { } marked)
        {
            return marked;
        }

        if (Utf16WithoutMark(sample) is { } utf16)
        {
            return utf16;
        }

        if (IsBinary(sample))
        {
            return null;
        }

        return IsUtf8(stream, cancellation)
            ? new TextForm(Utf8, "UTF-8", 0)
            : new TextForm(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "Windows-1252", 0);
    }

    /// <summary>A reader from the first character on; it leaves the stream open and throws where bytes are no text.</summary>
    public StreamReader Open(Stream stream)
    {
        stream.Position = Start;
        return new StreamReader(
            stream,
            Encoding,
            detectEncodingFromByteOrderMarks: false,
            bufferSize: 1 << 16,
            leaveOpen: true
        );
    }

    private static TextForm? ByMark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new TextForm(Utf8, "UTF-8", 3),
            [0xFF, 0xFE, ..] => new TextForm(Utf16(bigEndian: false), "UTF-16", 2),
            [0xFE, 0xFF, ..] => new TextForm(Utf16(bigEndian: true), "UTF-16 (big-endian)", 2),
            _ => null,
        };

    /// <summary>Of mostly Latin text in UTF-16 every second byte is zero.</summary>
    private static TextForm? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        Span<int> zeros = [0, 0];
        for (var i = 0; i < bytes.Length; i++)
        {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }

        var half = bytes.Length / 2;
        if (half < 8)
        {
            return null;
        }

        return (zeros[0] * 10 > half * 7, zeros[1] * 10 > half * 7) switch
        {
            (false, true) => new TextForm(Utf16(bigEndian: false), "UTF-16", 0),
            (true, false) => new TextForm(Utf16(bigEndian: true), "UTF-16 (big-endian)", 0),
            _ => null,
        };
    }

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false, true);

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
        {
            return true;
        }

        var controls = 0;
        foreach (var value in bytes)
        {
            controls += value < 0x20 && value is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D) ? 1 : 0;
        }

        // A few may have slipped into text: those are removed, with a warning.
        return controls > 8 && controls > bytes.Length * BinaryShare;
    }

    private static bool IsUtf8(Stream stream, CancellationToken cancellation)
    {
        stream.Position = 0;
        var buffer = new byte[1 << 16];
        var kept = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var bytes = buffer.AsSpan(0, kept + read);
            if (read == 0)
            {
                return Utf8IsValid(bytes);
            }

            // A character may lie across two reads: it goes with the next one.
            kept = UnfinishedLength(bytes);
            if (!Utf8IsValid(bytes[..^kept]))
            {
                return false;
            }

            bytes[^kept..].CopyTo(buffer);
        }
    }

    private static bool Utf8IsValid(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    /// <summary>Bytes at the end that begin a character without finishing it: up to three.</summary>
    private static int UnfinishedLength(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var value = bytes[^back];
            if ((value & 0b1100_0000) == 0b1000_0000)
            {
                continue;
            }

            var length = value switch
            {
                >= 0xF0 => 4,
                >= 0xE0 => 3,
                >= 0xC0 => 2,
                _ => 1,
            };
            return length > back ? back : 0;
        }

        return 0;
    }
}
