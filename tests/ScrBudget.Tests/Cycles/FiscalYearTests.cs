using ScrBudget.Domain.Cycles;

namespace ScrBudget.Tests.Cycles;

public sealed class FiscalYearTests
{
    [Theory]
    [InlineData("2022-09-30", 2022)]
    [InlineData("2022-10-01", 2023)]
    [InlineData("2022-12-31", 2023)]
    [InlineData("2023-01-01", 2023)]
    public void Of_BeginsOnTheFirstOfOctober(string date, int year) =>
        Assert.Equal(year, FiscalYear.Of(DateOnly.Parse(date)).Year);

    [Fact]
    public void Days_AreThoseOfTheYearItEndsIn()
    {
        var year = new FiscalYear(2022);

        Assert.Equal(new DateOnly(2021, 10, 1), year.FirstDay);
        Assert.Equal(new DateOnly(2022, 9, 30), year.LastDay);
        Assert.Equal("FY 2022", year.ToString());
    }

    [Theory]
    [InlineData("2029", 2029)]
    [InlineData("FY2029", 2029)]
    [InlineData(" fy 2029 ", 2029)]
    [InlineData("1977", 1977)]
    [InlineData("2199", 2199)]
    public void TryParse_ReadsWhatPeopleWrite(string text, int year)
    {
        Assert.True(FiscalYear.TryParse(text, out var parsed));
        Assert.Equal(year, parsed.Year);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FY")]
    [InlineData("29")]
    [InlineData("1976")]
    [InlineData("2200")]
    [InlineData("-2029")]
    [InlineData("2029.0")]
    [InlineData("FY FY 2029")]
    [InlineData("99999999999")]
    public void TryParse_RefusesWhatIsNoYear(string? text) => Assert.False(FiscalYear.TryParse(text, out _));

    [Theory]
    [InlineData(1976)]
    [InlineData(2200)]
    public void Year_OutsideItsLimits_CannotExist(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FiscalYear(year));

    [Fact]
    public void Comparison_FollowsTheYears()
    {
        var earlier = new FiscalYear(2021);
        var later = earlier.Plus(1);

        Assert.True(earlier < later && later > earlier && earlier <= later && later >= earlier);
        Assert.Equal(-1, earlier.CompareTo(later));
    }
}
