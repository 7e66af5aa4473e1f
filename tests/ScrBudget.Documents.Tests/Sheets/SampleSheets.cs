namespace ScrBudget.Documents.Tests.Sheets;

/// <summary>Lists as the product exports them.</summary>
internal static class SampleSheets
{
    public const string Title = "Disruptions, FY 2018–2022";
    public const string Note = "SYNTHETIC DATA: invented, \"not\" results.";

    public static IReadOnlyList<SheetColumn> Columns { get; } =
    [new("Category"), new("FY 2022", SheetColumnKind.WholeNumber), new("Approved on", SheetColumnKind.Date)];

    public static DataSheet Of(params IReadOnlyList<SheetCell>[] rows) =>
        new(Title, [Note], Columns, rows.ToAsyncEnumerable());

    /// <summary>Rows that are made while they are read.</summary>
    public static DataSheet Long(int rows) =>
        new(
            Title,
            [Note],
            Columns,
            Enumerable
                .Range(1, rows)
                .Select(IReadOnlyList<SheetCell> (number) => ["Cyber", number, new DateOnly(2022, 3, 1)])
                .ToAsyncEnumerable()
        );
}
