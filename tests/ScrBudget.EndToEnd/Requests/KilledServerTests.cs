using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.TestSupport;

namespace ScrBudget.EndToEnd.Requests;

/// <summary>The server dies between two keystrokes: what the screen had called saved is there afterwards.</summary>
public sealed class KilledServerTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Address = "/requests/FY2029-VAP-001/edit/if-not-funded";
    private const string CalledSaved = " Called saved a moment before the cut.";
    private const string NotYetSaved = " Typed into the void.";

    [Fact]
    public async Task KilledBetweenKeystrokes_LosesNothingThatTheScreenCalledSaved()
    {
        // The page's own words about the lost connection.
        ExpectConsoleError("WebSocket");
        ExpectConsoleError("ERR_CONNECTION_REFUSED");
        ExpectConsoleError("Connection disconnected");
        ExpectConsoleError("Failed to");
        using var folder = new TemporaryFolder();
        using var first = await SiteProcess.StartAsync(folder.FullPath);
        var context = await OpenContextAsync(first.BaseAddress);
        var page = await OpenPageAsync(context);
        await SignInAndOpenAsync(page, context, first.BaseAddress);
        var editor = new Editor(page);
        var expected = await editor.TextArea.InputValueAsync() + CalledSaved;
        await editor.TextArea.PressAsync("Control+End");
        await editor.TypeAsync(CalledSaved);

        await first.KillAsync();
        // As a keystroke that was on its way: the dialog about the lost connection lets no further one in.
        await editor.TextArea.EvaluateAsync(
            "(field, text) => { field.value += text; field.dispatchEvent(new InputEvent('input', { bubbles: true })); }",
            NotYetSaved
        );
        await Assertions.Expect(editor.SaveStatus).ToHaveTextAsync("Saving…");

        using var second = await SiteProcess.StartAsync(folder.FullPath, first.BaseAddress);
        // The page finds the new server by itself: it shows what had not been saved before it can be loaded again.
        await Assertions.Expect(page.Locator("#reconnect-unsaved")).ToHaveValueAsync(expected + NotYetSaved);
        var reopened = await OpenPageAsync(context);
        await reopened.GotoAsync(Address);
        await WaitUntilInteractiveAsync(reopened);
        await Assertions.Expect(new Editor(reopened).TextArea).ToHaveValueAsync(expected);
    }

    private static async Task SignInAndOpenAsync(IPage page, IBrowserContext context, Uri site)
    {
        using var visitor = await Visitor.SignedInAsync(site, DemoPeople.VictimAssistance);
        await context.AddCookiesAsync(BrowserFixture.AsCookies(visitor));
        await page.GotoAsync(Address);
        await WaitUntilInteractiveAsync(page);
    }
}
