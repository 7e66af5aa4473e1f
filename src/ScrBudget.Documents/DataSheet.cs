using System.Globalization;

namespace ScrBudget.Documents;

/// <summary>
/// A finished list for spreadsheets: what it is and how to read it, then a header and rows. Both writers read the rows one
/// after the other, so that memory does not grow with them.
/// </summary>
/// <param name="Title">What the list is; the first line of the file.</param>
/// <param name="Notes">Lines between title and header: that data is synthetic, caveats, source.</param>
/// <param name="Rows">Read once; each has a cell for every column.</param>
public sealed record DataSheet(
    string Title,
    IReadOnlyList<string> Notes,
    IReadOnlyList<SheetColumn> Columns,
    IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows
)
{
    /// <summary>Lines above the first row of data.</summary>
    public int HeaderRows => 1 + Notes.Count + 1;
}

/// <summary>What a column holds; a cell may still hold words, such as <em>fewer than 5</em>.</summary>
public enum SheetColumnKind
{
    Text,
    WholeNumber,
    Date,
}

/// <summary>A column of a <see cref="DataSheet"/>.</summary>
/// <param name="Header">What it holds, with the unit of numbers.</param>
public sealed record SheetColumn(string Header, SheetColumnKind Kind = SheetColumnKind.Text);

/// <summary>A cell: text, a whole number, a date, or nothing.</summary>
public readonly record struct SheetCell
{
    private SheetCell(string? text, long? number, DateOnly? date) => (Text, Number, Date) = (text, number, date);

    public static SheetCell Empty { get; }

    public string? Text { get; }

    public long? Number { get; }

    public DateOnly? Date { get; }

    public static implicit operator SheetCell(string? text) => new(text, null, null);

    public static implicit operator SheetCell(long number) => new(null, number, null);

    public static implicit operator SheetCell(DateOnly date) => new(null, null, date);

    /// <summary>As plain text: numbers without separators, dates as <c>2022-03-01</c>.</summary>
    public override string ToString() =>
        Number?.ToString(CultureInfo.InvariantCulture)
        ?? Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ?? Text
        ?? string.Empty;
}
