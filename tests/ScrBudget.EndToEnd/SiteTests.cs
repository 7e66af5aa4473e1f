namespace ScrBudget.EndToEnd;

public sealed class SiteTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task SignInPage_AnswersAndIsAccessible()
    {
        var response = await Page.GotoAsync("/sign-in");

        Assert.Equal(200, response!.Status);
        await AssertAccessibleAsync();
    }
}
