using ScrBudget.Application.Demo;

namespace ScrBudget.EndToEnd.Cycles;

/// <summary>The pages of data calls, guidance and training: axe finds nothing, at both widths.</summary>
public sealed class CycleAccessibilityTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("compiler", "/cycles")]
    [InlineData("auditor", "/cycles?state=NotYetOpen")]
    [InlineData("compiler", "/cycles/2029")]
    [InlineData("compiler", "/cycles/2022")]
    [InlineData("administrator", "/cycles/2050")]
    [InlineData("compiler", "/cycles/2029/guidance")]
    [InlineData("author-vap", "/cycles/2029/guidance")]
    [InlineData("analyst", "/cycles/2022/guidance")]
    [InlineData("compiler", "/cycles/2029/training")]
    [InlineData("auditor", "/cycles/2029/training?done=no")]
    [InlineData("auditor", "/cycles/2029/training?search=nobody-has-this-name")]
    [InlineData("author-vap", "/cycles/2029/training")]
    [InlineData("author-vap", "/training")]
    [InlineData("steward", "/training")]
    public async Task PageOfARole_IsAccessible(string userName, string path)
    {
        await BeAsync(DemoPeople.All.Single(person => person.UserName == userName));

        await OpenAsync(path);

        await AssertAccessibleAtBothWidthsAsync();
    }
}
