using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.EndToEnd.Requests;

namespace ScrBudget.EndToEnd;

/// <summary>Every page, for a role that may see it: axe finds nothing, and nothing has to be scrolled sideways on a phone.</summary>
public sealed class AccessibilityTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const int DeskWidth = 1440;
    private const int PhoneWidth = 320;
    private const int Height = 900;

    /// <summary>The innermost elements for which the page must be scrolled sideways; tables scroll in themselves.</summary>
    private const string TooWide = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) {
            return [];
          }
          const beyond = [...document.querySelectorAll("body *")]
            .filter((element) => element.getBoundingClientRect().right > width && !element.closest(".sb-table-frame *"));
          return beyond
            .filter((element) => !beyond.some((other) => other !== element && element.contains(other)))
            .map((element) => `${element.outerHTML.slice(0, 160)} (to ${Math.round(element.getBoundingClientRect().right)})`);
        }
        """;

    private const string Category = "Transnational Crimes Against Children";

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/error")]
    [InlineData("/not-found")]
    [InlineData("/access-denied")]
    [InlineData("/status/400")]
    public async Task PublicPage_IsAccessible(string path)
    {
        ExpectConsoleError("status of 404");

        await Page.GotoAsync(path);

        await AssertAccessibleAtBothWidthsAsync();
    }

    [Theory]
    [InlineData("author-ceiu", "/")]
    [InlineData("author-ceiu", "/requests")]
    [InlineData("author-ceiu", "/requests?search=nothing-has-this-name")]
    [InlineData("author-ceiu", "/requests/new")]
    [InlineData("author-ceiu", "/requests/FY2029-VAP-001")]
    [InlineData("author-vap", "/requests/FY2022-VAP-001")]
    [InlineData("auditor", "/")]
    [InlineData("auditor", "/requests/FY2029-VAP-001")]
    [InlineData("analyst", "/requests")]
    [InlineData("steward", "/scr-data")]
    [InlineData("auditor", "/evidence")]
    [InlineData("administrator", "/accounts")]
    public async Task PageOfARole_IsAccessible(string userName, string path)
    {
        await BeAsync(DemoPeople.All.Single(person => person.UserName == userName));

        await OpenAsync(path);

        await AssertAccessibleAtBothWidthsAsync();
    }

    [Theory]
    [InlineData("facts")]
    [InlineData("description")]
    [InlineData("justification")]
    [InlineData("cost")]
    [InlineData("impact")]
    [InlineData("if-not-funded")]
    [InlineData("scr-data")]
    [InlineData("submit")]
    public async Task EditorSection_IsAccessible(string section)
    {
        await OpenDraftAsync(section);

        await AssertAccessibleAtBothWidthsAsync();
    }

    [Theory]
    [InlineData("Attach…")]
    [InlineData("Decline…")]
    [InlineData("Not applicable…")]
    public async Task OpenAnswerForm_IsAccessible(string command)
    {
        await OpenDraftAsync("scr-data");
        var card = new Editor(Page).Card(Category);

        await card.GetByRole(AriaRole.Button, new() { Name = command }).ClickAsync();
        await Assertions.Expect(card.Locator(".sb-answer")).ToBeVisibleAsync();

        await AssertAccessibleAtBothWidthsAsync();
    }

    [Fact]
    public async Task ErrorSummary_TakesTheFocusAndIsAccessible()
    {
        await BeAsync(DemoPeople.ChildExploitation);
        await OpenAsync("/requests/new");

        await new Editor(Page).Button("Start the request").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();

        await AssertAccessibleAtBothWidthsAsync();
    }

    [Fact]
    public async Task VerifiedEvidence_IsAccessible()
    {
        await BeAsync(DemoPeople.Auditor);
        await OpenAsync("/evidence");

        await new Editor(Page).Button("Verify all records").ClickAsync();
        await Assertions.Expect(Page.GetByText("records verified. Nothing was changed.")).ToBeVisibleAsync();

        await AssertAccessibleAtBothWidthsAsync();
    }

    private async Task OpenDraftAsync(string section)
    {
        var number = await Drafts.FilledAsync(Fixture.Services, DemoPeople.ChildExploitation, "For all to use");
        await BeAsync(DemoPeople.ChildExploitation);
        await OpenAsync($"/requests/{number}/edit/{section}");
    }

    private async Task AssertAccessibleAtBothWidthsAsync()
    {
        foreach (var width in new[] { DeskWidth, PhoneWidth })
        {
            await Page.SetViewportSizeAsync(width, Height);
            await AssertAccessibleAsync(Page);
            var tooWide = await Page.EvaluateAsync<string[]>(TooWide);
            Assert.True(
                tooWide.Length == 0,
                $"At {width} pixels it must be scrolled for:\n{string.Join('\n', tooWide)}"
            );
        }
    }
}
