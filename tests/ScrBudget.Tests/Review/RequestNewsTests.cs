using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review;

/// <summary>Who is told of a change to a request: whose turn it is then, and whose request it is; never who did it.</summary>
public sealed class RequestNewsTests : IAsyncLifetime
{
    private const string Author = "author-and-approver";
    private const string OtherAuthor = "author-CCU";
    private static readonly Person Second = People.Named("second-analyst", null, Role.BudgetAnalyst);

    private TestSystem system = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Analyst => People.Analyst.Id;

    private static string Compiler => People.Compiler.Id;

    public async ValueTask InitializeAsync()
    {
        system = await TestSystem.CreateAsync();
        foreach (
            var person in (Person[])
                [People.AuthorAndApprover, People.AuthorOf("CCU"), People.Analyst, Second, People.Compiler]
        )
        {
            await system.AddAccountAsync(person);
        }
    }

    public ValueTask DisposeAsync() => system.DisposeAsync();

    [Fact]
    public async Task FirstAssignment_TellsTheAnalystWhoseQueueItIsIn()
    {
        var number = await system.CreateSubmittedAsync();

        await AssertNewsAsync(() => AssignAsync(number, Second, People.Compiler), (NoticeKind.Reassigned, Second.Id));
    }

    [Fact]
    public async Task TakingUp_TellsNobody() =>
        await AssertNewsAsync(
            async () =>
                await system.ActAsync(await system.CreateSubmittedAsync(), RequestAction.TakeUp, People.Analyst),
            (NoticeKind.RequestSubmitted, Analyst),
            (NoticeKind.RequestSubmitted, Second.Id)
        );

    [Fact]
    public async Task Recall_TellsTheAnalystsWhoHeardThatItWasSubmitted()
    {
        var number = await system.CreateSubmittedAsync();

        await AssertNewsAsync(
            () => system.ActAsync(number, RequestAction.Recall, People.AuthorAndApprover),
            (NoticeKind.Recalled, Analyst),
            (NoticeKind.Recalled, Second.Id)
        );
    }

    [Fact]
    public async Task Withdrawal_AndItsRestoring_TellTheOffice_AndWhoHadItInHand()
    {
        var number = await system.CreateRecommendedAsync();

        await AssertNewsAsync(
            () => system.ActAsync(number, RequestAction.Withdraw, People.Compiler),
            (NoticeKind.Withdrawn, Author),
            (NoticeKind.Withdrawn, Analyst)
        );
        await AssertNewsAsync(
            () => system.ActAsync(number, RequestAction.Restore, People.Compiler),
            (NoticeKind.Restored, Author)
        );
    }

    [Fact]
    public async Task WithdrawalByTheOffice_TellsTheCompiler_WhoWasToDecide()
    {
        var number = await system.CreateRecommendedAsync();

        await AssertNewsAsync(
            () => system.ActAsync(number, RequestAction.Withdraw, People.AuthorAndApprover),
            (NoticeKind.Withdrawn, Analyst),
            (NoticeKind.Withdrawn, Compiler)
        );
    }

    [Fact]
    public async Task Draft_ThatItsOfficeWithdraws_IsNobodyElsesNews()
    {
        var number = await system.CreateDraftAsync();

        await AssertNewsAsync(() => system.ActAsync(number, RequestAction.Withdraw, People.AuthorAndApprover));
    }

    [Fact]
    public async Task Reopening_TellsTheAnalystWhoseTurnItIs_AndTheOffice()
    {
        var number = await system.CreateRecommendedAsync();
        await system.DecideAsync(number);

        await AssertNewsAsync(
            () => system.ActAsync(number, RequestAction.Reopen, People.Compiler),
            (NoticeKind.Reopened, Author),
            (NoticeKind.Reopened, Analyst)
        );
    }

