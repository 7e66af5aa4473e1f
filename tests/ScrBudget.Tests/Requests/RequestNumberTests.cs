using FsCheck.Xunit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Tests.Requests;

public sealed class RequestNumberTests
{
    [Theory]
    [InlineData("FY2029-VAP-003", "FY2029-VAP-003")]
    [InlineData(" fy2029-vap-003\n", "FY2029-VAP-003")]
    [InlineData("FY2029-VAP-9999", "FY2029-VAP-9999")]
    public void TryParse_ReadsANumberInAnyCase(string text, string number)
    {
        Assert.True(RequestNumber.TryParse(text, out var parsed));
        Assert.Equal(number, parsed.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FY2029-VAP")]
    [InlineData("FY2029-VAP-000")]
    [InlineData("FY2029-VAP-03")]
    [InlineData("FY2029-VAP-10000")]
    [InlineData("FY29-VAP-003")]
    [InlineData("FY1950-VAP-003")]
    [InlineData("FY2029-V-003")]
    [InlineData("FY2029-VICTIMSAP-003")]
    [InlineData("FY2029-V4P-003")]
    [InlineData("FY2029-\u212AAP-003")] // the Kelvin sign, a K where case is ignored
    [InlineData("FY2029-VAP-٠٠٣")]
    public void TryParse_RefusesWhatIsNoNumber(string? text) => Assert.False(RequestNumber.TryParse(text, out _));

    [Property]
    public void TryParse_NeverThrows(string? text) => _ = RequestNumber.TryParse(text, out _);

    [Fact]
    public void Create_GivesThreeDigitsAtLeast() =>
        Assert.Equal("FY2029-VAP-003", RequestNumber.Create(new FiscalYear(2029), "VAP", 3).ToString());

    [Theory]
    [InlineData("VAP", 0)]
    [InlineData("VAP", 10_000)]
    [InlineData("V", 1)]
    [InlineData("V-P", 1)]
    public void Create_OutOfRange_CannotExist(string office, int sequence) =>
        Assert.Throws<ArgumentException>(() => RequestNumber.Create(new FiscalYear(2029), office, sequence));

    [Fact]
    public void LongestNumber_FitsItsColumn() =>
        Assert.True(
            RequestNumber.Create(new FiscalYear(2029), "ABCDEFGH", 9999).ToString().Length <= RequestNumber.Length
        );
}
