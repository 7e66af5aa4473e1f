using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review;

/// <summary>
/// Every command of the review × every role, own and other office × every state, against the use cases. What is allowed
/// stands in the table here, and not in the product's own.
/// </summary>
public sealed class ReviewAccessTests
{
    private const Role Author = Role.ProgramOfficeAuthor;
    private const Role Approver = Role.ProgramOfficeApprover;
    private const Role Analyst = Role.BudgetAnalyst;
    private const Role Compiler = Role.OaoCompiler;

    private const string CheckListLine = "Costs add up.";

    /// <summary>Of each request here, the answer on CP, after three that attach.</summary>
    private const int DeclinedAnswer = 4;

    private static readonly Lazy<Task<byte[]>> States = new(MakeAsync);

    private static readonly RequestStatus[] BeforeTransmission =
    [
        RequestStatus.Draft,
        RequestStatus.AwaitingApproval,
        RequestStatus.Submitted,
        RequestStatus.InReview,
        RequestStatus.Returned,
        RequestStatus.Recommended,
        RequestStatus.Decided,
    ];

    /// <summary>Command, from which states, by whom; what no row allows is refused.</summary>
    private static readonly (string Command, RequestStatus[] From, Role[] By)[] Allowed =
    [
        ("SendForApproval", [RequestStatus.Draft, RequestStatus.Returned], [Author]),
        ("SendBack", [RequestStatus.AwaitingApproval], [Approver]),
        ("Submit", [RequestStatus.Draft, RequestStatus.Returned, RequestStatus.AwaitingApproval], [Approver]),
        ("Recall", [RequestStatus.Submitted], [Approver]),
        ("TakeUp", [RequestStatus.Submitted], [Analyst]),
        ("Return", [RequestStatus.InReview], [Analyst]),
        ("Recommend", [RequestStatus.InReview], [Analyst]),
        ("Reopen", [RequestStatus.Recommended], [Analyst, Compiler]),
        ("Reopen", [RequestStatus.Decided], [Compiler]),
        ("Decide", [RequestStatus.Recommended], [Compiler]),
        ("Transmit", [RequestStatus.Decided], [Compiler]),
        ("Merge", BeforeTransmission, [Compiler]),
        ("Withdraw", [RequestStatus.Draft, RequestStatus.Returned], [Author]),
        ("Withdraw", BeforeTransmission, [Approver, Compiler]),
        ("Restore", [RequestStatus.Withdrawn], [Approver, Compiler]),
        (
            "recommend data",
            [RequestStatus.Draft, RequestStatus.Returned, RequestStatus.InReview, RequestStatus.Transmitted],
            [Analyst]
        ),
        ("find on figure", [RequestStatus.InReview], [Analyst]),
        ("give disposition", [RequestStatus.InReview], [Analyst]),
        ("review answer", [RequestStatus.InReview], [Analyst]),
        ("reassign", [RequestStatus.Submitted, RequestStatus.InReview, RequestStatus.Returned], [Analyst, Compiler]),
        ("tick the check-list", [RequestStatus.InReview], [Analyst]),
        ("comment", Enum.GetValues<RequestStatus>(), [Author, Approver, Analyst, Compiler]),
        ("resolve a comment", Enum.GetValues<RequestStatus>(), [Author, Approver, Analyst, Compiler]),
    ];

