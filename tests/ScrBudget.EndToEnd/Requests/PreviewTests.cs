using ScrBudget.Application.Demo;

namespace ScrBudget.EndToEnd.Requests;

/// <summary>The quad chart is looked at in a tab, and kept by its download.</summary>
public sealed class PreviewTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("?inline=true", "inline")]
    [InlineData("", "attachment")]
    public async Task QuadChart_IsShownInlineForAPreview_AndElseDownloaded(string query, string expected)
    {
        var number = await Drafts.NewAsync(Fixture.Services, DemoPeople.CyberCrimes, "Preview");
        await BeAsync(DemoPeople.CyberCrimes);

        var answer = await Page.APIRequest.GetAsync($"/requests/{number}/quad-chart.pdf{query}");

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        Assert.StartsWith($"{expected}; filename=", answer.Headers["content-disposition"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PreviewOfTheEditor_LeadsToTheInlinePage()
    {
        var number = await Drafts.NewAsync(Fixture.Services, DemoPeople.CyberCrimes, "Preview link");
        await BeAsync(DemoPeople.CyberCrimes);
        await OpenAsync($"/requests/{number}/edit/description");

        var link = Page.Locator("a[target=_blank]");

        Assert.Equal($"/requests/{number}/quad-chart.pdf?inline=true", await link.GetAttributeAsync("href"));
    }
}
