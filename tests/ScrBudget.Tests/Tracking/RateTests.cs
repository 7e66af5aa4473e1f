using ScrBudget.Application;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Tests.Tracking;

public sealed class RateTests
{
    [Theory]
    [InlineData(3, 128, "3 of 128 (2.3 %)")]
    [InlineData(41, 58, "41 of 58 (71 %)")]
    [InlineData(41, 46, "41 of 46 (89 %)")]
    [InlineData(0, 0, "0 of 0")]
    [InlineData(0, 7, "0 of 7 (0 %)")]
    [InlineData(7, 7, "7 of 7 (100 %)")]
    [InlineData(999, 1000, "999 of 1,000 (99 %)")]
    [InlineData(1, 5000, "1 of 5,000 (0.1 %)")]
    [InlineData(1, 10, "1 of 10 (10 %)")]
    [InlineData(199, 2000, "199 of 2,000 (10 %)")]
    [InlineData(1, 8, "1 of 8 (13 %)")]
    [InlineData(1, 40, "1 of 40 (2.5 %)")]
    public void Rate_PrintsBothNumbersAndOneRuleOfPercentages(int part, int whole, string printed) =>
        Assert.Equal(printed, new Rate(part, whole).ToString());

    [Fact]
    public void Baseline_IsTheReportsOwn()
    {
        var baseline = Baseline.From(PublishedFigures.ReadAll());

        Assert.Equal("3 of 128 (2.3 %)", baseline.Used.ToString());
        Assert.Equal(125, baseline.NotUsed);
        Assert.Equal("FY 2017–2022, per OIG-23-59 page 7", baseline.Name);
    }

    [Fact]
    public void Baseline_WithoutTheReportsFigures_IsABug() =>
        Assert.Throws<InvalidOperationException>(() =>
            Baseline.From(PublishedFigures.ReadAll().Where(figure => figure.Table != PublishedTables.Sample))
        );

    [Theory]
    [InlineData("2027-01-15T14:00:00", "2027-01-15T23:00:00", 0)]
    // 23:30 on January 14 in New York, and 00:30 on January 15.
    [InlineData("2027-01-15T04:30:00", "2027-01-15T05:30:00", 1)]
    [InlineData("2027-01-15T14:00:00", "2027-01-20T04:00:00", 4)]
    // Over the change of clocks, March 14, 2027.
    [InlineData("2027-03-13T17:00:00", "2027-03-15T16:00:00", 2)]
    public void Days_AreMidnightsWhereTheOfficeIs(string made, string answered, int days)
    {
        var office = OfficeTime.Parse("America/New_York").Value;

        Assert.Equal(days, AnswerDays.Between(office.DayOf(Utc(made)), office.DayOf(Utc(answered))));
    }

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 4 }, 4)]
    [InlineData(new[] { 9, 1, 2 }, 2)]
    [InlineData(new[] { 8, 1, 2, 5 }, 4)]
    [InlineData(new[] { 1, 3 }, 2)]
    public void Median_OfAnEvenNumber_IsRoundedHalfUp(int[] days, int? median) =>
        Assert.Equal(median, AnswerDays.Median(days));

    private static DateTime Utc(string text) =>
        DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
