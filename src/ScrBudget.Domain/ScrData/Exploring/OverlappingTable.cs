namespace ScrBudget.Domain.ScrData.Exploring;

/// <summary>
/// A table whose numbers may overlap: a total is at least each of its numbers and at most their sum. Only the largest of the
/// small numbers can follow from that: where a total is the full sum, and they must all be as large as they can be. Then that
/// total goes.
/// </summary>
internal sealed class OverlappingTable(IReadOnlyList<IReadOnlyList<int?>> numbers, TableTotals totals, int small)
    : SuppressedTable(numbers, totals, small)
{
    private protected override bool IsExposed(TableCell cell) =>
        Exact(cell) == SmallNumber - 1 && LinesOf(cell).Any(line => !Allows(line, cell));

    private protected override IReadOnlyList<TableCell> Protectors(TableCell exposed) =>
        [.. LinesOf(exposed).Where(line => !Allows(line, exposed)).SelectMany(Totaling).Where(IsShown).Take(1)];

    /// <summary>The line's total, and the totals that it adds to.</summary>
    private IEnumerable<TableCell> Totaling(Line line) => LinesOf(line.Total).SelectMany(Totaling).Prepend(line.Total);

    /// <summary>The sums that a number is part of; one of its row, one of its column.</summary>
    private IEnumerable<Line> LinesOf(TableCell cell)
    {
        if (Totals.HasFlag(TableTotals.Column) && !IsTotalColumn(cell.Column))
        {
            yield return new Line(
                [.. Enumerable.Range(0, Columns - 1).Select(column => cell with { Column = column })],
                cell with
                {
                    Column = Columns - 1,
                }
            );
        }

        if (Totals.HasFlag(TableTotals.Row) && !IsTotalRow(cell.Row))
        {
            yield return new Line(
                [.. Enumerable.Range(0, Rows - 1).Select(row => cell with { Row = row })],
                cell with
                {
                    Row = Rows - 1,
                }
            );
        }
    }

    /// <summary>Could this number be one less, for all that the line shows?</summary>
    private bool Allows(Line line, TableCell lessened) =>
        line.Members.Sum(Exact) > Exact(line.Total)
        || line.Members.Any(other => other != lessened && IsSmall(other) && Exact(other) < SmallNumber - 1)
        || CanBeLess(line);

    /// <summary>The total would have to be one less as well.</summary>
    private bool CanBeLess(Line line) =>
        IsHidden(line.Total)
        && Exact(line.Total) > (IsSmall(line.Total) ? 0 : SmallNumber)
        && LinesOf(line.Total).All(above => Allows(above, line.Total));

    private sealed record Line(IReadOnlyList<TableCell> Members, TableCell Total);
}
