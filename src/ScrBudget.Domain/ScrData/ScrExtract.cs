using System.Globalization;

namespace ScrBudget.Domain.ScrData;

/// <summary>One file of a snapshot, as received.</summary>
public sealed class ScrExtract
{
    public const int FileNameLength = 260;
    public const int SourceLength = 80;
    public const int LayoutLength = 400;

    /// <param name="number">From 1, in the order given.</param>
    /// <param name="fileSha256">Of the bytes as received, lower-case hexadecimal.</param>
    /// <param name="source">What the columns were remembered under; null for none.</param>
    public ScrExtract(int number, string fileName, string fileSha256, string? source)
    {
        Number = number;
        FileName = fileName.Length <= FileNameLength ? fileName : fileName[^FileNameLength..];
        FileSha256 = fileSha256;
        Source = source;
    }

    public int Number { get; private set; }

    public string FileName { get; private set; }

    public string FileSha256 { get; private set; }

    public string? Source { get; private set; }

    /// <summary>How it was read: <c>CSV, comma, UTF-8, header in row 3</c>.</summary>
    public string Layout { get; private set; } = string.Empty;

    /// <summary>Rows below the header that are not blank and no totals.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows that became records.</summary>
    public int Records { get; private set; }

    /// <summary>Errors found, each in a row that was left out.</summary>
    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    public void Complete(string layout, int rows, int records, int errors, int warnings)
    {
        Layout = layout.Length <= LayoutLength ? layout : layout[..LayoutLength];
        Rows = rows;
        Records = records;
        Errors = errors;
        Warnings = warnings;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{FileName} ({Layout}): {Records} records from {Rows} rows, {Errors} errors, {Warnings} warnings, SHA-256 of the file {FileSha256}"
        );

    internal IEnumerable<object?> State() =>
        [Number, FileName, FileSha256, Source, Layout, Rows, Records, Errors, Warnings];
}
