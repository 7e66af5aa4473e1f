using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.Tracking;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Tracking;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Tracking;

/// <summary>What is counted, in which year, and for whom.</summary>
public sealed class ReadTrackingTests
{
    private static readonly TrackingScope Everything = new();

    [Fact]
    public async Task NothingTransmitted_HasRatesWithoutAPercentage_AndCountsInterimRequestsApart()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.CreateInReviewAsync();

        var read = await ReadAsync(system);

        Assert.Equal("0 of 0", read.Transmitted.UsedOfAll.ToString());
        Assert.Equal("0 of 0", read.Transmitted.UsedOfApplicable.ToString());
        Assert.Equal(new UseTally(0, 0, 0, 1, 1), read.Interim);
        Assert.Equal("3 of 128 (2.3 %)", read.Baseline.Used.ToString());
    }

    [Fact]
    public async Task Tracking_MovesAtEachStepToUsed()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateInReviewAsync();

        await system.CompleteReviewAsync(number);
        Assert.Equal(new UseTally(1, 0, 0, 0, 1), (await ReadAsync(system)).Interim);

        await system.DecideAsync(number);
        await system.ActAsync(number, RequestAction.Transmit, People.Compiler);
        var read = await ReadAsync(system);

        Assert.Equal("1 of 1 (100 %)", read.Transmitted.UsedOfAll.ToString());
        Assert.Equal("1 of 1 (100 %)", read.Transmitted.UsedOfApplicable.ToString());
        Assert.Equal(0, read.Interim.Total);
        Assert.Equal(1, read.Dispositions[DispositionCount.AlreadyUsed]);
        Assert.Equal(new OutcomeTally(1, 1, 0, 0, 0), Category(read, "TCAC").Transmitted);
        Assert.Equal(new OutcomeTally(0, 0, 0, 0, 0), Category(read, "CYB").Transmitted);
        var office = Assert.Single(read.Offices);
        Assert.Equal(("VAP", 1), (office.Code, office.Transmitted.Used));
    }

    [Fact]
    public async Task MergedWithdrawnAndNotSelected_AreListedApartAndInNoCount()
    {
        await using var system = await TestSystem.CreateAsync();
        var target = await system.CreateInReviewAsync();
        var merged = await system.CreateInReviewAsync();
        var into = await system
            .Get<MergeRequest>()
            .ExecuteAsync(
                new MergeRequestInput(merged, target, "The same need.", null),
                People.Compiler,
                TestContext.Current.CancellationToken
            );
        Assert.True(into.IsDone, into.Refusal?.Message);
        await system.ActAsync(await system.CreateSubmittedAsync(), RequestAction.Withdraw, People.Compiler);
        await system.DecideAsync(await system.CreateRecommendedAsync(), Decision.NotSelected);

        var read = await ReadAsync(system);

        Assert.Equal(0, read.Transmitted.Total);
        Assert.Equal(1, read.Interim.Total);
        Assert.Equal(1, read.Apart[CountedAs.Merged]);
        Assert.Equal(1, read.Apart[CountedAs.Withdrawn]);
        Assert.Equal(1, read.Apart[CountedAs.NotSelected]);
        var listed = await ListAsync(system, new ListTrackedInput(Everything, CountedAs.Merged));
        Assert.Equal($"Merged into {target}", Assert.Single(listed.Requests).UseWords);
    }

    [Fact]
    public async Task WorkedExamples_AreOutsideBothRates()
    {
        await using var system = await TestSystem.CreateAsync();
        await using (var context = system.CreateContext())
        {
            context.Add(
                new BudgetCycle(
                    new FiscalYear(2030),
                    new FiscalYear(2030),
                    new DateOnly(2026, 11, 1),
                    new DateOnly(2027, 11, 30),
                    Marking.Budget,
                    isWorkedExample: true
                )
            );
            await context.SaveAsync(People.Compiler, TestClock.StartUtc, TestContext.Current.CancellationToken);
        }

        await system.CreateTransmittedAsync();
        await system
            .Get<CreateRequest>()
            .ExecuteAsync(
                new CreateRequestInput(2030, "VAP", new RequestFacts { Title = "Worked" }),
                People.AuthorAndApprover,
                TestContext.Current.CancellationToken
            );

        var read = await ReadAsync(system);

        Assert.Equal(1, read.Transmitted.Total);
        Assert.Equal(0, read.Interim.Total);
        Assert.Equal(1, read.Apart[CountedAs.WorkedExample]);
        Assert.Contains(RequestComposer.Illustrative, read.Notices);
        Assert.Equal([2027], read.Years.Select(year => year.Year));
    }

    [Fact]
    public async Task LatestYear_IsTheLatestFiscalYearOfSubmission_AndTheBudgetYearIsKeptApart()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.OpenCycleAsync(2028);
        await system.CreateTransmittedAsync();
        await system
            .Get<CreateRequest>()
            .ExecuteAsync(
                new CreateRequestInput(2028, "VAP", new RequestFacts { Title = "Of the year before" }),
                People.AuthorAndApprover,
                TestContext.Current.CancellationToken
            );

        var latest = (
            await system
                .Get<ReadTracking>()
                .ExecuteAsync(
                    new ReadTrackingInput(Everything, LatestYear: true),
                    People.Analyst,
                    TestContext.Current.CancellationToken
                )
        ).Value;
        var ofTheBudgetYear = await ReadAsync(system, new TrackingScope(BudgetYear: 2028));

        Assert.Equal(2027, latest.Scope.SubmissionYear);
        Assert.Equal((1, 0), (latest.Transmitted.Total, latest.Interim.Total));
        Assert.Equal([2026, 2027], latest.Years.Select(year => year.Year));
        Assert.Equal((0, 1), (ofTheBudgetYear.Transmitted.Total, ofTheBudgetYear.Interim.Total));
    }

    [Fact]
    public async Task Recommendations_AreCountedByAnswer_WithMedianDaysToTheFirst()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateInReviewAsync();
        await system.RecommendDataAsync(number, new RecommendedData("CYB"), new RecommendedData("GANG"));
        await system.ActAsync(number, RequestAction.Return, People.Analyst);
        system.Clock.Advance(TimeSpan.FromDays(3));
        await RespondAsync(system, number, 1, CategoryDecision.Declined, "Too few cases.");

        var made = (await ReadAsync(system)).Recommendations;

        Assert.Equal(2, made[RecommendationOutcome.Made]);
        Assert.Equal(1, made[RecommendationOutcome.Answered]);
        Assert.Equal(1, made[RecommendationOutcome.Declined]);
        Assert.Equal(1, made[RecommendationOutcome.Awaiting]);
        Assert.Equal(3, made.MedianDays);
        var ofCyber = (await ReadAsync(system, new TrackingScope(CategoryCode: "CYB"))).Recommendations;
        Assert.Equal(1, ofCyber[RecommendationOutcome.Made]);
        var listed = await ListAsync(
            system,
            new ListTrackedInput(Everything, Recommendation: RecommendationOutcome.Declined)
        );
        Assert.Equal(("CYB", (int?)3), Single(listed.Recommendations));

        static (string, int?) Single(IReadOnlyList<TrackedRecommendation> recommendations)
        {
            var only = Assert.Single(recommendations);
            return (only.Made.CategoryCode, only.Days);
        }
    }

    [Fact]
    public async Task LateRecommendation_IsCountedApartAndChangesNoRate()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateTransmittedAsync();
        await system.RecommendDataAsync(number, new RecommendedData("CYB"));

        var read = await ReadAsync(system);

        Assert.Equal(1, read.Recommendations[RecommendationOutcome.Late]);
        Assert.Equal(0, read.Recommendations[RecommendationOutcome.Made]);
        Assert.Equal("1 of 1 (100 %)", read.Transmitted.UsedOfAll.ToString());
    }

    [Fact]
    public async Task ReviewWithoutADisposition_IsCountedAsLackingIt()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.CreateInReviewAsync();
        await system.CreateSubmittedAsync();

        var read = await ReadAsync(system);

        Assert.Equal(1, read.Dispositions[DispositionCount.Lacking]);
        Assert.Equal(1, read.Dispositions[DispositionCount.NotUnderReview]);
    }

    [Fact]
    public async Task SupersededSnapshot_LeavesTheRequestUsed()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.CreateTransmittedAsync();
        await using var extract = SyntheticExtract.Create(500, 2);
        var imported = await system
            .Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [new(extract, "later.csv")],
                    SyntheticExtract.AsOf,
                    IsSynthetic: true,
                    SyntheticExtract.Quality
                ),
                People.Steward,
                TestContext.Current.CancellationToken
            );
        Assert.Equal(2, imported.Value.SnapshotNumber);

        var listed = await ListAsync(system, new ListTrackedInput(Everything, Value: UseValue.Used));

        Assert.Equal("Used (full)", Assert.Single(listed.Requests).UseWords);
        Assert.All(listed.Requests[0].Figures, figure => Assert.Equal(1, figure.Attached.SnapshotNumber));
    }

    [Fact]
    public async Task Office_SeesItsOwnRequestsOnly_AndIsRefusedAnotherByName()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.CreateTransmittedAsync();

        Assert.Equal(1, (await ReadAsync(system, by: People.AuthorAndApprover)).Transmitted.Total);
        var other = await ReadAsync(system, by: People.AuthorOf("CCU"));
        Assert.Equal(0, other.Transmitted.Total);
        Assert.Empty(other.Choices.Offices);
        var asked = await system
            .Get<ReadTracking>()
            .ExecuteAsync(
                new ReadTrackingInput(new TrackingScope(OfficeCode: "VAP")),
                People.AuthorOf("CCU"),
                TestContext.Current.CancellationToken
            );
        Assert.Equal("not-allowed", asked.Refusal?.Code);
    }

    [Theory]
    [InlineData(Role.ScrDataSteward)]
    [InlineData(Role.PerformanceAnalyst)]
    [InlineData(Role.Administrator)]
    public async Task RoleWithoutTracking_IsRefusedEverything(Role role)
    {
        await using var system = await TestSystem.CreateAsync();
        var (by, cancellation) = (People.Holding(role), TestContext.Current.CancellationToken);

        string?[] codes =
        [
            (await system.Get<ReadTracking>().ExecuteAsync(new(Everything), by, cancellation)).Refusal?.Code,
            (await system.Get<ListTracked>().ExecuteAsync(new(Everything), by, cancellation)).Refusal?.Code,
            (await system.Get<ExportTracked>().ExecuteAsync(new(Everything), by, cancellation)).Refusal?.Code,
            (await system.Get<CrossCheckCycle>().ExecuteAsync(null, by, cancellation)).Refusal?.Code,
            (await system.Get<ExportTracking>().ExecuteAsync(TrackingTable.Years, new(Everything), by, cancellation))
                .Refusal
                ?.Code,
        ];

        Assert.All(codes, code => Assert.Equal("not-allowed", code));
    }

    [Fact]
    public async Task SyntheticFigures_AreSaid()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.CreateTransmittedAsync();

        Assert.Equal([Domain.ScrData.StatisticWording.Synthetic], (await ReadAsync(system)).Notices);
    }

    private static CategoryCount Category(TrackingReading read, string code) =>
        read.Categories.Single(category => category.Code == code);

    private static async Task<TrackingReading> ReadAsync(
        TestSystem system,
        TrackingScope? scope = null,
        Person? by = null
    ) =>
        (
            await system
                .Get<ReadTracking>()
                .ExecuteAsync(
                    new ReadTrackingInput(scope ?? Everything),
                    by ?? People.Analyst,
                    TestContext.Current.CancellationToken
                )
        ).Value;

    private static async Task<TrackedList> ListAsync(TestSystem system, ListTrackedInput input) =>
        (
            await system.Get<ListTracked>().ExecuteAsync(input, People.Analyst, TestContext.Current.CancellationToken)
        ).Value;

    private static async Task RespondAsync(
        TestSystem system,
        string number,
        int recommendation,
        CategoryDecision decision,
        string reason
    )
    {
        var responded = await system
            .Get<RespondToRecommendation>()
            .ExecuteAsync(
                new RespondToRecommendationInput(number, recommendation, decision, DeclineReason.Other, reason),
                People.AuthorAndApprover
            );
        Assert.True(responded.IsDone, responded.Refusal?.Message);
    }
}
