using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Tracking;
using ScrBudget.Data;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Tracking;
using ScrBudget.EndToEnd.Requests;

namespace ScrBudget.EndToEnd.Review;

/// <summary>
/// One request through the hands of four people, in their browsers: was the data used? What is derived moves at each step,
/// and the audit trail alone gives the same states.
/// </summary>
public sealed class ReviewJourneyTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private Editor Screen => new(Page);

    [Fact]
    public async Task Request_IsRecommendedDataReturnedAcceptedResubmittedDecidedAndTransmitted()
    {
        var author = DemoPeople.VictimAssistanceAuthor;
        var number = await Drafts.FilledAsync(Fixture.Services, author, "Data recommended in review");
        await Drafts.DeclineAllAsync(Fixture.Services, number, author);
        await SubmitAsync(number);

        await BeAsync(DemoPeople.Analyst);
        await OpenAsync("/review?queue=ToTakeUp");
        await AssertAccessibleAtBothWidthsAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await Screen.Button("Take up for review").ClickAsync();
        await ExpectDoneAsync("the request is in review");
        await TickAsync("recommend-TCAC");
        await TickAsync("recommend-TCAC-what-2");
        await Screen.FillAsync("Why it bears on the request (required)", "Nearly every case has a child to interview.");
        await Screen.Button("Recommend 1 category").ClickAsync();
        await ExpectDoneAsync("Recommended: R1.");
        await AssertAccessibleAtBothWidthsAsync();
        await ReturnAsync("Answer R1, please.");
        await ExpectAsync(number, RequestStatus.Returned, UseValue.Open);

        await BeAsync(author);
        await OpenAsync($"/requests/{number}");
        await Assertions.Expect(Page.GetByText("Answer R1, please.").First).ToBeVisibleAsync();
        await OpenAsync($"/requests/{number}/edit/scr-data");
        await Screen.Button("Accept R1: attach it and place its sentence").ClickAsync();
        await Assertions
            .Expect(Screen.Card("Transnational Crimes Against Children"))
            .ToContainTextAsync("Attached: {S1}");
        await SubmitAsync(number);

        await BeAsync(DemoPeople.Analyst);
        await OpenAsync($"/review/{number}");
        await Screen.Button("Take up for review").ClickAsync();
        await ExpectDoneAsync("the request is in review");
        await Screen.Button("S1 bears on the request").ClickAsync();
        await ExpectDoneAsync("S1 bears on the request.");
        for (var left = 2; left > 0; left--)
        {
            var accept = Page.GetByRole(AriaRole.Button, new() { Name = "Accept the answer" });
            await Assertions.Expect(accept).ToHaveCountAsync(2);
            await accept.Nth(2 - left).ClickAsync();
            await ExpectDoneAsync("The answer is accepted.");
            await OpenAsync($"/review/{number}");
        }

        await Page.Locator("label[for=disposition-2]").ClickAsync();
        await Screen.Button("Give the disposition").ClickAsync();
        await ExpectDoneAsync("The disposition is recorded.");
        await ExpectAsync(number, RequestStatus.InReview, UseValue.Used);
        await Screen.Button("Complete the review").ClickAsync();
        await ExpectDoneAsync("the request is recommended");

        await BeAsync(DemoPeople.Compiler);
        await OpenAsync($"/review/{number}");
        await AssertAccessibleAtBothWidthsAsync();
        await Page.Locator("label[for=decision]").ClickAsync();
        await Screen.Button("Decide").ClickAsync();
        await ExpectDoneAsync("The decision is recorded.");
        await Screen.Button("Transmit").ClickAsync();
        await Page.Locator("#confirm-transmit").GetByRole(AriaRole.Button, new() { Name = "Transmit" }).ClickAsync();
        await ExpectDoneAsync("the request is transmitted");
        await ExpectAsync(number, RequestStatus.Transmitted, UseValue.Used);
        await Assertions.Expect(Page.GetByText("Used (partial)")).ToBeVisibleAsync();
        await AssertReplaysAsync(number);
    }

    [Fact]
    public async Task TwoAnalystsAtOnce_OneWins_TheOtherSeesWhatHappenedAndKeepsWhatTheyWrote()
    {
        var author = DemoPeople.VictimAssistanceAuthor;
        var number = await Drafts.FilledAsync(Fixture.Services, author, "Two analysts at once");
        await Drafts.DeclineAllAsync(Fixture.Services, number, author);
        await SubmitAsync(number);
        await BeAsync(DemoPeople.Analyst);
        await OpenAsync($"/review/{number}");
        await Screen.Button("Take up for review").ClickAsync();
        await ExpectDoneAsync("the request is in review");

        var other = await OpenPageAsAsync(await Fixture.SessionAsync(DemoPeople.Analyst));
        await other.GotoAsync($"/review/{number}");
        await WaitUntilInteractiveAsync(other);
        await other.GetByText("Return to the office…").ClickAsync();
        var reason = other.GetByRole(AriaRole.Textbox, new() { Name = "What the office has to do (required)" });
        await reason.FillAsync("Shorten the justification.");
        await reason.BlurAsync();
        await TickAsync("recommend-TCAC");
        await Screen.FillAsync("Why it bears on the request (required)", "Nearly every case has a child.");
        await Screen.Button("Recommend 1 category").ClickAsync();
        await ExpectDoneAsync("Recommended: R1.");

        await other.GetByRole(AriaRole.Button, new() { Name = "Return to the office", Exact = true }).ClickAsync();

        await Assertions
            .Expect(other.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("was changed by Budget analyst meanwhile (last: Recommended SCR data)");
        await Assertions.Expect(reason).ToHaveValueAsync("Shorten the justification.");
        await Assertions.Expect(other.GetByText("Nearly every case has a child.").First).ToBeVisibleAsync();
    }

    private async Task SubmitAsync(string number)
    {
        await BeAsync(DemoPeople.VictimAssistanceApprover);
        await OpenAsync($"/requests/{number}/submit");
        await Screen.Button($"Submit {number}").ClickAsync();
        await Page.WaitForURLAsync("**?submitted=true");
        await ExpectAsync(number, RequestStatus.Submitted, UseValue.Open);
    }

    private async Task ReturnAsync(string reason)
    {
        await Page.GetByText("Return to the office…").ClickAsync();
        await Screen.FillAsync("What the office has to do (required)", reason);
        await Screen.Button("Return to the office").ClickAsync();
        await ExpectDoneAsync("the request is returned");
    }

    private Task TickAsync(string id) => Page.Locator($"label[for={id}]").ClickAsync();

    private Task ExpectDoneAsync(string words) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = words }).First).ToBeVisibleAsync();

    /// <summary>What tracking reads of the request at this moment, and what its page counts.</summary>
    private async Task ExpectAsync(string number, RequestStatus status, UseValue use)
    {
        await ExpectTrackedAsync(number, status == RequestStatus.Transmitted, use);
        var digests = await Fixture
            .Services.GetRequiredService<RequestDigests>()
            .ReadAsync(DemoPeople.Auditor.AsPerson(), LoadDemo.OpenCall.Year, TestContext.Current.CancellationToken);
        var digest = Assert.Single(digests, request => request.Number == number);
        Assert.Equal((status, use), (digest.Status, digest.Use.Value));
    }

    /// <summary>
    /// The headline of tracking: behind the figure of its present use stands the request, behind the others it does not.
    /// Other journeys count there too, so that no number by itself says anything of this one.
    /// </summary>
    private async Task ExpectTrackedAsync(string number, bool isTransmitted, UseValue use)
    {
        var page = await OpenPageAsAsync(await Fixture.SessionAsync(DemoPeople.Auditor));
        foreach (var value in Enum.GetValues<UseValue>())
        {
            await page.GotoAsync($"/tracking?fy={LoadDemo.OpenCall.Year}");
            await WaitUntilInteractiveAsync(page);
            var standing = isTransmitted ? CountedAs.Transmitted : CountedAs.Interim;
            var figure = page.Locator(
                $"{(isTransmitted ? ".sb-tally__figure" : "p .sb-listed")} a[href*='standing={standing}'][href*='value={value}']"
            );
            await figure.First.ClickAsync();
            await Assertions
                .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
                .ToHaveTextAsync("Requests behind a figure");
            await page.GetByText("Reading the requests…").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
            await Assertions
                .Expect(page.GetByRole(AriaRole.Link, new() { Name = number, Exact = true }))
                .ToHaveCountAsync(value == use ? 1 : 0);
        }

        await page.Context.CloseAsync();
    }

    private async Task AssertReplaysAsync(string number)
    {
        var contexts = Fixture.Services.GetRequiredService<IDbContextFactory<ScrBudgetContext>>();
        await using var context = await contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var subject = $"request {number}";
        var trail = await context
            .AuditEntries.Where(entry => entry.Subject == subject)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                RequestStatus.Draft,
                RequestStatus.Submitted,
                RequestStatus.InReview,
                RequestStatus.Returned,
                RequestStatus.Submitted,
                RequestStatus.InReview,
                RequestStatus.Recommended,
                RequestStatus.Decided,
                RequestStatus.Transmitted,
            ],
            Workflow.Replay(trail)
        );
    }
}
