using ScrBudget.Domain.Cycles;

namespace ScrBudget.Tests.Cycles;

public sealed class MarkingTests
{
    private const string Agency = "U.S. Immigration and Customs Enforcement";

    [Fact]
    public void Budget_IsTheBannerOfTheRegistry()
    {
        Assert.Equal("CUI//SP-BUDG", Marking.Budget.Banner);
        Assert.Equal(Agency, Marking.Budget.DesignatedBy);
    }

    [Theory]
    [InlineData("  CUI//SP-BUDG//LEI ", "CUI//SP-BUDG//LEI")]
    [InlineData("CUI//SP-BUDG\r\n", "CUI//SP-BUDG")]
    [InlineData("CUI//SP-RULES", "CUI//SP-RULES")]
    [InlineData("SUBSBUS", "SUBSBUS")]
    public void Parse_KeepsTheBannerWithoutWhatMayNotBeStored(string text, string banner) =>
        Assert.Equal(banner, Marking.Parse(text, Agency).Value.Banner);

    [Theory]
    [InlineData("FOUO")]
    [InlineData("U//fouo")]
    [InlineData("FOUO/LES")]
    [InlineData("RULES//LES")]
    [InlineData("For Official Use Only")]
    public void Parse_WithALegacyMark_IsRefusedAndNamesIt(string banner)
    {
        var refusal = Marking.Parse(banner, Agency).Refusal;

        Assert.Equal("marking-legacy", refusal?.Code);
        Assert.Contains(banner, refusal?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \0 ")]
    public void Parse_WithoutABanner_IsRefused(string banner) =>
        Assert.Equal("marking-length", Marking.Parse(banner, Agency).Refusal?.Code);

    [Fact]
    public void Parse_BeyondALimit_IsRefused()
    {
        Assert.True(
            Marking.Parse(new string('A', Marking.BannerLength), new string('A', Marking.DesignatedByLength)).IsDone
        );
        Assert.Equal("marking-length", Marking.Parse(new string('A', Marking.BannerLength + 1), Agency).Refusal?.Code);
        Assert.Equal(
            "marking-agency-length",
            Marking.Parse("CUI", new string('A', Marking.DesignatedByLength + 1)).Refusal?.Code
        );
    }

    [Fact]
    public void Parse_WithoutTheDesignatingAgency_IsRefusedBecauseTheFirstPageNamesIt() =>
        Assert.Equal("marking-agency-length", Marking.Parse("CUI//SP-BUDG", "  ").Refusal?.Code);
}
