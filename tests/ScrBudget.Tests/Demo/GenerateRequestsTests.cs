using ScrBudget.Application.Audit;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Tracking;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Tracking;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Demo;

/// <summary>An invented cycle, and tracking over it: as many requests as a real one has.</summary>
public sealed class GenerateRequestsTests
{
    private static readonly FiscalYear Year = new(2029);
    private static readonly TrackingScope Everything = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cycle_HasEveryStatusAndEveryValue_IsSynthetic_AndItsTrailVerifies()
    {
        await using var system = await TestSystem.CreateAsync();

        var generated = await GenerateAsync(system, 128);

        var digests = await DigestsAsync(system);
        Assert.Equal(128, digests.Count);
        Assert.Equal(128, generated.ByStatus.Values.Sum());
        Assert.Equal(
            [
                RequestStatus.Draft,
                RequestStatus.Submitted,
                RequestStatus.InReview,
                RequestStatus.Returned,
                RequestStatus.Recommended,
                RequestStatus.Decided,
                RequestStatus.Transmitted,
                RequestStatus.Merged,
                RequestStatus.Withdrawn,
            ],
            generated.ByStatus.Keys
        );
        Assert.All(digests, request => Assert.True(request.IsSynthetic, request.Title));
        Assert.All(
            digests.Where(request => request.Standing() == CountedAs.Transmitted),
            request => Assert.NotEqual(UseValue.Open, request.Use.Value)
        );
        Assert.Equal(Enum.GetValues<UseValue>(), digests.Select(request => request.Use.Value).Distinct().Order());
        Assert.Equal(
            RecommendationOutcomes
                .Kinds.Where(kind => kind != RecommendationOutcome.AcceptedInPart)
                .Append(RecommendationOutcome.Late),
            digests.SelectMany(request => request.Recommendations).Select(made => made.Outcome()).Distinct().Order()
        );
        Assert.All(
            digests.SelectMany(request => request.Removals.Select(removal => (request.Moves, Removal: removal))),
            removed =>
                Assert.InRange(
                    removed.Removal.On,
                    DateOnly.FromDateTime(removed.Moves.Single(move => move.Action == RequestAction.Transmit).At),
                    DateOnly.FromDateTime(removed.Removal.At)
                )
        );
        Assert.NotEmpty(digests.SelectMany(request => request.Removals));
        var verified = await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation);
        Assert.Empty(verified.Value.Problems);
    }

    [Fact]
    public async Task OnTheDemoSite_WhoseFiguresHaveLongerCaveats_EveryPageFits()
    {
        await using var system = TestSystem.Empty();
        Assert.True((await system.Get<LoadDemo>().ExecuteAsync(withSite: true, cancellation: Cancellation)).IsDone);

        var generated = await GenerateAsync(system, 128);

        Assert.Equal(128, generated.ByStatus.Values.Sum());
    }

    [Fact]
    public async Task SameSeed_GivesTheSameRequests_AndAnotherGivesOthers()
    {
        await using var one = await TestSystem.CreateAsync();
        await using var two = await TestSystem.CreateAsync();
        await using var other = await TestSystem.CreateAsync();

        await GenerateAsync(one, 12);
        await GenerateAsync(two, 12);
        await GenerateAsync(other, 12, seed: 2);

        var told = await ToldAsync(one);
        Assert.Equal(told, await ToldAsync(two));
        Assert.NotEqual(told, await ToldAsync(other));
    }

    [Fact]
    public async Task EveryFigure_IsAsManyAsItsListHas()
    {
        await using var system = await TestSystem.CreateAsync();
        await GenerateAsync(system, 128);
        var scope = Everything with { SubmissionYear = 2027 };

        foreach (
            var chosen in (TrackingScope[])
                [scope, scope with { OfficeCode = "VAP" }, scope with { CategoryCode = "TCAC" }]
        )
        {
            await FiguresAreListedAsync(system, chosen);
        }
    }

    [Fact]
    public async Task TablesByOffice_AddUpToTheHeadline()
    {
        await using var system = await TestSystem.CreateAsync();
        await GenerateAsync(system, 128);

        var read = await ReadAsync(system, Everything);

        Assert.InRange(read.Transmitted.Total, 1, 128);
        Assert.Equal(read.Transmitted.Total, read.Offices.Sum(office => office.Transmitted.Total));
        Assert.Equal(read.Transmitted.Used, read.Offices.Sum(office => office.Transmitted.Used));
        Assert.Equal(read.Interim.Total, read.Offices.Sum(office => office.Interim.Total));
        Assert.Equal(
            read.Recommendations[RecommendationOutcome.Made],
            read.Offices.Sum(office => office.Recommendations[RecommendationOutcome.Made])
        );
        Assert.Equal(128, read.Transmitted.Total + read.Interim.Total + read.Apart.Values.Sum());
        Assert.True(read.Transmitted.Used <= read.Transmitted.Applicable);
        Assert.NotNull(read.Recommendations.MedianDays);
        Assert.Contains(SyntheticRequest.Notice, read.Notices);
    }

    [Fact]
    public async Task WorkedExample_TooMany_TooEarly_AndSomebodyWithoutTheRight_AreRefused()
    {
        await using var system = await TestSystem.CreateAsync();
        var generate = system.Get<GenerateRequests>();

        await using (var context = system.CreateContext())
        {
            context.Add(
                new BudgetCycle(
                    new FiscalYear(2022),
                    new FiscalYear(2022),
                    new DateOnly(2022, 11, 1),
                    new DateOnly(2022, 11, 30),
                    Marking.Budget,
                    isWorkedExample: true
                )
            );
            await context.SaveAsync(People.Compiler, TestClock.StartUtc, Cancellation);
        }

        var worked = await generate.ExecuteAsync(
            new GenerateRequestsInput(1, new FiscalYear(2022), 1),
            Person.SystemOperator,
            Cancellation
        );
        var byAnalyst = await generate.ExecuteAsync(
            new GenerateRequestsInput(1, Year, 1),
            People.Analyst,
            Cancellation
        );
        var tooMany = await generate.ExecuteAsync(
            new GenerateRequestsInput(GenerateRequests.Maximum + 1, Year, 1),
            Person.SystemOperator,
            Cancellation
        );
        var tooEarly = await generate.ExecuteAsync(
            new GenerateRequestsInput(1, new FiscalYear(2015), 1),
            Person.SystemOperator,
            Cancellation
        );

        Assert.Equal("cycle-not-open", worked.Refusal?.Code);
        Assert.Equal("not-allowed", byAnalyst.Refusal?.Code);
        Assert.Equal("requests-outside", tooMany.Refusal?.Code);
        Assert.Equal("years-not-covered", tooEarly.Refusal?.Code);
    }

    [Fact]
    public async Task CycleThatIsNotThere_IsOpenedAsCallsGoOut()
    {
        await using var system = await TestSystem.CreateAsync();

        var generated = await system
            .Get<GenerateRequests>()
            .ExecuteAsync(new GenerateRequestsInput(3, new FiscalYear(2030), 1), Person.SystemOperator, Cancellation);

        Assert.Equal(3, generated.Value.Count);
        Assert.All(
            await DigestsAsync(system),
            request => Assert.Equal((2030, 2028), (request.BudgetYear, request.SubmissionYear))
        );
    }

    private static async Task FiguresAreListedAsync(TestSystem system, TrackingScope scope)
    {
        var read = await ReadAsync(system, scope);
        var (all, made) = (new ListTrackedInput(scope), read.Recommendations);
        foreach (
            var (standing, tally) in new[]
            {
                (CountedAs.Transmitted, read.Transmitted),
                (CountedAs.Interim, read.Interim),
            }
        )
        {
            var of = all with { Standing = standing };
            await IsListedAsync(tally.Total, of);
            await IsListedAsync(tally.Used, of with { Value = UseValue.Used });
            await IsListedAsync(tally.ConsideredNotApplicable, of with { Value = UseValue.ConsideredNotApplicable });
            await IsListedAsync(tally.NotUsed, of with { Value = UseValue.NotUsed });
            await IsListedAsync(tally.Open, of with { Value = UseValue.Open });
            foreach (var category in read.Categories)
            {
                var (count, ofIt) = (
                    standing == CountedAs.Transmitted ? category.Transmitted : category.Interim,
                    of with
                    {
                        Scope = scope with { CategoryCode = category.Code },
                    }
                );
                if (scope.CategoryCode is null)
                {
                    await IsListedAsync(count.Applicable, ofIt with { IsApplicable = true });
                    await IsListedAsync(count.Used, ofIt with { Outcome = CategoryOutcome.Used });
                    await IsListedAsync(count.Declined, ofIt with { Outcome = CategoryOutcome.Declined });
                    await IsListedAsync(count.NotApplicable, ofIt with { Outcome = CategoryOutcome.NotApplicable });
                    await IsListedAsync(count.Pending, ofIt with { Outcome = CategoryOutcome.Pending });
                }
            }
        }

        foreach (var (standing, count) in read.Apart)
        {
            await IsListedAsync(count, all with { Standing = standing });
        }

        foreach (var (kind, count) in read.Dispositions)
        {
            await IsListedAsync(count, all with { Disposition = kind });
        }

        foreach (var outcome in Enum.GetValues<RecommendationOutcome>())
        {
            var listed = await ListAsync(system, all with { Recommendation = outcome });
            Assert.Equal((outcome, made[outcome]), (outcome, listed.Recommendations.Count));
        }

        async Task IsListedAsync(int count, ListTrackedInput list) =>
            Assert.Equal((list, count), (list, (await ListAsync(system, list)).Requests.Count));
    }

    private static async Task<TrackedList> ListAsync(TestSystem system, ListTrackedInput input) =>
        (await system.Get<ListTracked>().ExecuteAsync(input, People.Auditor, Cancellation)).Value;

    private static async Task<TrackingReading> ReadAsync(TestSystem system, TrackingScope scope) =>
        (
            await system.Get<ReadTracking>().ExecuteAsync(new ReadTrackingInput(scope), People.Auditor, Cancellation)
        ).Value;

    private static async Task<GeneratedRequests> GenerateAsync(TestSystem system, int count, ulong seed = 1) =>
        (
            await system
                .Get<GenerateRequests>()
                .ExecuteAsync(new GenerateRequestsInput(count, Year, seed), Person.SystemOperator, Cancellation)
        ).Value;

    private static Task<IReadOnlyList<RequestDigest>> DigestsAsync(TestSystem system) =>
        system.Get<RequestDigests>().ReadAsync(People.Auditor, cancellation: Cancellation);

    private static async Task<IEnumerable<string>> ToldAsync(TestSystem system) =>
        (await DigestsAsync(system)).Select(request =>
            $"{request.Number} {request.Title} {request.Request} {request.UseWords} {request.StatusWords} "
            + string.Join(' ', request.Moves.Select((StatusMove move) => $"{move.Action} {move.At:O} {move.By}"))
        );
}
