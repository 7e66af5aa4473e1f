using System.Reflection;
using AngleSharp.Dom;
using Bunit;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>A request as everybody reads it: how it stands, what was decided, and the way from its author to its approver.</summary>
public sealed class RequestPageTests : RequestScreenTest
{
    [Fact]
    public async Task Header_NamesTheLastStep_AndNotTheLastSubmission()
    {
        var number = await System.CreateTransmittedAsync();
        var page = Open(number, People.Approver);
        Assert.Contains(
            $"Transmitted by {People.Compiler.Name}, ",
            Words(page.Find(".sb-strip__facts")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Header_OfAStateThatIsNamedOtherwiseThanItsStep_SaysBoth()
    {
        var number = await System.CreateInReviewAsync();
        var page = Open(number, People.Approver);
        Assert.Contains(
            $"In review · Taken up for review by {People.Analyst.Name}, ",
            Words(page.Find(".sb-strip__facts")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task DecidedRequest_ShowsDecisionAndTheAmountOfEachStage_ToItsOffice()
    {
        var number = await System.CreateRecommendedAsync();
        await System.DecideAsync(number);

        var page = Open(number, People.Colleague);

        var outcome = Words(page.WaitForElement("section[aria-labelledby=amounts-heading]"));
        Assert.Contains($"Decision: Approved in part, by {People.Compiler.Name}", outcome, StringComparison.Ordinal);
        Assert.Equal(
            ["Program office", "Analyst", "OAO"],
            page.FindAll("section[aria-labelledby=amounts-heading] tbody th").Select(Words)
        );
        Assert.Contains("1,200", outcome, StringComparison.Ordinal);
        var summary = RequestSummary.Of(await System.ReadAsync(number));
        Assert.Equal(("Decided", "Approved in part"), (summary.Status, summary.Decision));
        Assert.Equal(
            [("Program office", 1_600_000L), ("Analyst", 2_000_000L), ("OAO", 1_200_000L)],
            summary.Amounts.Select(amount => (amount.Stage, amount.Dollars))
        );
    }

    [Fact]
    public async Task RequestThatWasHandedIn_SaysThatNothingIsDecided()
    {
        var page = Open(await System.CreateSubmittedAsync(), People.Colleague);
        Assert.Contains(
            "OAO has not decided on it.",
            Words(page.WaitForElement("section[aria-labelledby=amounts-heading]")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AuthorWhoMayNotSubmit_SendsTheDraftToTheApprover_WhoFindsItInTheQueue()
    {
        var number = await System.CreateCompleteDraftAsync();
        Be(People.Colleague);
        var editor = Render<EditRequest>(p => p.Add(page => page.Number, number).Add(page => page.Section, "submit"));
        editor.WaitForElement("h2");

        await editor
            .FindAll("button")
            .Single(button => Words(button) == $"Send {number} for office approval")
            .ClickAsync(new());

        Assert.Equal(RequestStatus.AwaitingApproval, (await System.ReadAsync(number)).Request.Status);
        var desk = await System
            .Get<ReadDesk>()
            .ExecuteAsync(
                new ReadDeskInput(DeskQueue.Yours),
                People.Approver,
                Xunit.TestContext.Current.CancellationToken
            );
        Assert.Equal(number, Assert.Single(desk.Lines).Request.Number);
    }

    [Fact]
    public async Task ApproverOfACallThatAsksForApproval_IsNotOfferedToSubmitADraft_AndToldWhoSendsIt()
    {
        var number = await System.CreateCompleteDraftAsync();
        await System.ExecuteSqlAsync("UPDATE Cycles SET RequiresOfficeApproval = 1");

        var page = Open(number, People.Approver);

        Assert.Empty(page.FindAll($"a[href='/requests/{number}/submit']"));
        Assert.Contains(
            "an author of the office sends the request for approval, then you submit it",
            page.Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ApproverOfACallThatAsksForApproval_SubmitsWhatWasSent()
    {
        var number = await System.CreateCompleteDraftAsync();
        await System.ExecuteSqlAsync("UPDATE Cycles SET RequiresOfficeApproval = 1");
        var sent = await System
            .Get<SendForApproval>()
            .ExecuteAsync(
                new SubmitRequestInput(number, null),
                People.Colleague,
                Xunit.TestContext.Current.CancellationToken
            );
        Assert.Null(sent.Refusal);

        var page = Open(number, People.Approver);

        Assert.Single(page.FindAll($"a[href='/requests/{number}/submit']"));
    }

    [Fact]
    public void Page_DoesNotReadAWholeReviewToOfferItsMoves() =>
        Assert.DoesNotContain(
            typeof(RequestPage).GetProperties(BindingFlags.Instance | BindingFlags.NonPublic),
            property => property.PropertyType == typeof(ReadReview)
        );

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<RequestPage> Open(string number, Person by)
    {
        Be(by);
        var page = Render<RequestPage>(p => p.Add(screen => screen.Number, number));
        page.WaitForElement(".sb-strip__facts");
        return page;
    }
}
