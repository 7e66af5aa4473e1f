using System.Buffers.Binary;

namespace ScrBudget.Documents.Excel;

/// <summary>Sets one fixed time in every entry of a ZIP file, in place, however large the file is.</summary>
internal static class ZipTimes
{
    // ZIP application note 4.3: the records' lengths and the offset of the four bytes of time and date in each.
    private const uint EndOfDirectory = 0x06054B50;
    private const int EndLength = 22;
    private const int DirectoryEntryLength = 46;
    private const int TimeInDirectory = 12;
    private const int TimeInEntry = 10;

    // 1 January 1980, 00:00, the first moment that ZIP knows.
    private static readonly byte[] FixedTime = [0x00, 0x00, 0x21, 0x00];

    /// <param name="archive">Without a comment at its end, and below 4 GB.</param>
    /// <exception cref="InvalidDataException">It does not end as such an archive does.</exception>
    public static async Task FixAsync(Stream archive, CancellationToken cancellation)
    {
        var end = await ReadAsync(archive, archive.Length - EndLength, EndLength, cancellation);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndOfDirectory)
        {
            throw new InvalidDataException("The archive does not end with its directory.");
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12));
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        var directory = await ReadAsync(archive, start, checked((int)length), cancellation);
        var at = 0;
        for (var index = 0; index < count; index++)
        {
            var entry = directory.AsMemory(at);
            FixedTime.CopyTo(entry[TimeInDirectory..]);
            archive.Position = Read32(entry, 42) + TimeInEntry;
            await archive.WriteAsync(FixedTime, cancellation);
            // The name, the extra field and the comment follow each entry.
            at += DirectoryEntryLength + Read16(entry, 28) + Read16(entry, 30) + Read16(entry, 32);
        }

        archive.Position = start;
        await archive.WriteAsync(directory, cancellation);
        archive.Position = archive.Length;
    }

    private static async Task<byte[]> ReadAsync(
        Stream archive,
        long position,
        int length,
        CancellationToken cancellation
    )
    {
        var bytes = new byte[length];
        archive.Position = position;
        await archive.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private static ushort Read16(ReadOnlyMemory<byte> entry, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(entry.Span[at..]);

    private static uint Read32(ReadOnlyMemory<byte> entry, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(entry.Span[at..]);
}
