using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.Domain.Requests;

namespace ScrBudget.EndToEnd.Requests;

/// <summary>Text larger than a message to the server may be: kept where it can be, refused in the browser where not.</summary>
public sealed class LargeInputTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private Editor Editor => new(Page);

    [Fact]
    public async Task PasteBeyondTheDefaultMessageSize_KeepsTheCircuit_AndIsToldAsTooLong()
    {
        await OpenDraftAsync("Long paste");

        await Editor.TextArea.FillAsync(new string('界', 39_000));

        await Assertions.Expect(Editor.SaveStatus).ToContainTextAsync("Description has 39,000 characters");
        await Editor.TextArea.FillAsync("Short again.");
        await Assertions.Expect(Editor.SaveStatus).ToHaveTextAsync(Editor.AllSaved);
    }

    [Fact]
    public async Task StillLargerPaste_IsStoppedWithAMessage_AndWhatStoodThereStays()
    {
        await OpenDraftAsync("Book pasted");
        await Editor.TypeAsync("What it is.");

        await Editor.TextArea.FillAsync(new string('x', (2 * RequestSection.TextLength) + 1));

        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "That text is too long for a field" });
        await Assertions
            .Expect(dialog)
            .ToContainTextAsync("The field would hold 40,001 characters; 40,000 are the most");
        await AssertAccessibleAsync(Page);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(Editor.TextArea).ToHaveValueAsync("What it is.");
        await Editor.TypeAsync(" And more.");
        await Assertions.Expect(Editor.SaveStatus).ToHaveTextAsync(Editor.AllSaved);
    }

    private async Task OpenDraftAsync(string title)
    {
        var number = await Drafts.NewAsync(Fixture.Services, DemoPeople.CyberCrimes, title);
        await BeAsync(DemoPeople.CyberCrimes);
        await OpenAsync($"/requests/{number}/edit/description");
    }
}
