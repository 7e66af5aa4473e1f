namespace ScrBudget.EndToEnd;

/// <summary>The checks that every browser test leans on do notice a fault.</summary>
public sealed class BrowserTestTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task AccessibilityCheck_NoticesAPictureWithoutText()
    {
        await Page.SetContentAsync(
            "<!doctype html><html lang='en'><title>Trial</title><main><h1>Trial</h1><img src='data:,'></main></html>"
        );

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => AssertAccessibleAsync(Page));

        Assert.Contains("image-alt (critical)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConsoleCheck_NoticesAnErrorUnlessItWasAnnounced()
    {
        await Page.EvaluateAsync("console.error('a fault of the page')");
        Assert.Equal(["a fault of the page"], UnexpectedConsoleErrors());

        ExpectConsoleError("fault of the page");
        Assert.Empty(UnexpectedConsoleErrors());
    }
}
