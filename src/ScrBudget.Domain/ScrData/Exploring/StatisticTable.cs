using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData.Exploring;

/// <summary>What a cell shows.</summary>
/// <param name="Number">Null where it is hidden or there is none.</param>
/// <param name="Words">What is printed: the number, or why there is none.</param>
public sealed record ShownNumber(int? Number, string Words)
{
    /// <summary>There is a number, and it is not shown.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A row as it is shown.</summary>
/// <param name="Years">One for each year of the view.</param>
/// <param name="AllYears">Null where the view has no such column.</param>
/// <param name="Cases">Distinct cases of all years together; null where the view has no such column.</param>
public sealed record StatisticTableRow(
    string Name,
    IReadOnlyList<ShownNumber> Years,
    ShownNumber? AllYears,
    ShownNumber? Cases
);

/// <summary>
/// A view with its numbers, and what of them may be shown: the same on screen and in files. Has a row of totals where there
/// are several rows, and a column of all years where there are several years with data.
/// </summary>
public sealed class StatisticTable
{
    /// <summary>The box was not on reports before this day.</summary>
    private static readonly DateOnly TcoMandatoryFrom = new(2023, 7, 18);

    private readonly IReadOnlyList<FiscalYear> covered;
    private readonly bool hasTotals;
    private readonly bool hasAllYears;
    private readonly SuppressedTable? cases;
    private readonly SuppressedTable counts;

    /// <param name="whole">The view's own statistic.</param>
    /// <param name="rows">The statistics of <see cref="StatisticView.RowQueries"/>, with their names.</param>
    public StatisticTable(StatisticView view, Statistic whole, IReadOnlyList<(string Name, Statistic Statistic)> rows)
    {
        View = view;
        Whole = whole;
        covered = whole.CoveredYears;
        hasTotals = rows.Count != 1;
        hasAllYears = covered.Count > 1;
        List<CountedRow> counted = [.. rows.Select(row => Counted(row.Name, row.Statistic))];
        if (view is { Rows: RowsBy.Subcategory, Count: CountUnit.Scrs } && hasTotals && Unassigned(counted) is { } rest)
        {
            counted.Add(rest);
        }

        if (hasTotals)
        {
            counted.Add(Counted(ViewWording.Total, whole));
        }

        cases = view.Count == CountUnit.Scrs ? Cases(counted) : null;
        counts = Counts(counted);
        List<StatisticTableRow> shown = [.. counted.Select(Shown)];
        Totals = hasTotals ? shown[^1] : null;
        Rows = hasTotals ? shown[..^1] : shown;
    }

    public StatisticView View { get; }

    /// <summary>All rows together.</summary>
    public Statistic Whole { get; }

    /// <summary>All years of the view; one without data says so in every row.</summary>
    public IReadOnlyList<FiscalYear> Years => [.. View.Query.Years];

    public IReadOnlyList<StatisticTableRow> Rows { get; }

    /// <summary>Null where there is a single row.</summary>
    public StatisticTableRow? Totals { get; }

    /// <summary>What the chart shows: all rows together.</summary>
    public StatisticTableRow Sum => Totals ?? Rows[0];

    /// <summary>Does the snapshot cover any of the years?</summary>
    public bool HasData => covered.Count > 0;

    public bool HasAllYears => hasAllYears;

    public bool HasCases => cases is not null;

    /// <summary>Is any number hidden, so that it must be said why?</summary>
    public bool HidesNumbers =>
        Rows.Append(Sum)
            .SelectMany(row => row.Years.Append(row.AllYears).Append(row.Cases))
            .Any(shown => shown is { IsHidden: true });

    /// <summary>As <see cref="StatisticWording.Caveats(Statistic)"/>, without what the table hides.</summary>
    public IReadOnlyList<string> Caveats
    {
        get
        {
            var caveats = StatisticWording.Caveats(Whole);
            return !HasData || SplitIsShown || caveats[0] == StatisticWording.TcoNotRecorded
                ? caveats
                : [ViewWording.TcoNotShown, .. caveats.Skip(1)];
        }
    }

    /// <summary>The caveat on TCO involvement prints the parts of the sum: only where the table shows them too.</summary>
    private bool SplitIsShown =>
        View.Rows == RowsBy.Tco
            ? Rows.Append(Sum).All(row => OverAll(row) is { Words: ViewWording.NotRecorded } or { Number: not null })
            : View.Count == CountUnit.Cases || OverAll(Sum).Number is not null;

    private static ShownNumber OverAll(StatisticTableRow row) =>
        row.AllYears ?? row.Years.First(shown => shown.Words != ViewWording.NoData);

