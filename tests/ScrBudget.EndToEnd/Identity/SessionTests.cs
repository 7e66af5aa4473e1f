using System.Net;
using Microsoft.Playwright;
using ScrBudget.Application.Demo;

namespace ScrBudget.EndToEnd.Identity;

/// <summary>The end of a session: by signing out, and by leaving it alone.</summary>
public sealed class SessionTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Trial = "/idle-trial";
    private const string SignedOut = "/idle-signed-out";

    /// <summary>What idle.js needs of a page, without a circuit, whose own timers a wound clock would upset.</summary>
    private const string TrialPage = $"""
        <!DOCTYPE html><html lang="en"><title>Trial</title><body>
        <dialog id="idle-dialog" data-idle-seconds="1800" data-keep-alive="/keep-alive"><button id="idle-stay">Stay</button></dialog>
        <div class="sb-menu"><form action="{SignedOut}"></form></div>
        <script type="module" src="/idle.js"></script></body></html>
        """;

    [Fact]
    public async Task CookieOfASessionThatWasSignedOut_OpensNothing()
    {
        using var visitor = await Visitor.SignedInAsync(Fixture.BaseAddress, DemoPeople.Auditor);
        using var copy = visitor.Copy();
        using (var open = await copy.GetAsync("/requests"))
        {
            Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        }

        using (var left = await visitor.SendFormAsync("/requests", "/sign-out", []))
        {
            Assert.Equal("/sign-in", left.Headers.Location?.OriginalString);
        }

        using var closed = await copy.GetAsync("/requests");
        Assert.Equal("/sign-in", closed.Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task ForgottenTab_StaysWhileAnotherIsInUse_AndEndsTheSessionWhenAllAreLeft()
    {
        var context = await OpenContextAsync(Fixture.BaseAddress);
        await context.RouteAsync(
            $"**{Trial}",
            route => route.FulfillAsync(new() { ContentType = "text/html", Body = TrialPage })
        );
        await context.RouteAsync("**/keep-alive", route => route.FulfillAsync(new() { Status = 204 }));
        await context.RouteAsync(
            $"**{SignedOut}*",
            route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Out</title>" })
        );
        var used = await OpenTrialAsync(context);
        var forgotten = await OpenTrialAsync(context);

        await MoveToMinuteAsync(26, used, forgotten);
        await WaitUntilWarnedAsync(forgotten, warned: true);
        await used.Keyboard.PressAsync("a");
        await WaitUntilWarnedAsync(forgotten, warned: false);

        // The forgotten one was left 53 minutes ago by itself: it would have ended the session at minute 30.
        await MoveToMinuteAsync(53, used, forgotten);
        await WaitUntilWarnedAsync(forgotten, warned: true);
        Assert.Equal(Trial, new Uri(forgotten.Url).AbsolutePath);

        await MoveToMinuteAsync(57, forgotten);
        await forgotten.WaitForURLAsync($"**{SignedOut}*");
    }

    /// <summary>The page's own time runs on, but from any minute that the test moves it to.</summary>
    private static async Task<IPage> OpenTrialAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(
            "const realNow = Date.now; window.minute = 0; Date.now = () => realNow() + window.minute * 60000;"
        );
        await page.GotoAsync(Trial);
        await page.WaitForFunctionAsync("localStorage.getItem('scrbudget-last-activity') !== null");
        return page;
    }

    private static async Task MoveToMinuteAsync(int minute, params IPage[] pages)
    {
        foreach (var page in pages)
        {
            await page.EvaluateAsync("minute => window.minute = minute", minute);
        }
    }

    private static async Task WaitUntilWarnedAsync(IPage page, bool warned) =>
        await page.WaitForFunctionAsync("warned => document.getElementById('idle-dialog').open === warned", warned);
}