    private static readonly Dictionary<string, Func<Attempt, Task<Refusal?>>> Commands = new(StringComparer.Ordinal)
    {
        ["SendForApproval"] = async a =>
            (await a.System.Get<SendForApproval>().ExecuteAsync(new SubmitRequestInput(a.Number, null), a.By)).Refusal,
        ["Submit"] = async a => (await a.System.Get<SubmitRequest>().ExecuteAsync(a.Number, a.By)).Refusal,
        ["Recommend"] = async a =>
            (
                await a
                    .System.Get<CompleteReview>()
                    .ExecuteAsync(new CompleteReviewInput(a.Number, RequestReviews.Recommended, "", null), a.By)
            ).Refusal,
        ["Decide"] = async a =>
            (
                await a
                    .System.Get<DecideRequest>()
                    .ExecuteAsync(
                        new DecideRequestInput(a.Number, Decision.Approved, RequestReviews.Recommended, "", null),
                        a.By
                    )
            ).Refusal,
        ["Merge"] = async a =>
            (
                await a
                    .System.Get<MergeRequest>()
                    .ExecuteAsync(new MergeRequestInput(a.Number, a.MergeTarget, "The same.", null), a.By)
            ).Refusal,
        ["SendBack"] = a => ActAsync(a, RequestAction.SendBack),
        ["Recall"] = a => ActAsync(a, RequestAction.Recall),
        ["TakeUp"] = a => ActAsync(a, RequestAction.TakeUp),
        ["Return"] = a => ActAsync(a, RequestAction.Return),
        ["Reopen"] = a => ActAsync(a, RequestAction.Reopen),
        ["Transmit"] = a => ActAsync(a, RequestAction.Transmit),
        ["Withdraw"] = a => ActAsync(a, RequestAction.Withdraw),
        ["Restore"] = a => ActAsync(a, RequestAction.Restore),
        ["recommend data"] = async a =>
            (
                await a
                    .System.Get<RecommendData>()
                    .ExecuteAsync(
                        new RecommendDataInput(a.Number, [new RecommendedData("CYB")], "It bears on it.", null),
                        a.By
                    )
            ).Refusal,
        ["find on figure"] = async a =>
            (
                await a
                    .System.Get<FindOnFigure>()
                    .ExecuteAsync(new FindOnFigureInput(a.Number, 1, Bears: true, "", null), a.By)
            ).Refusal,
        ["give disposition"] = async a =>
            (
                await a
                    .System.Get<GiveDisposition>()
                    .ExecuteAsync(
                        new GiveDispositionInput(a.Number, DispositionKind.AlreadyUsed, "A note.", null),
                        a.By
                    )
            ).Refusal,
        ["review answer"] = async a =>
            (
                await a
                    .System.Get<ReviewAnswer>()
                    .ExecuteAsync(
                        new ReviewAnswerInput(a.Number, DeclinedAnswer, Verdict.Refused, "Say more.", null),
                        a.By
                    )
            ).Refusal,
        ["reassign"] = async a =>
            (
                await a
                    .System.Get<ReassignReview>()
                    .ExecuteAsync(new ReassignReviewInput(a.Number, "second-analyst", "Illness.", null), a.By)
            ).Refusal,
        ["tick the check-list"] = async a =>
            (
                await a
                    .System.Get<TickCheckList>()
                    .ExecuteAsync(new TickCheckListInput(a.Number, CheckListLine, IsTicked: true), a.By)
            ).Refusal,
        ["resolve a comment"] = async a =>
            (await a.System.Get<ResolveComment>().ExecuteAsync(a.Number, 1, isResolved: true, a.By)).Refusal,
        ["comment"] = async a =>
            (
                await a
                    .System.Get<CommentOnRequest>()
                    .ExecuteAsync(new CommentOnRequestInput(a.Number, "cost", "Why so many?"), a.By)
            ).Refusal,
    };

    public static TheoryData<RequestStatus> AllStates => [.. Enum.GetValues<RequestStatus>()];

    private static IEnumerable<Person> Everybody =>
        [
            .. Enum.GetValues<Role>().Select(role => People.Holding(role)),
            People.Holding(Author, People.OtherOffice),
            People.Holding(Approver, People.OtherOffice),
            People.WithoutRole,
        ];

