using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.EndToEnd.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.EndToEnd.ScrData;

/// <summary>A record is excluded by two people, and an edition without it is made.</summary>
public sealed class ValidationJourneyTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Worklist = "/scr-data/validation?snapshot=1";
    private const string Editions = "/scr-data/validation/editions?snapshot=1";

    private Editor Editor => new(Page);

    [Fact]
    public async Task Record_IsProposedByTheSteward_ApprovedBySomebodyElse_AndLeftOutOfAnEdition()
    {
        // A site of its own: an edition is what every other test's statistics would be counted from.
        using var database = new TemporarySqliteDatabase();
        await using var site = Site.Start("Development", database.Setting);
        await BeAtAsync(site, DemoPeople.Steward);
        await OpenAsync(Worklist);
        await Editor.Button("Settle 0 records").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await AssertAccessibleAtBothWidthsAsync();
        await Page.Locator("#tick-1").PressAsync("Space");
        await Page.GetByText("Propose to exclude it").ClickAsync();
        await Page.GetByLabel("Reason (required)").FillAsync("The case file shows no association.");
        await Editor.Button("Settle 1 record").ClickAsync();
        await Assertions.Expect(Page.GetByText("1 record: propose to exclude it.")).ToBeVisibleAsync();

        await OpenAsync(Editions);
        await Assertions.Expect(Page.GetByText("1 proposed exclusions wait for a second person.")).ToBeVisibleAsync();
        await AssertAccessibleAtBothWidthsAsync();

        await BeAtAsync(site, DemoPeople.Performance);
        await OpenAsync($"{Worklist}&state=ExclusionProposed");
        await Page.Locator("#tick-1").PressAsync("Space");
        await Editor.Button("Reject the exclusions").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await AssertAccessibleAtBothWidthsAsync();
        await Editor.Button("Approve the exclusions").ClickAsync();
        await Assertions.Expect(Page.GetByText("1 exclusion approved.")).ToBeVisibleAsync();

        await BeAtAsync(site, DemoPeople.Steward);
        await OpenAsync(Editions);
        await Editor.Button("Make edition 1").ClickAsync();
        await Assertions.Expect(Page.GetByText("Edition 1 is made: statistics use it from now on.")).ToBeVisibleAsync();
        await Assertions
            .Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "FY 2022" }))
            .ToContainTextAsync("1,082");
        await AssertAccessibleAtBothWidthsAsync();
        await Page.Context.CloseAsync();
    }

    private async Task BeAtAsync(Site site, DemoPerson person)
    {
        await MoveToAsync(site.BaseAddress);
        await SignInAsync(person.DisplayName);
    }
}
