using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Exploring;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Exploring;

/// <summary>What a view shows where numbers are small.</summary>
public sealed class StatisticTableTests
{
    private static readonly Snapshot Extract = TestSnapshots.Published();

    [Fact]
    public void OneSmallNumber_DoesNotFollowFromRowsAndTotals()
    {
        var table = Table(
            RowsBy.Type,
            (Measure.Disruptions, TcoFilter.All, [(40, 30), (3, 3)]),
            (Measure.Dismantlements, TcoFilter.All, [(20, 20), (30, 25)])
        );

        Assert.Equal("not shown | fewer than 5 | 43 | 33", Text(table.Rows[0]));
        Assert.Equal("not shown | not shown | 50 | 45", Text(table.Rows[1]));
        Assert.Equal("60 | 33 | 93 | 78", Text(table.Totals!));
        Assert.True(table.HidesNumbers);
    }

    [Fact]
    public void RowsByTco_DoNotSayInTheCaveatWhatTheTableHides()
    {
        var hiding = Table(
            RowsBy.Tco,
            (Measure.Results, TcoFilter.Yes, [(60, 50), (8, 8)]),
            (Measure.Results, TcoFilter.No, [(0, 0), (6, 6)]),
            (Measure.Results, TcoFilter.NotRecorded, [(1, 1), (2, 2)])
        );
        var showing = Table(
            RowsBy.Tco,
            (Measure.Results, TcoFilter.Yes, [(60, 50), (80, 70)]),
            (Measure.Results, TcoFilter.No, [(50, 40), (60, 50)]),
            (Measure.Results, TcoFilter.NotRecorded, [(10, 10), (20, 15)])
        );

        Assert.Contains(hiding.Rows, row => row.AllYears!.IsHidden);
        Assert.Equal(ViewWording.TcoNotShown, hiding.Caveats[0]);
        Assert.Equal(
            "140 of 280 reports (FY 2021–2022) marked TCO involvement: yes; 110 no; 30 not recorded.",
            showing.Caveats[0]
        );
    }

    /// <summary>As the statistic's own sentence prints it: 92 yes, 82 no, 0 not recorded.</summary>
    [Fact]
    public void NoneNotRecorded_IsPrintedAndHidesNothing()
    {
        var table = Table(
            RowsBy.Tco,
            (Measure.Results, TcoFilter.Yes, [(40, 30), (52, 50)]),
            (Measure.Results, TcoFilter.No, [(40, 30), (42, 40)]),
            (Measure.Results, TcoFilter.NotRecorded, [(0, 0), (0, 0)])
        );

        Assert.Equal("40 | 52 | 92 | 80", Text(table.Rows[0]));
        Assert.Equal("0 | 0 | 0 | 0", Text(table.Rows[2]));
        Assert.False(table.HidesNumbers);
        Assert.Equal(
            "92 of 174 reports (FY 2021–2022) marked TCO involvement: yes; 82 no; 0 not recorded.",
            table.Caveats[0]
        );
    }

    [Fact]
    public void ReportsWithoutSubcategory_AreARowOfTheirOwn_WithoutCases()
    {
        var whole = Statistic(Measure.Results, TcoFilter.All, [(40, 30), (50, 40)]);
        var row = Statistic(Measure.Results, TcoFilter.All, [(30, 20), (35, 30)]);
        var view = new StatisticView(whole.Query, CountUnit.Scrs, RowsBy.Subcategory);

        var table = new StatisticTable(
            view,
            whole,
            [("One", row), ("Other", Statistic(Measure.Results, TcoFilter.All, [(5, 5), (5, 5)]))]
        );

        Assert.Equal(["One", "Other", "No subcategory given"], table.Rows.Select(shown => shown.Name));
        Assert.Equal("5 | 10 | 15 | not counted", Text(table.Rows[2]));
    }

    [Fact]
    public void SingleRow_HasNoTotals_AndIsWhatTheChartShows()
    {
        var one = Statistic(Measure.Disruptions, TcoFilter.All, [(40, 30), (50, 40)]);

        var table = new StatisticTable(
            new StatisticView(one.Query, CountUnit.Scrs, RowsBy.Type),
            one,
            [("Disruptions", one)]
        );

        Assert.Null(table.Totals);
        Assert.Equal("40 | 50 | 90 | 70", Text(table.Sum));
        Assert.False(table.HidesNumbers);
    }

    private static StatisticTable Table(
        RowsBy rows,
        params (Measure Measure, TcoFilter Tco, (int Scrs, int Cases)[] Years)[] numbers
    )
    {
        var statistics = numbers
            .Select(row => (Name: $"{row.Measure} {row.Tco}", Statistic: Statistic(row.Measure, row.Tco, row.Years)))
            .ToList();
        (int, int)[] sums =
        [
            .. numbers[0]
                .Years.Select(
                    (_, year) => (numbers.Sum(row => row.Years[year].Scrs), numbers.Sum(row => row.Years[year].Cases))
                ),
        ];
        var split = numbers.ToLookup(row => row.Tco, row => row.Years.Sum(year => year.Scrs));
        var whole = Statistic(
            Measure.Results,
            TcoFilter.All,
            sums,
            split[TcoFilter.Yes].Sum(),
            split[TcoFilter.No].Sum(),
            split[TcoFilter.NotRecorded].Sum()
        );
        return new StatisticTable(new StatisticView(whole.Query, CountUnit.Scrs, rows), whole, statistics);
    }

    private static Statistic Statistic(
        Measure measure,
        TcoFilter tco,
        (int Scrs, int Cases)[] years,
        int yes = 0,
        int no = 0,
        int notRecorded = 0
    ) =>
        new(
            new StatisticQuery("CYB", null, new FiscalYear(2021), new FiscalYear(2022), measure, tco),
            Extract,
            new ScrCounts(years.Sum(year => year.Scrs), years.Sum(year => year.Cases), yes, no, notRecorded),
            years
                .Index()
                .ToDictionary(
                    year => 2021 + year.Index,
                    year => new ScrCounts(year.Item.Scrs, year.Item.Cases, 0, 0, year.Item.Scrs)
                )
        );

    private static string Text(StatisticTableRow row) =>
        string.Join(" | ", row.Years.Append(row.AllYears).Append(row.Cases).Select(shown => shown?.Words));
}
