namespace ScrBudget.Domain.ScrData;

/// <summary>The columns of an extract, in the order in which they are written.</summary>
public enum ExtractColumn
{
    ScrNumber,
    CaseNumber,
    ScrType,
    Category,
    Subcategory,
    ApprovedDate,
    TcoInvolvement,
    Association,
    CrossesBorders,
    Office,
}

/// <summary>
/// The form of an extract: ten columns, all present (a misspelt header would otherwise pass for an empty column), in any
/// order, their names in any case.
/// </summary>
public static class ExtractColumns
{
    private static readonly (string Name, int Length)[] Columns =
    [
        ("SCR Number", ScrRecord.NumberLength),
        ("Case Number", ScrRecord.NumberLength),
        ("SCR Type", 40),
        ("Category", ScrCategory.NameLength),
        ("Subcategory", ScrSubcategory.NameLength),
        ("Approved Date", 40),
        ("TCO Involvement", 40),
        ("Association of Individuals", 40),
        ("Crosses International Borders", 40),
        ("Office", ScrRecord.OfficeLength),
    ];

    public static IReadOnlyList<ExtractColumn> All { get; } = Enum.GetValues<ExtractColumn>();

    public static int Count => Columns.Length;

    /// <summary>As the header has it: <c>Approved Date</c>.</summary>
    public static string Name(this ExtractColumn column) => Columns[(int)column].Name;

    /// <summary>Characters that a field of this column may have.</summary>
    public static int MaximumLength(this ExtractColumn column) => Columns[(int)column].Length;
}

/// <summary>Which field of a row is which column.</summary>
public sealed class ExtractHeader
{
    private ExtractHeader(int[] positions, int fieldCount, IReadOnlyList<ExtractProblem> problems) =>
        (Positions, FieldCount, Problems) = (positions, fieldCount, problems);

    /// <summary>The field's index, by column.</summary>
    public IReadOnlyList<int> Positions { get; }

    /// <summary>Fields that every row must have.</summary>
    public int FieldCount { get; }

    /// <summary>Columns that are not read: warnings.</summary>
    public IReadOnlyList<ExtractProblem> Problems { get; }

    public static Outcome<ExtractHeader> Parse(IReadOnlyList<string> names)
    {
        var positions = new int[ExtractColumns.Count];
        Array.Fill(positions, -1);
        var problems = new List<ExtractProblem>();
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i].Trim();
            var column = ExtractColumns
                .All.Where(known => string.Equals(known.Name(), name, StringComparison.OrdinalIgnoreCase))
                .Select(known => (ExtractColumn?)known)
                .FirstOrDefault();
            if (column is null)
            {
                problems.Add(NotRead(name));
            }
            else if (positions[(int)column] >= 0)
            {
                return new Refusal(
                    "extract-column-twice",
                    $"The column “{name}” appears twice in the header (row 1). Remove one of them, so that it is clear which counts."
                );
            }
            else
            {
                positions[(int)column] = i;
            }
        }

        var missing = ExtractColumns
            .All.Where(column => positions[(int)column] < 0)
            .Select(column => column.Name())
            .ToList();
        return missing.Count == 0
            ? new ExtractHeader(positions, names.Count, problems)
            : new Refusal(
                "extract-columns-missing",
                $"The header (row 1) lacks {(missing.Count == 1 ? "the column" : "the columns")} {string.Join(", ", missing)}. "
                    + $"Export the extract as CSV with commas and these columns: {string.Join(", ", ExtractColumns.All.Select(column => column.Name()))}."
            )
            {
                Details = [.. missing],
            };
    }

    private static ExtractProblem NotRead(string name) =>
        new(
            1,
            ExtractProblem.Shorten(name),
            ProblemCodes.ColumnNotRead,
            ExtractProblem.Shorten(name),
            "This column is not part of the form and is not read. Check that it is not a misspelt one.",
            ProblemSeverity.Warning
        );
}

/// <summary>One row of an extract as text, fields by column, trimmed.</summary>
public sealed class ExtractRow(int number, IReadOnlyList<string> fields)
{
    /// <summary>The header is row 1.</summary>
    public int Number { get; } = number;

    /// <param name="column">Of the fields in the order of <see cref="ExtractColumns.All"/>.</param>
    public string this[ExtractColumn column] => fields[(int)column];
}