    private CountedRow Counted(string name, Statistic statistic) =>
        new(
            name,
            [.. covered.Select(year => Number(statistic, statistic.ExactIn(year), Of))],
            Number(statistic, statistic.Total, Of),
            Number(statistic, statistic.Total, counted => counted.Cases)
        )
        {
            Tco = statistic.Query.Tco,
        };

    private int Of(ScrCounts counted) => View.Count == CountUnit.Scrs ? counted.Scrs : counted.Cases;

    /// <summary>
    /// That no report is marked in one of the three ways is printed wherever the three are (domain.md section 5:
    /// <em>0 not recorded</em>): it is no small number, and points at nobody.
    /// </summary>
    private int? Number(Statistic statistic, ScrCounts counted, Func<ScrCounts, int> number) =>
        View.Rows == RowsBy.Tco && statistic.Query.Tco != TcoFilter.All && counted.Scrs == 0 ? null : number(counted);

    /// <summary>Reports that belong to no subcategory: what the rows leave of the whole. Null for none.</summary>
    private CountedRow? Unassigned(List<CountedRow> rows)
    {
        var years = covered
            .Select((year, index) => (int?)(Whole.ExactIn(year).Scrs - rows.Sum(row => row.Years[index] ?? 0)))
            .ToList();
        var total = Whole.Total.Scrs - rows.Sum(row => row.AllYears ?? 0);
        return total > 0
            ? new CountedRow(ViewWording.NoSubcategory, years, total, Cases: null) { HasCases = false }
            : null;
    }

    private SuppressedTable Cases(List<CountedRow> rows) =>
        SuppressedTable.Overlapping(
            [.. rows.Select(row => (IReadOnlyList<int?>)[row.Cases])],
            hasTotals ? TableTotals.Row : TableTotals.None,
            Whole.SmallNumber
        );

    private SuppressedTable Counts(List<CountedRow> rows)
    {
        IReadOnlyList<IReadOnlyList<int?>> numbers =
        [
            .. rows.Select(row => (IReadOnlyList<int?>)(hasAllYears ? [.. row.Years, row.AllYears] : row.Years)),
        ];
        var totals =
            (hasTotals ? TableTotals.Row : TableTotals.None) | (hasAllYears ? TableTotals.Column : TableTotals.None);
        return cases is null
            ? SuppressedTable.Overlapping(numbers, totals, Whole.SmallNumber)
            : SuppressedTable.AddingUp(
                numbers,
                totals,
                Whole.SmallNumber,
                [.. Enumerable.Range(0, rows.Count).Select(row => cases.Number(row, 0))]
            );
    }

    private StatisticTableRow Shown(CountedRow row, int index) =>
        new(
            row.Name,
            [.. Years.Select(year => InYear(row, index, year))],
            hasAllYears ? In(counts, index, covered.Count, None(row, covered)) : null,
            row.HasCases ? InCases(row, index) : new ShownNumber(null, ViewWording.NotCounted)
        );

    private ShownNumber? InCases(CountedRow row, int index) =>
        cases is null ? null : In(cases, index, 0, None(row, covered));

    private ShownNumber InYear(CountedRow row, int index, FiscalYear year)
    {
        var column = covered.TakeWhile(one => one != year).Count();
        return column < covered.Count
            ? In(counts, index, column, None(row, [year]))
            : new ShownNumber(null, ViewWording.NoData);
    }

    /// <summary>Before the box existed there was no yes and no no; later there may be none.</summary>
    private static ShownNumber None(CountedRow row, IReadOnlyList<FiscalYear> years) =>
        row.Tco is TcoFilter.Yes or TcoFilter.No && years.All(year => year.LastDay < TcoMandatoryFrom)
            ? new ShownNumber(null, ViewWording.NotRecorded)
            : new ShownNumber(0, "0");

    private static ShownNumber In(SuppressedTable table, int row, int column, ShownNumber none) =>
        table.Of(row, column) switch
        {
            Exploring.Shown.Absent => none,
            Exploring.Shown.Withheld => new ShownNumber(null, ViewWording.NotShown) { IsHidden = true },
            var shown => new ShownNumber(
                table.Number(row, column),
                StatisticWording.Number(table.Number(row, column), table.SmallNumber)
            )
            {
                IsHidden = shown == Exploring.Shown.Small,
            },
        };

    /// <summary>Exact numbers, by covered year; null where there is nothing to count.</summary>
    private sealed record CountedRow(string Name, IReadOnlyList<int?> Years, int? AllYears, int? Cases)
    {
        public TcoFilter Tco { get; init; }

        /// <summary>Distinct cases do not follow from other numbers.</summary>
        public bool HasCases { get; init; } = true;
    }
}
