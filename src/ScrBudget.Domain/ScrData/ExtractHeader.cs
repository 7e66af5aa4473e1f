namespace ScrBudget.Domain.ScrData;

/// <summary>Which field of a row is which column.</summary>
public sealed class ExtractHeader
{
    private ExtractHeader(
        int row,
        IReadOnlyList<int> positions,
        int fieldCount,
        IReadOnlyList<ExtractProblem> problems
    ) => (Row, Positions, FieldCount, Problems) = (row, positions, fieldCount, problems);

    /// <summary>Its row in the file, from 1.</summary>
    public int Row { get; }

    /// <summary>The field's index, by column; −1 for a column that the file has not.</summary>
    public IReadOnlyList<int> Positions { get; }

    /// <summary>Fields that every row must have: those up to the last one with a name.</summary>
    public int FieldCount { get; }

    /// <summary>Columns that are not read: warnings.</summary>
    public IReadOnlyList<ExtractProblem> Problems { get; }

    /// <summary>Which column each name stands for, as a proposal: null where none, the first of several.</summary>
    /// <param name="chosen">Names that somebody gave to columns; empty for a column that is not to be read.</param>
    public static IReadOnlyList<ExtractColumn?> Match(
        IReadOnlyList<string> names,
        IReadOnlyDictionary<ExtractColumn, string>? chosen
    )
    {
        var candidates = Candidates(names, chosen);
        var matched = new ExtractColumn?[names.Count];
        foreach (var column in ExtractColumns.All)
        {
            if (candidates[column] is [var first, ..])
            {
                matched[first] = column;
            }
        }

        return matched;
    }

    /// <param name="row">The header's row in the file, from 1.</param>
    /// <param name="chosen">Names that somebody gave to columns; empty for a column that is not to be read.</param>
    public static Outcome<ExtractHeader> Parse(
        IReadOnlyList<string> names,
        int row,
        IReadOnlyDictionary<ExtractColumn, string>? chosen
    )
    {
        foreach (var (column, name) in chosen ?? new Dictionary<ExtractColumn, string>())
        {
            if (name.Length > 0 && !names.Any(known => IsSame(known, name)))
            {
                return ChosenNotFound(column, name, names);
            }
        }

        var candidates = Candidates(names, chosen);
        var positions = new int[ExtractColumns.Count];
        foreach (var column in ExtractColumns.All)
        {
            if (candidates[column] is [_, _, ..] several)
            {
                return Twice(column, [.. several.Select(index => names[index])], row);
            }

            positions[(int)column] = candidates[column] is [var only] ? only : -1;
        }

        var missing = ExtractColumns.Required.Where(column => positions[(int)column] < 0).ToList();
        if (missing.Count > 0)
        {
            return Missing([.. missing.Select(column => column.Name())], row);
        }

        var problems = names
            .Where((name, index) => name.Length > 0 && !positions.Contains(index))
            .Select(name => NotRead(name, row))
            .ToList();
        var fieldCount = names.Count;
        while (names[fieldCount - 1].Length == 0)
        {
            fieldCount--;
        }

        return new ExtractHeader(row, positions, fieldCount, problems);
    }

    /// <summary>By column, the fields that may be it. Our own name goes before the other usual ones.</summary>
    private static Dictionary<ExtractColumn, List<int>> Candidates(
        IReadOnlyList<string> names,
        IReadOnlyDictionary<ExtractColumn, string>? chosen
    )
    {
        var taken = new HashSet<int>();
        var candidates = new Dictionary<ExtractColumn, List<int>>();
        foreach (var (column, name) in chosen ?? new Dictionary<ExtractColumn, string>())
        {
            candidates[column] =
                name.Length == 0 ? [] : [.. Enumerable.Range(0, names.Count).Where(i => IsSame(names[i], name))];
            taken.UnionWith(candidates[column]);
        }

        foreach (var column in ExtractColumns.All.Where(column => !candidates.ContainsKey(column)))
        {
            var usual = Enumerable
                .Range(0, names.Count)
                .Where(index => !taken.Contains(index) && ColumnNames.Match(names[index]) == column)
                .ToList();
            var own = usual.Where(index => ColumnNames.IsOwn(column, names[index])).ToList();
            candidates[column] = own.Count > 0 ? own : usual;
        }

        return candidates;
    }

    private static bool IsSame(string name, string chosen) =>
        name.Trim().Equals(chosen.Trim(), StringComparison.OrdinalIgnoreCase);

    private static Refusal Twice(ExtractColumn column, IReadOnlyList<string> names, int row) =>
        new(
            "extract-column-twice",
            $"The column {column.Name()} appears twice in the header (row {row}): {string.Join(", ", names.Select(name => $"“{ExtractProblem.Shorten(name)}”"))}. Choose which one counts, or remove the other."
        )
        {
            Details = names,
        };

    private static Refusal Missing(IReadOnlyList<string> missing, int row) =>
        new(
            "extract-columns-missing",
            $"The header (row {row}) lacks {(missing.Count == 1 ? "the column" : "the columns")} {string.Join(", ", missing)}. "
                + $"Choose which of the file's columns they are, or export the extract with these columns: {string.Join(", ", ExtractColumns.Required.Select(column => column.Name()))}."
        )
        {
            Details = missing,
        };

    private static Refusal ChosenNotFound(ExtractColumn column, string name, IReadOnlyList<string> names) =>
        new(
            "extract-chosen-column-missing",
            $"The file has no column “{ExtractProblem.Shorten(name)}”, which was chosen for {column.Name()}. Choose one of: {string.Join(", ", names.Where(known => known.Length > 0).Select(ExtractProblem.Shorten))}."
        );

    private static ExtractProblem NotRead(string name, int row) =>
        new(
            row,
            ExtractProblem.Shorten(name),
            ProblemCodes.ColumnNotRead,
            ExtractProblem.Shorten(name),
            "This column is not part of the form and is not read. Check that it is not a misspelt one.",
            ProblemSeverity.Warning
        );
}
