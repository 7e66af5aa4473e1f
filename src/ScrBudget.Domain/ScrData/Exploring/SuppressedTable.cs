namespace ScrBudget.Domain.ScrData.Exploring;

/// <summary>What of a cell is shown.</summary>
public enum Shown
{
    /// <summary>Its number.</summary>
    Number,

    /// <summary>That it is smaller than the smallest number that is printed.</summary>
    Small,

    /// <summary>Nothing: a small number would follow from it by subtraction.</summary>
    Withheld,

    /// <summary>There is nothing to count, which everybody may know.</summary>
    Absent,
}

/// <summary>
/// Which numbers of a table are shown (decision 0013). Small ones are hidden, and then others, until no small number follows
/// from the sums of its row and column: not exactly, whatever the reader combines, and knowing which cells are small.
/// </summary>
public abstract class SuppressedTable
{
    private readonly IReadOnlyList<IReadOnlyList<int?>> numbers;
    private readonly bool[][] hidden;

    /// <param name="numbers">Rows of equal length, totals last; null where there is nothing to count.</param>
    /// <param name="totals">Which rows and columns are totals.</param>
    /// <param name="small">Numbers below this are hidden.</param>
    private protected SuppressedTable(IReadOnlyList<IReadOnlyList<int?>> numbers, TableTotals totals, int small)
    {
        this.numbers = numbers;
        Totals = totals;
        SmallNumber = small;
        hidden = [.. numbers.Select(row => row.Select(number => number < small).ToArray())];
    }

    public int Rows => numbers.Count;

    public int Columns => numbers.Count == 0 ? 0 : numbers[0].Count;

    public int SmallNumber { get; }

    private protected TableTotals Totals { get; }

    /// <summary>A table of numbers that add up to its totals: of SCRs.</summary>
    /// <param name="atLeast">By row: what a number in the last column is known not to fall short of; null for nothing.</param>
    public static SuppressedTable AddingUp(
        IReadOnlyList<IReadOnlyList<int?>> numbers,
        TableTotals totals,
        int small = Statistic.DefaultSmallNumber,
        IReadOnlyList<int?>? atLeast = null
    ) => new AddingTable(numbers, totals, small, atLeast).Complete();

    /// <summary>A table of numbers that may overlap, so that a total is at most their sum: of distinct cases.</summary>
    public static SuppressedTable Overlapping(
        IReadOnlyList<IReadOnlyList<int?>> numbers,
        TableTotals totals,
        int small = Statistic.DefaultSmallNumber
    ) => new OverlappingTable(numbers, totals, small).Complete();

    public Shown Of(int row, int column)
    {
        if (numbers[row][column] is not { } number)
        {
            return Shown.Absent;
        }

        if (!hidden[row][column])
        {
            return Shown.Number;
        }

        return number < SmallNumber ? Shown.Small : Shown.Withheld;
    }

    /// <summary>Null where it is not shown.</summary>
    public int? Number(int row, int column) => Of(row, column) == Shown.Number ? numbers[row][column] : null;

    /// <summary>Could a reader who knows all that is shown compute this small number?</summary>
    private protected abstract bool IsExposed(TableCell cell);

    /// <summary>What to hide so that it can no longer; empty when nothing is left that would help.</summary>
    private protected abstract IReadOnlyList<TableCell> Protectors(TableCell exposed);

    private protected bool IsTotalRow(int row) => Totals.HasFlag(TableTotals.Row) && row == Rows - 1;

    private protected bool IsTotalColumn(int column) => Totals.HasFlag(TableTotals.Column) && column == Columns - 1;

    private protected IEnumerable<TableCell> Cells =>
        from row in Enumerable.Range(0, Rows)
        from column in Enumerable.Range(0, Columns)
        select new TableCell(row, column);

    /// <summary>Nothing to count adds nothing.</summary>
    private protected int Exact(TableCell cell) => numbers[cell.Row][cell.Column] ?? 0;

    private protected bool IsHidden(TableCell cell) => hidden[cell.Row][cell.Column];

    private protected bool IsSmall(TableCell cell) => Of(cell.Row, cell.Column) == Shown.Small;

    private protected bool IsShown(TableCell cell) => Of(cell.Row, cell.Column) == Shown.Number;

    /// <summary>Protects one small number after the other: what is hidden for one makes all the others safer.</summary>
    private SuppressedTable Complete()
    {
        foreach (var small in Cells.Where(IsSmall))
        {
            while (IsExposed(small) && Protectors(small) is { Count: > 0 } protectors)
            {
                foreach (var cell in protectors)
                {
                    hidden[cell.Row][cell.Column] = true;
                }
            }
        }

        return this;
    }
}

/// <summary>Which totals a table shows.</summary>
[Flags]
public enum TableTotals
{
    None = 0,

    /// <summary>The last row is the total of the others.</summary>
    Row = 1,

    /// <summary>The last column is the total of the others.</summary>
    Column = 2,
}

internal sealed record TableCell(int Row, int Column);
