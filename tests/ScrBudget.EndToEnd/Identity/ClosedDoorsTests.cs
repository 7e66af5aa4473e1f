using System.Net;
using ScrBudget.Application.Demo;
using ScrBudget.EndToEnd.Requests;

namespace ScrBudget.EndToEnd.Identity;

/// <summary>What the server itself refuses, whatever a screen would show: asked by HTTP.</summary>
public sealed class ClosedDoorsTests(BrowserFixture fixture)
{
    private const string Title = "Doors that stay closed";

    private static readonly string[] PagesForTheSignedIn =
    [
        "/",
        "/requests",
        "/requests/new",
        "/requests/FY2029-VAP-001",
        "/requests/FY2029-VAP-001/edit",
        "/requests/FY2029-VAP-001/edit/description",
        "/requests/FY2029-VAP-001/edit/scr-data",
        "/requests/FY2029-VAP-001/edit/submit",
        "/scr-data",
        "/scr-data/records",
        "/evidence",
        "/accounts",
    ];

    private static readonly string[] Downloads =
    [
        "/requests/FY2029-VAP-001/quad-chart.pdf",
        "/requests/FY2029-VAP-001/exhibit.docx",
        "/scr-data/statistics.csv",
        "/scr-data/statistics.xlsx",
        "/scr-data/records.csv",
        "/scr-data/records.xlsx",
    ];

    [Fact]
    public async Task Anonymous_IsSentToSignInFromEveryPageAndDownload()
    {
        using var visitor = new Visitor(fixture.BaseAddress);

        foreach (var path in PagesForTheSignedIn.Concat(Downloads))
        {
            using var answer = await visitor.GetAsync(path);
            AssertSentToSignIn(answer, path);
        }
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/_blazor?id=none")]
    public async Task Anonymous_GetsNoCircuit(string path)
    {
        using var visitor = new Visitor(fixture.BaseAddress);

        using var answer = await visitor.PostAsync(path, []);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        // Nor does a page that is open to all begin one.
        Assert.DoesNotContain(
            "<!--Blazor:{\"type\":\"server\"",
            await visitor.ReadAsync("/sign-in"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AnotherOfficesAuthor_FindsNeitherTheRequestNorItsFiles()
    {
        var number = await Drafts.FilledAsync(fixture.Services, DemoPeople.VictimAssistance, Title);
        using var other = await Visitor.SignedInAsync(fixture.BaseAddress, DemoPeople.CyberCrimes);

        foreach (var file in FilesOf(number))
        {
            using var answer = await other.GetAsync(file);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        foreach (var page in new[] { $"/requests/{number}", $"/requests/{number}/edit/impact", "/requests", "/" })
        {
            var shown = await other.ReadAsync(page);
            Assert.DoesNotContain(Title, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(Drafts.Impact, shown, StringComparison.Ordinal);
        }

        Assert.Contains(
            "There is no such request, or you may not see it.",
            await other.ReadAsync($"/requests/{number}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Auditor_ReadsAndDownloads_ButIsKeptOutOfTheEditor()
    {
        var number = await Drafts.FilledAsync(fixture.Services, DemoPeople.VictimAssistance, Title);
        using var auditor = await Visitor.SignedInAsync(fixture.BaseAddress, DemoPeople.Auditor);

        Assert.Contains(Title, await auditor.ReadAsync($"/requests/{number}"), StringComparison.Ordinal);
        foreach (var file in FilesOf(number))
        {
            using var answer = await auditor.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        }

        foreach (var page in new[] { "/requests/new", $"/requests/{number}/edit/impact", "/accounts" })
        {
            using var answer = await auditor.GetAsync(page);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal("/access-denied", answer.Headers.Location?.AbsolutePath);
        }
    }

    [Fact]
    public async Task Administrator_SeesNoRequestAndNoStatistic()
    {
        using var administrator = await Visitor.SignedInAsync(fixture.BaseAddress, DemoPeople.Administrator);

        foreach (var path in new[] { "/requests", "/scr-data", "/evidence", Downloads[0], Downloads[1] })
        {
            using var answer = await administrator.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal("/access-denied", answer.Headers.Location?.AbsolutePath);
        }
    }

    [Fact]
    public async Task FormsWithoutTheirToken_AreRefused()
    {
        using var visitor = await Visitor.SignedInAsync(fixture.BaseAddress, DemoPeople.Auditor);

        using var signIn = await visitor.PostAsync("/sign-in/demo", new() { ["user"] = "analyst" });
        using var password = await visitor.PostAsync("/sign-in", new() { ["_handler"] = "sign-in" });
        using var firstStart = await visitor.PostAsync("/first-start", new() { ["_handler"] = "first-start" });

        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, password.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, firstStart.StatusCode);
    }

    [Fact]
    public async Task SigningOut_NeedsTheFormsToken()
    {
        using var visitor = await Visitor.SignedInAsync(fixture.BaseAddress, DemoPeople.Auditor);

        using var forged = await visitor.PostAsync("/sign-out", []);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.True(visitor.IsSignedIn);
        using var meant = await visitor.SendFormAsync("/", "/sign-out", []);
        Assert.Equal("/sign-in", meant.Headers.Location?.OriginalString);
        Assert.False(visitor.IsSignedIn);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/\t/elsewhere.example/")]
    [InlineData("\\\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task SigningIn_LeadsToNoOtherSite(string returnUrl)
    {
        using var visitor = new Visitor(fixture.BaseAddress);

        using var answer = await visitor.SignInAsync(DemoPeople.Analyst, returnUrl);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task SigningIn_LeadsBackToThePageThatAskedForIt()
    {
        using var visitor = new Visitor(fixture.BaseAddress);

        using var answer = await visitor.SignInAsync(DemoPeople.Analyst, "/requests?status=Draft");

        Assert.Equal("/requests?status=Draft", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task DemoSignIn_OpensDemoAccountsOnly()
    {
        using var visitor = new Visitor(fixture.BaseAddress);

        using var answer = await visitor.SendFormAsync("/sign-in", "/sign-in/demo", new() { ["user"] = "root" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(visitor.IsSignedIn);
    }

    private static string[] FilesOf(string number) =>
        [$"/requests/{number}/quad-chart.pdf", $"/requests/{number}/exhibit.docx"];

    private static void AssertSentToSignIn(HttpResponseMessage answer, string path)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{path}: {answer.StatusCode}");
        Assert.Equal("/sign-in", answer.Headers.Location?.AbsolutePath);
    }
}
