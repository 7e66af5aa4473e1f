using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.EndToEnd.Requests;

namespace ScrBudget.EndToEnd;

/// <summary>Every page, for a role that may see it: axe finds nothing, and nothing has to be scrolled sideways on a phone.</summary>
public sealed class AccessibilityTests(BrowserFixture fixture) : BrowserTest(fixture)
{
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
    [InlineData("analyst", "/")]
    [InlineData("analyst", "/review")]
    [InlineData("analyst", "/review/states")]
    [InlineData("analyst", "/review?queue=ToTakeUp&search=nothing-has-this-name")]
    [InlineData("compiler", "/review?queue=WithOffices")]
    [InlineData("analyst", "/review/FY2022-VAP-001")]
    [InlineData("author-vap", "/review/FY2029-VAP-001")]
    [InlineData("analyst", "/requests/FY2022-VAP-001/changes")]
    [InlineData("analyst", "/requests/FY2022-VAP-001/changes?from=1&to=0")]
    [InlineData("analyst", "/requests/FY2022-VAP-001/changes?from=1&to=9")]
    [InlineData("author-vap", "/requests/FY2022-VAP-001/changes?lastYear=")]
    [InlineData("auditor", "/requests/FY2029-VAP-001/changes")]
    [InlineData("steward", "/scr-data")]
    [InlineData("performance", "/scr-data/measure")]
    [InlineData("performance", "/scr-data/measure?denominator=OpenAtYearEnd&snapshot=99")]
    [InlineData("author-vap", "/scr-data/published")]
    [InlineData("steward", "/scr-data/imports")]
    [InlineData("steward", "/scr-data/imports/0123456789abcdef")]
    [InlineData("steward", "/scr-data/snapshots")]
    [InlineData("analyst", "/scr-data/snapshots?status=Withdrawn")]
    [InlineData("steward", "/scr-data/snapshots/1")]
    [InlineData("auditor", "/scr-data/snapshots/99")]
    [InlineData("auditor", "/scr-data/samples")]
    [InlineData("auditor", "/scr-data/samples?search=nothing-has-this-purpose")]
    [InlineData("auditor", "/scr-data/samples/new")]
    [InlineData("steward", "/scr-data/validation")]
    [InlineData("performance", "/scr-data/validation?state=ExclusionProposed")]
    [InlineData("steward", "/scr-data/validation/editions")]
    [InlineData("analyst", "/tracking")]
    [InlineData("author-vap", "/tracking?submitted=all")]
    [InlineData("auditor", "/tracking?submitted=2027&category=TCAC&office=VAP")]
    [InlineData("analyst", "/tracking?submitted=sometime")]
    [InlineData("auditor", "/tracking/requests")]
    [InlineData("analyst", "/tracking/requests?standing=Transmitted&value=Used")]
    [InlineData("auditor", "/tracking/cross-checks")]
    [InlineData("auditor", "/tracking/cross-checks?fy=2020")]
    [InlineData("compiler", "/deciding?fy=2029")]
    [InlineData("compiler", "/deciding?fy=2029&search=nothing-has-this-name")]
    [InlineData("auditor", "/deciding?fy=2029")]
    [InlineData("author-vap", "/deciding")]
    [InlineData("author-vap", "/deciding/VAP?fy=2029")]
    [InlineData("compiler", "/deciding/stages?fy=2029")]
    [InlineData("analyst", "/deciding/stages?fy=2022")]
    [InlineData("auditor", "/evidence")]
    [InlineData("administrator", "/accounts")]
    [InlineData("author-vap", "/notices")]
    [InlineData("author-vap", "/notices?show=unread&kind=RequestReturned")]
    [InlineData("author-vap", "/notices/settings")]
    [InlineData("administrator", "/notices/outbox")]
    [InlineData("administrator", "/notices/outbox?status=GivenUp")]
    public async Task PageOfARole_IsAccessible(string userName, string path)
    {
        await BeAsync(DemoPeople.All.Single(person => person.UserName == userName));

        await OpenAsync(path);

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
}
