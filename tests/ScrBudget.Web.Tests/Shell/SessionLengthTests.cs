using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Tests.Shell;

public sealed class SessionLengthTests
{
    [Theory]
    [InlineData(null, 1800)]
    [InlineData("", 1800)]
    [InlineData("15", 900)]
    [InlineData("0.5", 30)]
    [InlineData("1440", 86400)]
    public void Parse_TakesMinutes(string? minutes, int seconds) =>
        Assert.Equal(seconds, SessionLength.Parse(minutes)?.IdleSeconds);

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1441")]
    [InlineData("NaN")]
    [InlineData("half an hour")]
    public void Parse_OutOfLimits_GivesNothing(string minutes) => Assert.Null(SessionLength.Parse(minutes));
}
