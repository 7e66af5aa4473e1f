using System.Text;
using Microsoft.Playwright;
using ScrBudget.TestSupport;

namespace ScrBudget.EndToEnd.ScrData;

/// <summary>The steward's way from the files of an export to a published snapshot, with a pause in between.</summary>
public sealed class ImportJourneyTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Header =
        "SCR Number,Case Number,SCR Type,Category,Subcategory,Approved Date,TCO Involvement,Association of Individuals,Crosses International Borders,Office";

    [Fact]
    public async Task Steward_UploadsMatchesMapsComparesAndPublishes_AndMayLeaveInBetween()
    {
        // A site of its own: what it publishes would be the current snapshot of every other test.
        using var database = new TemporarySqliteDatabase();
        await using var site = Site.Start("Development", database.Setting);
        await MoveToAsync(site.BaseAddress);
        await SignInAsync("SCR data steward");
        await OpenAsync("/scr-data/imports");
        await AssertAccessibleAsync();
        await Button("Upload and match columns").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Page.Locator("#files").SetInputFilesAsync(Dirty());
        await Page.GetByLabel("As-of date").FillAsync("2022-10-31");
        await Page.GetByLabel("Source").FillAsync("Journey system");
        await Page.GetByText("The records are invented (synthetic)").ClickAsync();
        await Page.GetByLabel("SCRs exported").FillAsync("9");
        await Button("Upload and match columns").ClickAsync();

        await Heading("Match columns").WaitForAsync();
        await AssertAccessibleAsync();
        await OpenAsync("/scr-data/imports");
        await Page.GetByRole(AriaRole.Link, new() { Name = "dirty-journey.csv" }).ClickAsync();
        await Heading("Match columns").WaitForAsync();
        await Button("Import").ClickAsync();

        await Page.GetByRole(AriaRole.Heading, new() { Name = "Unknown categories" }).WaitForAsync();
        await AssertAccessibleAsync();
        var first = Page.Url;
        await Page.Locator("#map-0").SelectOptionAsync("NS");
        await Button("Map Journeys of no return").ClickAsync();
        await Page.GetByText("The candidate still shows what was read before").WaitForAsync();
        await Button("Read again").ClickAsync();
        await Assertions.Expect(Page.GetByText("Unknown categories")).ToHaveCountAsync(0);
        Assert.NotEqual(first.Split('?')[0], Page.Url.Split('?')[0]);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Category unknown" })
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await Link("Next: Compare").ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Records", Exact = true }).WaitForAsync();
        await AssertAccessibleAsync();
        await Link("Next: Quality statements").ClickAsync();
        await Page.Locator("#limitations").FillAsync("Eight invented records.");
        await Button("Save the statements").ClickAsync();
        await Page.GetByText("Saved. They are published with the snapshot.").WaitForAsync();
        await AssertAccessibleAsync();
        await Link("Next: Publish").ClickAsync();
        await Page.GetByLabel("Why what was read differs").FillAsync("One row was a trial.");
        await AssertAccessibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Publish snapshot" }).ClickAsync();
        await Page.Locator("#confirm-publish").GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();

        await Assertions.Expect(Page.GetByText("Published, current")).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByText("Eight invented records.")).ToBeVisibleAsync();
        await AssertAccessibleAsync();
        await Page.Locator("#reason").FillAsync("It was a trial only.");
        await Button("Withdraw…").ClickAsync();
        await Page.Locator("#confirm-withdraw").GetByRole(AriaRole.Button, new() { Name = "Withdraw" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("It was a trial only.")).ToBeVisibleAsync();
        await OpenAsync("/scr-data/snapshots");
        await AssertAccessibleAsync();
        await Page.Context.CloseAsync();
    }

    private Task AssertAccessibleAsync() => AssertAccessibleAsync(Page);

    private static FilePayload Dirty()
    {
        var text = new StringBuilder(Header).Append('\n');
        for (var row = 1; row <= 8; row++)
        {
            var category = row == 3 ? "Journeys of no return" : "National Security";
            var date = row == 5 ? string.Empty : "2022-03-01";
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"SCR-J{row},C-J{row},Initial Investigation,{category},,{date},,,,SAC Alpha\n"
            );
        }

        return new FilePayload
        {
            Name = "dirty-journey.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(text.ToString()),
        };
    }

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private ILocator Heading(string name) =>
        Page.GetByRole(
            AriaRole.Heading,
            new()
            {
                Name = name,
                Level = 1,
                Exact = true,
            }
        );
}