    [Fact]
    public void Table_HasEveryCommandAndEveryMove()
    {
        Assert.Equal(
            Commands.Keys.Order(StringComparer.Ordinal),
            Allowed.Select(row => row.Command).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Empty(Enum.GetNames<RequestAction>().Except(Commands.Keys));
    }

    [Theory]
    [MemberData(nameof(AllStates))]
    public async Task Refused_ByRoleOfficeOrState_IsNamedAndWritesNothing(RequestStatus state)
    {
        await using var system = await TestSystem.FromFileAsync(await States.Value);
        var number = Number(state);
        var before = (await system.ReadAsync(number)).Request.Version;
        var tried = 0;
        foreach (var (command, run) in Commands)
        {
            foreach (var by in Everybody.Where(by => !IsAllowed(command, state, by)))
            {
                var refusal = await run(new Attempt(system, number, by));

                Assert.True(refusal is { Code.Length: > 0 }, $"{command} of {state} by {by.Name} was not refused.");
                tried++;
            }
        }

        Assert.Equal(before, (await system.ReadAsync(number)).Request.Version);
        Assert.True(tried > 100, $"{tried} attempts");
    }

    [Theory]
    [MemberData(nameof(AllStates))]
    public async Task Allowed_IsDone(RequestStatus state)
    {
        foreach (var (command, run) in Commands)
        {
            foreach (var by in Everybody.Where(by => IsAllowed(command, state, by)))
            {
                await using var system = await TestSystem.FromFileAsync(await States.Value);

                var refusal = await run(new Attempt(system, Number(state), by));

                Assert.True(
                    refusal is null,
                    $"{command} of {state} by {by.Name}: {refusal?.Message} {string.Join(' ', refusal?.Details ?? [])}"
                );
            }
        }
    }

    [Fact]
    public async Task Verdict_OnAnEscalatedAnswer_IsTheCompilersAlone_AndOnlyInReview()
    {
        await using var system = await TestSystem.FromFileAsync(await States.Value);
        var number = Number(RequestStatus.InReview);
        Assert.Null(await JudgeAsync(system, number, Verdict.Escalated, People.Analyst));
        var before = (await system.ReadAsync(number)).Request.Version;

        foreach (var by in Everybody.Where(by => !by.Roles.Contains(Compiler)))
        {
            Assert.NotNull(await JudgeAsync(system, number, Verdict.Accepted, by));
        }

        Assert.Equal(before, (await system.ReadAsync(number)).Request.Version);
        await system.ActAsync(number, RequestAction.Return, People.Analyst);
        Assert.Equal(
            "state-does-not-allow",
            (await JudgeAsync(system, number, Verdict.Accepted, People.Compiler))?.Code
        );
        Assert.Null(
            (
                await system
                    .Get<SubmitRequest>()
                    .ExecuteAsync(number, People.Approver, TestContext.Current.CancellationToken)
            ).Refusal
        );
        await system.ActAsync(number, RequestAction.TakeUp, People.Analyst);
        Assert.Null(await JudgeAsync(system, number, Verdict.Accepted, People.Compiler));
    }

    [Theory]
    [InlineData(RequestStatus.Draft, true)]
    [InlineData(RequestStatus.Returned, true)]
    [InlineData(RequestStatus.InReview, false)]
    [InlineData(RequestStatus.Transmitted, false)]
    public async Task Response_ToARecommendation_IsTheOfficesAuthorsAlone_WhileTheRequestIsWithThem(
        RequestStatus state,
        bool isPossible
    )
    {
        await using var system = await TestSystem.FromFileAsync(await States.Value);
        var number = Number(state);
        await system.RecommendDataAsync(number, new RecommendedData("CYB"));
        var before = (await system.ReadAsync(number)).Request.Version;

        foreach (var by in Everybody.Where(by => !(isPossible && by.Roles.Contains(Author) && IsOfTheOffice(by))))
        {
            Assert.NotNull(await RespondAsync(system, number, by));
        }

        Assert.Equal(before, (await system.ReadAsync(number)).Request.Version);
        Assert.Equal(isPossible, await RespondAsync(system, number, People.Holding(Author)) is null);
    }

    private static async Task<Refusal?> JudgeAsync(TestSystem system, string number, Verdict verdict, Person by) =>
        (
            await system
                .Get<ReviewAnswer>()
                .ExecuteAsync(new ReviewAnswerInput(number, DeclinedAnswer, verdict, "Looked at.", null), by)
        ).Refusal;

    private static async Task<Refusal?> RespondAsync(TestSystem system, string number, Person by) =>
        (
            await system
                .Get<RespondToRecommendation>()
                .ExecuteAsync(
                    new RespondToRecommendationInput(
                        number,
                        1,
                        CategoryDecision.Declined,
                        DeclineReason.OtherDataStronger,
                        "A survey says more."
                    ),
                    by
                )
        ).Refusal;

    private static bool IsOfTheOffice(Person by) => by.OfficeCode is null or People.Office;

    private static bool IsAllowed(string command, RequestStatus state, Person by) =>
        Allowed.Any(row => row.Command == command && row.From.Contains(state) && row.By.Any(by.Roles.Contains))
        && IsOfTheOffice(by);

    private static async Task<Refusal?> ActAsync(Attempt a, RequestAction action) =>
        (
            await a
                .System.Get<ActOnRequest>()
                .ExecuteAsync(new ActOnRequestInput(a.Number, action, "A reason.", null), a.By)
        ).Refusal;

    private static string Number(RequestStatus state) => $"FY2029-VAP-{(int)state:D3}";

    /// <summary>A request in each state, numbered as the states are, each ready for every step that its state allows.</summary>
    private static async Task<byte[]> MakeAsync()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.AddAccountAsync("second-analyst", Role.BudgetAnalyst);
        Assert.Null(await system.ReviseCycleAsync(settings => settings with { CheckList = [CheckListLine] }));
        foreach (var state in Enum.GetValues<RequestStatus>())
        {
            var number = await system.CreateCompleteDraftAsync();
            Assert.Equal(Number(state), number);
            var declined = await system
                .Get<AnswerCategory>()
                .ExecuteAsync(
                    new AnswerCategoryInput(
                        number,
                        "CP",
                        CategoryDecision.Declined,
                        DeclineReason.OtherDataStronger,
                        "A survey says more."
                    ),
                    People.AuthorAndApprover
                );
            Assert.Null(declined.Refusal);
            var comment = new CommentOnRequestInput(number, "impact", "Well put.");
            Assert.Null((await system.Get<CommentOnRequest>().ExecuteAsync(comment, People.Analyst)).Refusal);
            await BringToAsync(system, number, state);
            Assert.Equal(state, (await system.ReadAsync(number)).Request.Status);
        }

        return await system.FileAsync();
    }

