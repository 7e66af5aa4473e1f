using ScrBudget.Application.ScrData;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Measuring;

namespace ScrBudget.Tests.ScrData.Measuring;

public sealed class PerformanceMeasureTests
{
    private static readonly IReadOnlyList<PublishedFigure> Figures = PublishedFigures.ReadAll();
    private static readonly PerformanceMeasure Measure = PerformanceMeasure.From(Figures);

    [Fact]
    public void Published_IsAPercentageToFY2020_AndACountAfter_AndOnlyFY2019MissedItsTarget()
    {
        Assert.Equal(
            [
                (2017, MeasureUnit.Percent, 15.8m, 22.9m, true),
                (2018, MeasureUnit.Percent, 15.8m, 18.0m, true),
                (2019, MeasureUnit.Percent, 15.9m, 15.1m, false),
                (2020, MeasureUnit.Percent, 16.1m, 24.8m, true),
                (2021, MeasureUnit.Count, 366m, 698m, true),
                (2022, MeasureUnit.Count, 540m, 1_083m, true),
            ],
            Measure.Published.Select(one => (one.Year.Year, one.Unit, one.Target, one.Result, one.IsMet))
        );
        Assert.All(Measure.Published, one => Assert.Equal("OIG-23-59 Table 1", one.Source));
    }

    [Theory]
    [InlineData(2017, 1_834)]
    [InlineData(2018, 1_928)]
    [InlineData(2019, 2_132)]
    [InlineData(2020, 2_492)]
    [InlineData(2021, null)]
    [InlineData(2023, null)]
    public void ImpliedDenominator_IsThePublishedCountDividedByThePublishedPercentage(int year, int? implied) =>
        Assert.Equal(implied, Measure.ImpliedDenominator(new FiscalYear(year)));

    [Fact]
    public void Totals_AddUpToThePrintedOnes()
    {
        Assert.Equal(
            [("no_association_only", 52m), ("no_border_crossing_only", 54m), ("both", 147m), ("total", 253m)],
            TotalsOf(PublishedTables.NotTcoByCategory)
        );
        Assert.Equal([3_488m, 123m], TotalsOf(PublishedTables.ReportedVsInaccurate).Select(total => total.Value));
    }

    [Theory]
    [InlineData(2020, 100, 400, "25.0 %")]
    [InlineData(2020, 1, 8_000, "0.0 %")]
    [InlineData(2020, 5, 8_000, "0.1 %")]
    [InlineData(2020, 100, 19, "not shown: the base is under 20")]
    [InlineData(2020, 19, 20, "95.0 %")]
    [InlineData(2020, 100, null, "no denominator")]
    [InlineData(2021, 100, null, "100")]
    [InlineData(2021, 100, 400, "100")]
    [InlineData(2021, 4, 400, "fewer than 5")]
    [InlineData(2021, 1_083, null, "1,083")]
    public void AsApproved_IsInTheUnitOfItsYear(int year, int results, int? divisor, string words) =>
        Assert.Equal(
            words,
            Words(Year(year, new ScrCounts(results, results, 0, 0, results), divisor), MeasureWay.AsApproved)
        );

    [Theory]
    [InlineData(60, 30, 10, "60", "60 to 70")]
    [InlineData(60, 40, 0, "60", "60")]
    [InlineData(0, 0, 100, "not recorded", "0 to 100")]
    [InlineData(0, 100, 0, "fewer than 5", "fewer than 5")]
    [InlineData(60, 38, 2, "not shown: a part is fewer than 5", "not shown: a part is fewer than 5")]
    [InlineData(3, 57, 40, "not shown: a part is fewer than 5", "not shown: a part is fewer than 5")]
    public void TcoWays_KeepNotRecordedApart(int yes, int no, int notRecorded, string yesOnly, string range)
    {
        var all = yes + no + notRecorded;
        var year = Year(2024, new ScrCounts(all, all, yes, no, notRecorded), null);

        Assert.Equal(yesOnly, Words(year, MeasureWay.TcoYes));
        Assert.Equal(range, Words(year, MeasureWay.TcoRange));
    }

    [Fact]
    public void RangeOfAPercentageYear_IsDividedOnce() =>
        Assert.Equal("0.0 to 25.0 %", Words(Year(2019, new ScrCounts(100, 90, 0, 0, 100), 400), MeasureWay.TcoRange));

    [Fact]
    public void YearThatTheSnapshotDoesNotCover_HasNoData() =>
        Assert.Equal("no data", Words(Year(2019, null, 400), MeasureWay.AsApproved));

    private static string Words(MeasureYear year, MeasureWay way) => MeasureWording.Words(year.Value(way));

    private static MeasureYear Year(int year, ScrCounts? results, int? divisor) =>
        new(new FiscalYear(year), results, divisor, isComplete: true);

    private static IEnumerable<(string Column, decimal Value)> TotalsOf(string table) =>
        PublishedTotals
            .Of([.. Figures.Where(figure => figure.Table == table)])
            .Select(total => (total.Column, total.Value));
}