    [Fact]
    public async Task Merge_TellsBothOffices_AndTheTargetsOfWhatItHasToAnswerNow()
    {
        var number = await system.CreateInReviewAsync();
        await system.RecommendDataAsync(number, new RecommendedData("GANG"), new RecommendedData("CYB"));
        var created = await system
            .Get<CreateRequest>()
            .ExecuteAsync(
                new CreateRequestInput(TestSystem.OpenYear, "CCU", new RequestFacts { Title = "Takes it in" }),
                People.AuthorOf("CCU"),
                Cancellation
            );
        var target = created.Value.ToString();

        await AssertNewsAsync(
            async () =>
                Assert.Null(
                    (
                        await system
                            .Get<MergeRequest>()
                            .ExecuteAsync(
                                new MergeRequestInput(number, target, "The same need.", null),
                                People.Compiler,
                                Cancellation
                            )
                    ).Refusal
                ),
            (NoticeKind.Merged, Author),
            (NoticeKind.Merged, Analyst),
            (NoticeKind.Merged, OtherAuthor),
            (NoticeKind.ScrDataRecommended, OtherAuthor)
        );
        await using var context = system.CreateContext();
        var recommended = await context
            .Notices.Where(notice => notice.AccountId == OtherAuthor)
            .SingleAsync(notice => notice.Kind == NoticeKind.ScrDataRecommended, Cancellation);
        Assert.Equal(target, recommended.RequestNumber);
        Assert.Contains("2 recommendations wait for your answer", recommended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_IsTheAnalystsNews_OnceItCanBeJudged_AtTheNextSubmission()
    {
        var number = await ReturnedWithRecommendationAsync();

        await AssertNewsAsync(() => DeclineAsync(number));
        await AssertNewsAsync(
            () => SubmitAsync(number),
            (NoticeKind.RequestSubmitted, Analyst),
            (NoticeKind.RecommendationAnswered, Analyst)
        );
        await system.ActAsync(number, RequestAction.Recall, People.AuthorAndApprover);
        // Not again: it was told.
        system.Clock.Advance(TimeSpan.FromHours(1));
        await AssertNewsAsync(() => SubmitAsync(number), (NoticeKind.RequestSubmitted, Analyst));
    }

    [Fact]
    public async Task VerdictOfTheCompiler_TellsTheAnalystWhoseTurnItIs()
    {
        var number = await ReturnedWithRecommendationAsync();
        await DeclineAsync(number);
        await SubmitAsync(number);
        await system.ActAsync(number, RequestAction.TakeUp, People.Analyst);
        var answer = (await system.ReadAsync(number)).Request.Answers[^1].Sequence;

        await AssertNewsAsync(
            () => JudgeAsync(number, answer, Verdict.Escalated, People.Analyst),
            (NoticeKind.RecommendationEscalated, Compiler)
        );
        await AssertNewsAsync(
            () => JudgeAsync(number, answer, Verdict.Accepted, People.Compiler),
            (NoticeKind.EscalationSettled, Analyst)
        );
    }

    [Fact]
    public async Task RemovalByALaterStage_AndItsTakingBack_TellTheOfficeAndTheAnalyst()
    {
        var number = await system.CreateTransmittedAsync();

        await AssertNewsAsync(
            async () =>
                Assert.Null(
                    (
                        await system
                            .Get<RecordRemoval>()
                            .ExecuteAsync(
                                new RecordRemovalInput(number, "OMB", new DateOnly(2027, 1, 15), "Passback.", null),
                                People.Compiler,
                                Cancellation
                            )
                    ).Refusal
                ),
            (NoticeKind.LaterStage, Author),
            (NoticeKind.LaterStage, Analyst)
        );
        await AssertNewsAsync(
            async () =>
                Assert.Null(
                    (
                        await system
                            .Get<TakeBackRemoval>()
                            .ExecuteAsync(
                                new TakeBackRemovalInput(number, 1, "Another request was meant.", null),
                                People.Compiler,
                                Cancellation
                            )
                    ).Refusal
                ),
            (NoticeKind.LaterStage, Author),
            (NoticeKind.LaterStage, Analyst)
        );
    }

    [Fact]
    public async Task LateRecommendation_AsksForNoAnswerInThisCycle()
    {
        var number = await system.CreateTransmittedAsync();

        await AssertNewsAsync(
            () => system.RecommendDataAsync(number, new RecommendedData("GANG")),
            (NoticeKind.LateRecommendation, Author)
        );
    }

    private async Task AssertNewsAsync(Func<Task> step, params (NoticeKind Kind, string Account)[] expected)
    {
        var before = await NoticesAsync();
        await step();
        var after = await NoticesAsync();
        Assert.Equal(
            expected.Order(),
            after
                .ExceptBy(before.Select(notice => notice.Id), notice => notice.Id)
                .Select(notice => (notice.Kind, notice.AccountId))
                .Order()
        );
    }

    private async Task<List<Notice>> NoticesAsync()
    {
        await using var context = system.CreateContext();
        return await context.Notices.AsNoTracking().ToListAsync(Cancellation);
    }

    private async Task<string> ReturnedWithRecommendationAsync()
    {
        var number = await system.CreateInReviewAsync();
        await system.RecommendDataAsync(number, new RecommendedData("GANG"));
        await system.ActAsync(number, RequestAction.Return, People.Analyst);
        system.Clock.Advance(TimeSpan.FromHours(1));
        return number;
    }

    private Task DeclineAsync(string number) =>
        DoneAsync(
            system
                .Get<RespondToRecommendation>()
                .ExecuteAsync(
                    new RespondToRecommendationInput(
                        number,
                        1,
                        CategoryDecision.Declined,
                        DeclineReason.OtherDataStronger,
                        "Calls to the hotline say more."
                    ),
                    People.AuthorAndApprover,
                    Cancellation
                )
        );

    private async Task SubmitAsync(string number) =>
        Assert.Null(
            (await system.Get<SubmitRequest>().ExecuteAsync(number, People.AuthorAndApprover, Cancellation)).Refusal
        );

    private Task JudgeAsync(string number, int answer, Verdict verdict, Person by) =>
        DoneAsync(
            system
                .Get<ReviewAnswer>()
                .ExecuteAsync(new ReviewAnswerInput(number, answer, verdict, "Looked at.", null), by, Cancellation)
        );

    private Task AssignAsync(string number, Person to, Person by) =>
        DoneAsync(
            system
                .Get<ReassignReview>()
                .ExecuteAsync(new ReassignReviewInput(number, to.Id, "Knows the office.", null), by, Cancellation)
        );

    private static async Task DoneAsync(Task<Outcome> step) => Assert.Null((await step).Refusal);
}