    private static async Task BringToAsync(TestSystem system, string number, RequestStatus state)
    {
        switch (state)
        {
            case RequestStatus.Draft:
                return;
            case RequestStatus.AwaitingApproval:
                var sent = await system
                    .Get<SendForApproval>()
                    .ExecuteAsync(new SubmitRequestInput(number, null), People.Colleague);
                Assert.Null(sent.Refusal);
                return;
            case RequestStatus.Withdrawn:
                await system.ActAsync(number, RequestAction.Withdraw, People.Approver);
                return;
            case RequestStatus.Merged:
                var merged = await system
                    .Get<MergeRequest>()
                    .ExecuteAsync(
                        new MergeRequestInput(number, Number(RequestStatus.Draft), "The same.", null),
                        People.Compiler
                    );
                Assert.Null(merged.Refusal);
                return;
        }

        var submitted = await system.Get<SubmitRequest>().ExecuteAsync(number, People.Approver);
        Assert.Null(submitted.Refusal);
        if (state == RequestStatus.Submitted)
        {
            return;
        }

        await system.ActAsync(number, RequestAction.TakeUp, People.Analyst);
        if (state == RequestStatus.Returned)
        {
            await system.ActAsync(number, RequestAction.Return, People.Analyst);
            return;
        }

        await system.FindAllToBearAsync(number);
        await system.AcceptAnswersAsync(number);
        await system.DisposeAsync(number, DispositionKind.AlreadyUsed);
        if (state == RequestStatus.InReview)
        {
            return;
        }

        await system.CompleteReviewAsync(number);
        if (state == RequestStatus.Recommended)
        {
            return;
        }

        await system.DecideAsync(number);
        if (state == RequestStatus.Transmitted)
        {
            await system.ActAsync(number, RequestAction.Transmit, People.Compiler);
        }
    }

    private sealed record Attempt(TestSystem System, string Number, Person By)
    {
        /// <summary>A draft; the draft itself is merged into the returned one.</summary>
        public string MergeTarget =>
            Number == ReviewAccessTests.Number(RequestStatus.Draft)
                ? ReviewAccessTests.Number(RequestStatus.Returned)
                : ReviewAccessTests.Number(RequestStatus.Draft);
    }
}
