using Microsoft.Playwright;

namespace ScrBudget.EndToEnd;

public sealed class SiteTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task ErrorPage_AnswersAndIsAccessible()
    {
        var response = await Page.GotoAsync("/error");

        Assert.NotNull(response);
        Assert.Equal("text/html", (await response.HeaderValueAsync("content-type"))?.Split(';')[0]);
        Assert.NotEmpty(await Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        await AssertAccessibleAsync(Page);
    }
}
