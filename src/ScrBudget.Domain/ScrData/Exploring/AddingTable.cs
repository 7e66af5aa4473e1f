namespace ScrBudget.Domain.ScrData.Exploring;

/// <summary>
/// A table whose numbers add up. It is looked at as a flow: from the total column through each row, through each column, to
/// the total row, and back; each cell is a pipe, and what is shown is fixed. A hidden number can be another one exactly if the
/// flow can be changed along a circle through its pipe, within what is known of the hidden numbers on the circle. Where there
/// is no such circle, the cheapest is made by hiding what is shown on it.
/// </summary>
internal sealed class AddingTable(
    IReadOnlyList<IReadOnlyList<int?>> numbers,
    TableTotals totals,
    int small,
    IReadOnlyList<int?>? atLeast
) : SuppressedTable(numbers, totals, small)
{
    private int TotalRowNode => Rows + Columns;

    private int TotalColumnNode => TotalRowNode + 1;

    private protected override bool IsExposed(TableCell cell) => Cheapest(cell) is not { Cost: 0 };

    private protected override IReadOnlyList<TableCell> Protectors(TableCell exposed) =>
        Cheapest(exposed)?.Hidden ?? [];

    /// <summary>The cheapest circle on which the number could be one more, or one less; null when there is none.</summary>
    private Circle? Cheapest(TableCell cell)
    {
        var (from, to) = Ends(cell);
        var pipes = Pipes(except: cell).ToLookup(pipe => pipe.From);
        var number = Exact(cell);
        return new[]
        {
            number < SmallNumber - 1 ? Circle.Back(pipes, to, from) : null,
            number > 0 ? Circle.Back(pipes, from, to) : null,
        }
            .OfType<Circle>()
            .MinBy(circle => circle.Cost);
    }

    private (int From, int To) Ends(TableCell cell) =>
        (IsTotalRow(cell.Row), IsTotalColumn(cell.Column)) switch
        {
            (false, false) => (cell.Row, Rows + cell.Column),
            (false, true) => (TotalColumnNode, cell.Row),
            (true, false) => (Rows + cell.Column, TotalRowNode),
            (true, true) => (TotalRowNode, TotalColumnNode),
        };

    /// <summary>In which directions the flow may be changed, or could be if a shown number were hidden.</summary>
    private IEnumerable<Pipe> Pipes(TableCell except)
    {
        foreach (var cell in Cells.Where(cell => cell != except && (IsHidden(cell) || IsShown(cell))))
        {
            var (from, to) = Ends(cell);
            var number = Exact(cell);
            // The smallest numbers say the least: they go first.
            var (cost, hidden) = IsHidden(cell) ? (0, null) : (number, cell);
            if (!IsSmall(cell) || number < SmallNumber - 1)
            {
                yield return new Pipe(from, to, cost, hidden);
            }

            if (number > Least(cell))
            {
                yield return new Pipe(to, from, cost, hidden);
            }
        }

        foreach (var (from, to) in MissingTotals())
        {
            yield return new Pipe(from, to, 0, null);
            yield return new Pipe(to, from, 0, null);
        }
    }

    /// <summary>A hidden number that is not called small is not small.</summary>
    private int Least(TableCell cell)
    {
        if (IsSmall(cell))
        {
            return 0;
        }

        var known = cell.Column == Columns - 1 ? atLeast?[cell.Row] : null;
        return Math.Max(SmallNumber, known ?? 0);
    }

    /// <summary>Totals that the table does not have can be anything.</summary>
    private IEnumerable<(int From, int To)> MissingTotals()
    {
        var ofRows = Enumerable.Range(0, Rows).Where(row => !IsTotalRow(row)).Select(row => (TotalColumnNode, row));
        var ofColumns = Enumerable
            .Range(0, Columns)
            .Where(column => !IsTotalColumn(column))
            .Select(column => (Rows + column, TotalRowNode));
        return
        [
            .. Totals.HasFlag(TableTotals.Column) ? [] : ofRows,
            .. Totals.HasFlag(TableTotals.Row) ? [] : ofColumns,
            .. Totals == (TableTotals.Row | TableTotals.Column) ? [] : new[] { (TotalRowNode, TotalColumnNode) },
        ];
    }

    /// <param name="Cost">What is lost by hiding <paramref name="Hidden"/>; 0 where nothing has to be hidden.</param>
    private sealed record Pipe(int From, int To, int Cost, TableCell? Hidden);

    /// <param name="Hidden">What has to be hidden for it.</param>
    private sealed record Circle(int Cost, IReadOnlyList<TableCell> Hidden)
    {
        /// <summary>The cheapest way from one end of a pipe back to the other (Dijkstra's); null when there is none.</summary>
        public static Circle? Back(ILookup<int, Pipe> pipes, int start, int goal)
        {
            var cameBy = new Dictionary<int, Pipe>();
            var costs = new Dictionary<int, int> { [start] = 0 };
            var waiting = new PriorityQueue<int, int>([(start, 0)]);
            while (waiting.TryDequeue(out var node, out var cost) && node != goal)
            {
                foreach (var pipe in pipes[node].Where(_ => cost == costs[node]))
                {
                    var further = cost + pipe.Cost;
                    if (!costs.TryGetValue(pipe.To, out var known) || further < known)
                    {
                        costs[pipe.To] = further;
                        cameBy[pipe.To] = pipe;
                        waiting.Enqueue(pipe.To, further);
                    }
                }
            }

            return costs.TryGetValue(goal, out var total) ? new Circle(total, [.. Way(cameBy, start, goal)]) : null;
        }

        private static IEnumerable<TableCell> Way(Dictionary<int, Pipe> cameBy, int start, int goal)
        {
            for (var node = goal; node != start; node = cameBy[node].From)
            {
                if (cameBy[node].Hidden is { } cell)
                {
                    yield return cell;
                }
            }
        }
    }
}
