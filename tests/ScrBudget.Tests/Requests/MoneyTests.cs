using FsCheck.Xunit;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Tests.Requests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("3,000,000", 3_000_000)]
    [InlineData("$3000000", 3_000_000)]
    [InlineData(" $ 3,000.00 ", 3_000)]
    [InlineData("0", 0)]
    [InlineData("(250,000)", -250_000)]
    [InlineData("($250,000)", -250_000)]
    [InlineData("-250000", -250_000)]
    [InlineData("-$250,000", -250_000)]
    [InlineData("999,999,999,999,999", Money.MaximumDollars)]
    public void TryParse_ReadsWholeDollarsAsPeopleTypeThem(string text, long dollars)
    {
        Assert.True(Money.TryParse(text, out var money));
        Assert.Equal(dollars, money.Dollars);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("$")]
    [InlineData("three")]
    [InlineData("3.5")]
    [InlineData("3 million")]
    [InlineData("1,5")]
    [InlineData("1,50")]
    [InlineData("1,2,3")]
    [InlineData("30,00")]
    [InlineData("3$000")]
    [InlineData("$$3")]
    [InlineData("(3")]
    [InlineData("-(3)")]
    [InlineData("1e6")]
    [InlineData("1000000000000000")]
    [InlineData("99999999999999999999")]
    [InlineData("9999999999999999999999999999999999")]
    public void TryParse_RefusesWhatCouldBeReadInTwoWays(string? text) => Assert.False(Money.TryParse(text, out _));

    [Property]
    public void TryParse_NeverThrows(string? text) => _ = Money.TryParse(text, out _);

    [Property]
    public bool TryParse_ReadsWhatIsPrinted(int dollars) =>
        Money.TryParse(new Money(dollars).ToString(), out var read) && read.Dollars == dollars;

    [Theory]
    [InlineData(499.99, 0)]
    [InlineData(500, 1_000)]
    [InlineData(1_499, 1_000)]
    [InlineData(1_500, 2_000)]
    [InlineData(2_500, 3_000)]
    [InlineData(-500, -1_000)]
    [InlineData(-1_499, -1_000)]
    [InlineData(-2_500, -3_000)]
    public void RoundedToThousands_TakesHalvesAwayFromZero(double dollars, long rounded) =>
        Assert.Equal(rounded, Money.RoundedToThousands((decimal)dollars).Dollars);

    [Theory]
    [InlineData(1_560_000, "1,560")]
    [InlineData(-640_000, "(640)")]
    [InlineData(0, "–")]
    public void ToThousands_IsWhatTablesShow(long dollars, string printed) =>
        Assert.Equal(printed, new Money(dollars).ToThousands());

    [Theory]
    [InlineData(3_000_000, "$3.0 million")]
    [InlineData(8_800_000, "$8.8 million")]
    [InlineData(8_849_999, "$8.8 million")]
    [InlineData(8_850_000, "$8.9 million")]
    [InlineData(1_234_567_890, "$1,234.6 million")]
    [InlineData(-250_000, "($0.3 million)")]
    [InlineData(50_000, "$0.1 million")]
    [InlineData(49_999, "$49,999")]
    [InlineData(-49_999, "($49,999)")]
    [InlineData(0, "$0")]
    public void ToMillions_HasOneDecimal(long dollars, string printed) =>
        Assert.Equal(printed, new Money(dollars).ToMillions());

    [Theory]
    [InlineData(3_000_000, "$3,000,000")]
    [InlineData(-250_000, "($250,000)")]
    public void ToString_PutsADecreaseInParentheses(long dollars, string printed) =>
        Assert.Equal(printed, new Money(dollars).ToString());

    [Theory]
    [InlineData(Money.MaximumDollars + 1)]
    [InlineData(-Money.MaximumDollars - 1)]
    public void Amount_BeyondTheLimit_CannotExist(long dollars) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(dollars));
}
