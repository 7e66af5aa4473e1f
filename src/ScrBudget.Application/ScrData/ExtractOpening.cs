using ScrBudget.Domain;

namespace ScrBudget.Application.ScrData;

/// <summary>Opens a file by what its first bytes say that it is; a name may lie, or be lost on the way.</summary>
internal static class ExtractOpening
{
    /// <param name="stream">Can seek; it stays open.</param>
    public static Outcome<ExtractRows> Open(
        Stream stream,
        string fileName,
        ExtractChoices choices,
        CancellationToken cancellation
    )
    {
        stream.Position = 0;
        Span<byte> start = stackalloc byte[8];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.IsEmpty)
        {
            return ExtractRefusals.Empty;
        }

        if (WorkbookGuard.IsOle(start))
        {
            return WorkbookGuard.OleRefusal(stream);
        }

        if (WorkbookGuard.IsZip(start))
        {
            return WorkbookRows.Open(stream, choices);
        }

        return fileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? ExtractRefusals.NotAWorkbook
            : CsvRows.Open(stream, choices, cancellation);
    }
}
