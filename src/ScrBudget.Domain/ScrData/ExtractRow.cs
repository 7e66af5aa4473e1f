namespace ScrBudget.Domain.ScrData;

/// <summary>One row of an extract as text, fields by column, trimmed; empty for a column that the file has not.</summary>
/// <param name="number">As a spreadsheet shows it, from 1.</param>
/// <param name="fields">In the order of <see cref="ExtractColumns.All"/>.</param>
public sealed class ExtractRow(int number, IReadOnlyList<string> fields)
{
    public int Number { get; } = number;

    /// <summary>May a number in a date column be the serial number of a day, as workbooks keep it?</summary>
    public bool HasSerialDates { get; init; }

    /// <summary>Columns, as bits, whose field held characters that cannot be printed; they are removed.</summary>
    public int CleanedColumns { get; init; }

    /// <summary>Columns, as bits, whose field began with a tab or a line end, which spreadsheets skip before a formula.</summary>
    public int IndentedColumns { get; init; }

    public string this[ExtractColumn column] => fields[(int)column];

    public static int Bit(ExtractColumn column) => 1 << (int)column;
}
