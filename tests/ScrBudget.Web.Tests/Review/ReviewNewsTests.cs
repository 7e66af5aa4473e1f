using AngleSharp.Dom;
using Bunit;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;
using ScrBudget.Web.Requests;
using ScrBudget.Web.Review;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.Review;

/// <summary>
/// What a command did is seen, heard and focused, also where its form went with it; who was too late reads why, beside what
/// they wrote.
/// </summary>
public sealed class ReviewNewsTests : ReviewScreenTest
{
    private static readonly Person Other = People.Named("second analyst", null, Role.BudgetAnalyst);

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoserOfAReturn_ReadsWhyAndWhatTheyWrote_UntilTheyDismissIt()
    {
        var number = await System.CreateInReviewAsync();
        var page = Open(number, People.Analyst);
        await page.Find("#Return-reason").ChangeAsync(new() { Value = "Shorten the justification." });
        await System.ActAsync(number, RequestAction.Return, Other);

        await Button(page, "Return to the office").ClickAsync(new());

        Assert.Empty(page.FindAll("#Return-reason"));
        var kept = AssertKept(page, "Shorten the justification.");
        Assert.Contains("was changed by second analyst meanwhile", kept.TextContent, StringComparison.Ordinal);

        await Button(page, "Dismiss").ClickAsync(new());

        Assert.Empty(page.FindAll(".sb-not-done"));
        Assert.Equal("next-steps", Focus.LastId(JSInterop));
    }

    [Fact]
    public async Task LoserOfARecommendation_KeepsWhatWasChosenAndWhy()
    {
        var number = await System.CreateInReviewAsync();
        var page = Open(number, People.Analyst);
        page.WaitForElement("#recommend-TCAC").Change(true);
        await page.Find("#recommend-why").ChangeAsync(new() { Value = "Nearly every case has a child." });
        await System.CompleteReviewAsync(number);

        await Button(page, "Recommend 1 category").ClickAsync(new());

        Assert.Empty(page.FindAll("#recommend-why"));
        AssertKept(page, "Transnational Crimes Against Children\nNearly every case has a child.");
    }

