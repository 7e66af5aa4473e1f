using ScrBudget.Application.Cycles;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review;

/// <summary>Where the cycle requires analysts' training, every command of a review asks for it, whoever gives it.</summary>
public sealed class ReviewTrainingTests
{
    private const string Submitted = "FY2029-VAP-001";
    private const string InReview = "FY2029-VAP-002";
    private const string Recommended = "FY2029-VAP-003";
    private const string CheckListLine = "Costs add up.";

    /// <summary>Of the request in review, the answer on CP, after three that attach.</summary>
    private const int DeclinedAnswer = 4;

    private static readonly Lazy<Task<byte[]>> Requests = new(MakeAsync);

    private static readonly Dictionary<string, Func<TestSystem, Person, Task<Refusal?>>> Commands = new()
    {
        ["take up"] = (system, by) => ActAsync(system, Submitted, RequestAction.TakeUp, by),
        ["return"] = (system, by) => ActAsync(system, InReview, RequestAction.Return, by),
        ["reopen"] = (system, by) => ActAsync(system, Recommended, RequestAction.Reopen, by),
        ["find on figure"] = async (system, by) =>
            (
                await system
                    .Get<FindOnFigure>()
                    .ExecuteAsync(new FindOnFigureInput(InReview, 1, Bears: false, "Other cases.", null), by)
            ).Refusal,
        ["review answer"] = (system, by) => JudgeAsync(system, Verdict.Refused, by),
        ["tick"] = async (system, by) =>
            (
                await system
                    .Get<TickCheckList>()
                    .ExecuteAsync(new TickCheckListInput(InReview, CheckListLine, IsTicked: true), by)
            ).Refusal,
        ["give disposition"] = async (system, by) =>
            (
                await system
                    .Get<GiveDisposition>()
                    .ExecuteAsync(new GiveDispositionInput(InReview, DispositionKind.AlreadyUsed, "A note.", null), by)
            ).Refusal,
        ["recommend an amount"] = async (system, by) =>
            (
                await system
                    .Get<CompleteReview>()
                    .ExecuteAsync(new CompleteReviewInput(InReview, RequestReviews.Recommended, "", null), by)
            ).Refusal,
        ["recommend data"] = async (system, by) =>
            (
                await system
                    .Get<RecommendData>()
                    .ExecuteAsync(
                        new RecommendDataInput(InReview, [new RecommendedData("CYB")], "It bears on it.", null),
                        by
                    )
            ).Refusal,
    };

    public static TheoryData<string> AllCommands => [.. Commands.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(AllCommands))]
    public async Task UntrainedAnalyst_IsRefusedAndWritesNothing_UntilTheTrainingIsAcknowledged(string command)
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);
        var before = await VersionsAsync(system);

        Assert.Equal("training-required", (await Commands[command](system, People.Analyst))?.Code);
        Assert.Equal(before, await VersionsAsync(system));

        await AcknowledgeAsync(system, People.Analyst);
        Assert.Null(await Commands[command](system, People.Analyst));
        Assert.NotEqual(before, await VersionsAsync(system));
    }

    [Fact]
    public async Task Reassign_ToAnAnalystWithoutTheTraining_IsRefusedAndNamesThem_UntilTheyHaveIt()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);

        var refused = await ReassignAsync(system, People.Analyst);
        var notAllowed = await ReassignAsync(system, People.Approver);

        Assert.Equal("training-required", refused?.Code);
        Assert.Contains("second-analyst has not acknowledged it yet", refused?.Message, StringComparison.Ordinal);
        Assert.Equal("not-allowed", notAllowed?.Code);
        Assert.Equal(People.Analyst.Id, (await system.ReadAsync(InReview)).Request.AnalystId);

        await AcknowledgeAsync(system, People.Named("second-analyst", null, Role.BudgetAnalyst));
        // Who lacks it may still hand the review on.
        Assert.Null(await ReassignAsync(system, People.Analyst));
        Assert.Equal("second-analyst", (await system.ReadAsync(InReview)).Request.AnalystId);
    }

    [Fact]
    public async Task CompilersVerdict_AndReopening_NeedNoAnalystsTraining()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);
        await AcknowledgeAsync(system, People.Analyst);
        Assert.Null(await JudgeAsync(system, Verdict.Escalated, People.Analyst));

        Assert.Null(await JudgeAsync(system, Verdict.Accepted, People.Compiler));
        Assert.Null(await ActAsync(system, Recommended, RequestAction.Reopen, People.Compiler));
    }

    [Fact]
    public async Task Training_ThatIsWrittenButNotRequired_HoldsNobodyUp()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.WriteTrainingAsync(TrainingAudience.Analysts);

        Assert.NotNull(await system.CreateRecommendedAsync());
    }

    private static async Task<Refusal?> ActAsync(TestSystem system, string number, RequestAction action, Person by) =>
        (
            await system
                .Get<ActOnRequest>()
                .ExecuteAsync(new ActOnRequestInput(number, action, "A reason.", null), by, Cancellation)
        ).Refusal;

    private static async Task<Refusal?> JudgeAsync(TestSystem system, Verdict verdict, Person by) =>
        (
            await system
                .Get<ReviewAnswer>()
                .ExecuteAsync(
                    new ReviewAnswerInput(InReview, DeclinedAnswer, verdict, "Say more.", null),
                    by,
                    Cancellation
                )
        ).Refusal;

    private static async Task<Refusal?> ReassignAsync(TestSystem system, Person by) =>
        (
            await system
                .Get<ReassignReview>()
                .ExecuteAsync(new ReassignReviewInput(InReview, "second-analyst", "Illness.", null), by, Cancellation)
        ).Refusal;

    private static async Task AcknowledgeAsync(TestSystem system, Person by) =>
        Assert.Null(
            (
                await system
                    .Get<AcknowledgeTraining>()
                    .ExecuteAsync(
                        new AcknowledgeTrainingInput(TestSystem.OpenYear, TrainingAudience.Analysts, 1),
                        by,
                        Cancellation
                    )
            ).Refusal
        );

    private static async Task<IReadOnlyList<Guid>> VersionsAsync(TestSystem system) =>
        [
            (await system.ReadAsync(Submitted)).Request.Version,
            (await system.ReadAsync(InReview)).Request.Version,
            (await system.ReadAsync(Recommended)).Request.Version,
        ];

    /// <summary>Reviewed as far as each is, and only then is the training required.</summary>
    private static async Task<byte[]> MakeAsync()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.AddAccountAsync("second-analyst", Role.BudgetAnalyst);
        Assert.Null(await system.ReviseCycleAsync(settings => settings with { CheckList = [CheckListLine] }));
        await system.CreateSubmittedAsync();
        var number = await system.CreateCompleteDraftAsync();
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
        Assert.Null((await system.Get<SubmitRequest>().ExecuteAsync(number, People.Approver)).Refusal);
        await system.ActAsync(number, RequestAction.TakeUp, People.Analyst);
        await system.FindAllToBearAsync(number);
        await system.AcceptAnswersAsync(number);
        await system.DisposeAsync(number, DispositionKind.AlreadyUsed);
        await system.CreateRecommendedAsync();
        await system.WriteTrainingAsync(TrainingAudience.Analysts);
        Assert.Null(await system.ReviseCycleAsync(settings => settings with { AnalystTrainingRequired = true }));
        return await system.FileAsync();
    }
}
