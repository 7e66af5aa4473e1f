using System.Net;
using System.Text.RegularExpressions;
using ScrBudget.Application.Demo;
using ScrBudget.TestSupport;

namespace ScrBudget.EndToEnd.Identity;

/// <summary>The site as an agency starts it: nothing is preset, and the first visitor cannot claim it.</summary>
public sealed partial class ProductionTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string UserName = "first.administrator";
    private const string Password = "the river runs under nine bridges";
    private const string WrongCode = "ABCDEFGHJKLM";
    private const string DemoAddress = "/sign-in/demo";
    private const int TriesBeforeTheLock = 5;

    [Fact]
    public async Task FirstStart_NeedsTheCodeFromTheLog_AndPasswordsSignIn()
    {
        using var database = new TemporarySqliteDatabase();
        await using var site = Site.Start("Production", database.Setting);
        using var visitor = new Visitor(site.BaseAddress);

        await AssertNoDemoAsync(visitor);
        await AssertAccessibleAsync(site);
        await AssertRefusedAsync(visitor, "The setup code is not right", WrongCode);
        await AssertRefusedAsync(visitor, "Password", SetupCode(site), password: "too short");
        using (var created = await CreateAsync(visitor, SetupCode(site), Password))
        {
            Assert.Equal("/sign-in", created.Headers.Location?.AbsolutePath);
        }

        await AssertClaimedOnceAsync(visitor, SetupCode(site));
        await AssertPasswordSignsInAsync(visitor);
        await AssertOtherSitesAreRefusedAsync(site);
        await AssertWrongPasswordsLockAsync(site);
    }

    private static async Task AssertNoDemoAsync(Visitor visitor)
    {
        using (var page = await visitor.GetAsync("/sign-in"))
        {
            Assert.Equal("/first-start", page.Headers.Location?.AbsolutePath);
        }

        // The visitor is asked to sign in, as at any address that is not open to all; there is nothing behind it.
        using var demo = await visitor.SendFormAsync(
            "/first-start",
            DemoAddress,
            new() { ["user"] = DemoPeople.Administrator.UserName }
        );
        Assert.Equal("/sign-in", demo.Headers.Location?.AbsolutePath);
        Assert.False(visitor.IsSignedIn);
    }

    /// <summary>The first start is the one page that only an empty site shows.</summary>
    private async Task AssertAccessibleAsync(Site site)
    {
        var page = await OpenPageAsync(await OpenContextAsync(site.BaseAddress));
        await page.GotoAsync("/");
        Assert.Equal("/first-start", new Uri(page.Url).AbsolutePath);
        await AssertAccessibleAsync(page);
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Create the administrator" })
            .ClickAsync();
        var summary = page.GetByRole(Microsoft.Playwright.AriaRole.Alert);
        await Microsoft.Playwright.Assertions.Expect(summary).ToBeFocusedAsync();
        await AssertAccessibleAsync(page);
        await page.SetViewportSizeAsync(320, 640);
        await AssertAccessibleAsync(page);
    }

    private static async Task AssertRefusedAsync(
        Visitor visitor,
        string reason,
        string code,
        string password = Password
    )
    {
        using var answer = await CreateAsync(visitor, code, password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(reason, await TextAsync(answer), StringComparison.Ordinal);
        using var stillEmpty = await visitor.GetAsync("/sign-in");
        Assert.Equal("/first-start", stillEmpty.Headers.Location?.AbsolutePath);
    }

    /// <summary>Whoever kept the form open, and the code, comes too late.</summary>
    private static async Task AssertClaimedOnceAsync(Visitor visitor, string code)
    {
        using var page = await visitor.GetAsync("/first-start");
        Assert.Equal("/sign-in", page.Headers.Location?.AbsolutePath);
        using var second = await visitor.SendFormAsync(
            "/sign-in",
            "/first-start",
            FirstStart(code, "second.one", Password)
        );
        using var signedIn = await visitor.SignInAsync("second.one", Password);
        Assert.False(visitor.IsSignedIn);
    }

    private static async Task AssertPasswordSignsInAsync(Visitor visitor)
    {
        Assert.DoesNotContain("Demo accounts", await visitor.ReadAsync("/sign-in"), StringComparison.Ordinal);
        using var answer = await visitor.SignInAsync(UserName, Password, "/accounts");
        Assert.Equal("/accounts", Location(answer));
        using var demo = await visitor.SendFormAsync("/accounts", DemoAddress, new() { ["user"] = UserName });
        Assert.True(
            demo.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed,
            $"The demo's sign-in answered {demo.StatusCode}."
        );
        Assert.Contains("1 account", await visitor.ReadAsync("/accounts"), StringComparison.Ordinal);
    }

    private static async Task AssertOtherSitesAreRefusedAsync(Site site)
    {
        foreach (
            var address in new[]
            {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example/",
                "/\t/elsewhere.example/",
            }
        )
        {
            using var visitor = new Visitor(site.BaseAddress);
            using var answer = await visitor.SignInAsync(UserName, Password, address);
            Assert.True(visitor.IsSignedIn);
            Assert.Equal("/", Location(answer));
        }
    }

    private static async Task AssertWrongPasswordsLockAsync(Site site)
    {
        using var guesser = new Visitor(site.BaseAddress);
        for (var attempt = 1; attempt < TriesBeforeTheLock; attempt++)
        {
            using var wrong = await guesser.SignInAsync(UserName, "a guess of some length");
            Assert.Contains("User name or password is not right", await TextAsync(wrong), StringComparison.Ordinal);
        }

        using var last = await guesser.SignInAsync(UserName, "a guess of some length");
        Assert.Contains("The account is locked for 15 minutes", await TextAsync(last), StringComparison.Ordinal);
        Assert.Contains(
            site.Log,
            line =>
                line.StartsWith($"Sign-in of {UserName} from 127.0.0.1 failed: locked out", StringComparison.Ordinal)
        );
        using var right = await guesser.SignInAsync(UserName, Password);
        Assert.Contains("The account is locked for 15 minutes", await TextAsync(right), StringComparison.Ordinal);
        Assert.False(guesser.IsSignedIn);
        // An unknown name is answered as a wrong password is: it must not tell which names exist.
        using var unknown = await guesser.SignInAsync("nobody.here", Password);
        Assert.Contains("User name or password is not right", await TextAsync(unknown), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> CreateAsync(Visitor visitor, string code, string password) =>
        visitor.SendFormAsync("/first-start", "/first-start", FirstStart(code, UserName, password));

    private static Dictionary<string, string> FirstStart(string code, string userName, string password) =>
        new()
        {
            ["_handler"] = "first-start",
            ["Form.Code"] = code,
            ["Form.UserName"] = userName,
            ["Form.DisplayName"] = "First administrator",
            ["Form.Password"] = password,
        };

    private static string SetupCode(Site site) =>
        site.Log.Select(line => Code().Match(line)).Single(match => match.Success).Groups["code"].Value;

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    private static string? Location(HttpResponseMessage answer) =>
        answer.Headers.Location is { IsAbsoluteUri: true } whole
            ? whole.PathAndQuery
            : answer.Headers.Location?.OriginalString;

    [GeneratedRegex("Setup code: (?<code>[A-Z2-9]{12})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