    [Fact]
    public async Task LoserOfAnAmount_KeepsAmountAndNote()
    {
        var number = await System.CreateInReviewAsync();
        var page = Open(number, People.Analyst);
        await page.Find("#amount-dollars").ChangeAsync(new() { Value = "1,500,000" });
        await page.Find("#amount-note").ChangeAsync(new() { Value = "Half of the positions." });
        await System.CompleteReviewAsync(number);

        await Button(page, "Complete the review").ClickAsync(new());

        var written = AssertKept(page, null).QuerySelector(".sb-conflict__text")!.TextContent;
        Assert.StartsWith("Recommend $1,500,000", written, StringComparison.Ordinal);
        Assert.EndsWith("\nHalf of the positions.", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoserOfAFinding_WhoseCardStays_KeepsTheReason_AndTheCardHasNoDeadError()
    {
        var number = await System.CreateInReviewAsync();
        var page = Open(number, People.Analyst);
        await Button(page, "S1 does not bear on it…").ClickAsync(new());
        await page.Find("#ITTF_ND-reason").ChangeAsync(new() { Value = "It is another program." });
        await System.ActAsync(number, RequestAction.Return, Other);

        await Button(page, "Find that it does not bear").ClickAsync(new());

        AssertKept(page, "It is another program.");
        Assert.Empty(page.FindAll(".sb-error-summary"));
    }

    [Fact]
    public async Task LoserWhoseFormStays_KeepsTheTextInIt_AndReadsWhyThere()
    {
        var number = await System.CreateInReviewAsync();
        var page = Open(number, People.Analyst);
        await page.Find("#Return-reason").ChangeAsync(new() { Value = "Shorten the justification." });
        await System.FindAllToBearAsync(number);

        await Button(page, "Return to the office").ClickAsync(new());

        Assert.Equal("Shorten the justification.", page.Find("#Return-reason").GetAttribute("value"));
        Assert.Contains("meanwhile", page.Find(".sb-error-summary").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".sb-not-done"));
    }

    [Fact]
    public async Task Step_WhoseFormIsGone_IsToldInTheLiveRegion_WhichTakesTheFocus()
    {
        var number = await System.CreateSubmittedAsync();
        var page = Open(number, People.Analyst);
        var region = page.Find("#review-news");
        Assert.Equal(("status", string.Empty), (region.GetAttribute("role"), region.TextContent.Trim()));

        await Button(page, "Take up for review").ClickAsync(new());

        region = page.Find("#review-news");
        Assert.Contains("the request is in review", region.TextContent, StringComparison.Ordinal);
        Assert.Empty(region.QuerySelectorAll("[role]"));
        Focus.AssertLastOnAnnouncement(JSInterop, page, "the request is");
    }

    [Fact]
    public async Task Disposition_WhoseFormStays_IsToldBesideIt_AndTheFocusStays()
    {
        var number = await System.CreateInReviewAsync();
        await System.FindAllToBearAsync(number);
        var page = Open(number, People.Analyst);
        page.Find("#disposition").Change(nameof(DispositionKind.AlreadyUsed));
        var moved = Focus.Count(JSInterop);

        await Button(page, "Give the disposition").ClickAsync(new());

        var told = Told(page, "The disposition is recorded.");
        Assert.NotEqual("review-news", told.Id);
        Assert.Equal(moved, Focus.Count(JSInterop));
    }

    [Fact]
    public async Task FindingAgainstAFigure_WhoseCommandCloses_TakesTheFocusToItsCard()
    {
        var number = await System.CreateInReviewAsync();
        var page = Open(number, People.Analyst);
        await Button(page, "S1 does not bear on it…").ClickAsync(new());

        await Button(page, "Find that it does not bear").ClickAsync(new());

        var link = page.Find(".sb-error-summary a");
        Assert.Equal("ITTF_ND-reason", link.GetAttribute("data-focus-target"));
        Assert.Equal("true", page.Find("#ITTF_ND-reason").GetAttribute("aria-invalid"));

        await page.Find("#ITTF_ND-reason").ChangeAsync(new() { Value = "It is another program." });
        await Button(page, "Find that it does not bear").ClickAsync(new());

        Focus.AssertLastOnAnnouncement(JSInterop, page, "S1 does not bear on the request");
    }

    [Fact]
    public async Task CompleteTheReview_WithPointsOpen_NamesEachOfThem()
    {
        var number = await System.CreateInReviewAsync();
        var page = Open(number, People.Analyst);

        await Button(page, "Complete the review").ClickAsync(new());

        var summary = page.Find(".sb-error-summary");
        Assert.Equal("scr-data", summary.QuerySelector("a")!.GetAttribute("data-focus-target"));
        Assert.NotNull(page.Find("#scr-data"));
        var pending = (await ReadReviewAsync(number)).Pending;
        Assert.True(pending.Count > 1);
        Assert.Equal(pending, summary.QuerySelectorAll("li li").Select(item => item.TextContent));
    }

    [Fact]
    public async Task CommandsOnAnswers_SayOfWhichCategory()
    {
        var number = await CreateDeclinedInReviewAsync("CYB", "WS");
        var page = Open(number, People.Analyst);

        var accept = page.FindAll("button")
            .Select(button => button.TextContent.Trim())
            .Where(words => words.StartsWith("Accept the answer", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(2, accept.Distinct(StringComparer.Ordinal).Count());
        var groups = page.FindAll("[role=group][aria-label^='Verdict on']");
        Assert.Equal(
            2,
            groups.Select(group => group.GetAttribute("aria-label")).Distinct(StringComparer.Ordinal).Count()
        );
    }

    [Fact]
    public async Task StepWithoutAWithdrawal_HasNoDialogAboutOne()
    {
        var number = await System.CreateInReviewAsync();

        var page = Open(number, People.Analyst);

        Assert.NotNull(page.Find("#Return-reason"));
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public async Task ResolvedComment_IsTold_AndTheFocusGoesThere()
    {
        var number = await System.CreateInReviewAsync();
        await System
            .Get<CommentOnRequest>()
            .ExecuteAsync(new CommentOnRequestInput(number, "cost", "Check this."), People.Analyst, Cancellation);
        var page = Open(number, People.Analyst);

        await Button(page, "Resolve comment 1 on Cost").ClickAsync(new());

        Focus.AssertLastOnAnnouncement(JSInterop, page, "Comment 1 is resolved.");
    }

    [Fact]
    public async Task OfficesPage_TellsWhatWasDone_AndKeepsWhatWasTooLate()
    {
        var number = await System.CreateSubmittedAsync();
        Be(People.Approver);
        var page = Render<RequestPage>(p => p.Add(request => request.Number, number));
        await page.WaitForElement("#Recall-reason").ChangeAsync(new() { Value = "A figure is wrong." });
        await System.ActAsync(number, RequestAction.TakeUp, People.Analyst);

        await page.FindAll("button").Single(Is("Recall")).ClickAsync(new());

        AssertKept(page, "A figure is wrong.");

        await System.ActAsync(number, RequestAction.Return, People.Analyst);
        await System.Get<SubmitRequest>().ExecuteAsync(number, People.Approver, Cancellation);
        page.Render();
        await page.WaitForElement("#Recall-reason").ChangeAsync(new() { Value = "A figure is wrong." });
        await page.FindAll("button").Single(Is("Recall")).ClickAsync(new());

        var region = page.Find("#review-news");
        Assert.Contains("the request is draft", region.TextContent, StringComparison.Ordinal);
        Focus.AssertLastOnAnnouncement(JSInterop, page, "the request is");
    }

    private IElement AssertKept<T>(IRenderedComponent<T> page, string? written)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        var kept = page.Find(".sb-not-done");
        Assert.Equal("-1", kept.GetAttribute("tabindex"));
        Focus.AssertLastOn(JSInterop, kept);
        if (written is not null)
        {
            Assert.Equal(written, kept.QuerySelector(".sb-conflict__text")!.TextContent);
        }

        return kept;
    }

    private static Func<IElement, bool> Is(string words) => button => button.TextContent.Trim() == words;

    private static IElement Told(IRenderedComponent<ReviewPage> page, string words) =>
        page.FindAll("[role=status]").Single(region => region.TextContent.Contains(words, StringComparison.Ordinal));

    private async Task<ReviewReading> ReadReviewAsync(string number) =>
        (await System.Get<ReadReview>().ExecuteAsync(number, People.Analyst, Cancellation)).Value;
}
