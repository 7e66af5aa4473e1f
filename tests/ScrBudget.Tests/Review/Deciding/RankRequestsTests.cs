using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Documents;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Review.Deciding;
using ScrBudget.Tests.Audit;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Deciding;

/// <summary>Ranking through the use cases, on a database.</summary>
public sealed class RankRequestsTests
{
    private const string First = "FY2029-VAP-001";
    private const string Second = "FY2029-VAP-002";
    private const string Others = "FY2029-CCU-001";

    private static readonly Person SecondCompiler = People.Named("second compiler", null, Role.OaoCompiler);
    private static readonly Lazy<Task<byte[]>> Ranked = new(MakeAsync);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Order_IsKept_WithTheOfficesOwnRanksBesideIt()
    {
        await using var system = await TestSystem.FromFileAsync(await Ranked.Value);

        var reading = await ReadAsync(system);

        Assert.Equal([(1, Second, 1), (2, Others, 1), (3, First, 2)], Lines(reading));
        Assert.Equal(new Money(4_000_000), reading.Target);
        Assert.Equal(People.Compiler.Name, reading.ChangedBy);
        Assert.True(reading.MayRank);
    }

    [Fact]
    public async Task RunningTotal_CountsWhatIsDecided_ElseRecommended_ElseRequested()
    {
        await using var system = await TestSystem.FromFileAsync(await Ranked.Value);

        var reading = await ReadAsync(system);

        // The second is approved in part at less than was recommended; another office's draft asks for nothing yet.
        Assert.Equal(
            [(1_200_000, 1_200_000), (0, 1_200_000), (1_600_000, 2_800_000)],
            reading.Requests.Select(line => (line.Counted.Dollars, line.Running.Total.Dollars))
        );
        Assert.Equal((2_000_000, 1_200_000), (reading.Requests[0].Analyst?.Dollars, reading.Requests[0].Oao?.Dollars));
        Assert.DoesNotContain(reading.Requests, line => line.Running.IsPast);
    }

    [Fact]
    public async Task Sheet_HasTheOrderInWholeDollars_WithTheRunningTotal()
    {
        await using var system = await TestSystem.FromFileAsync(await Ranked.Value);
        var sheet = RankingSheet.Of(await ReadAsync(system));

        Assert.Equal("Ranks of all offices, FY 2029", sheet.Title);
        Assert.Contains("Target: $4,000,000.", sheet.Notes);
        var rows = await sheet.Rows.ToListAsync(Cancellation);
        Assert.Equal([Second, Others, First], rows.Select(row => row[2].Text));
        Assert.Equal([1, 1, 1_600_000, 2_000_000, 1_200_000, 1_200_000, 1_200_000], Numbers(rows[0]));
        // Neither recommended nor decided: both cells are empty.
        Assert.Equal([3, 2, 1_600_000, 1_600_000, 2_800_000], Numbers(rows[2]));
        Assert.All(rows, row => Assert.Equal(sheet.Columns.Count, row.Count));

        static IEnumerable<long> Numbers(IReadOnlyList<SheetCell> row) =>
            row.Where(cell => cell.Number is not null).Select(cell => cell.Number!.Value);
    }

    [Fact]
    public async Task TwoWhoReorderAtOnce_OneWins_TheOtherHearsWhoAndNothingOfTheirsIsReplaced()
    {
        await using var system = await TestSystem.FromFileAsync(await Ranked.Value);
        var seen = (await ReadAsync(system)).Version;
        Assert.Null((await RankAsync(system, seen, First, 1, SecondCompiler)).Refusal);

        var refused = (await RankAsync(system, seen, Others, 1, People.Compiler)).Refusal;

        Assert.Equal(RankingRefusals.ChangedCode, refused?.Code);
        Assert.StartsWith("second compiler changed the order meanwhile.", refused?.Message, StringComparison.Ordinal);
        var reading = await ReadAsync(system);
        Assert.Equal([(1, First, 2), (2, Second, 1), (3, Others, 1)], Lines(reading));
        Assert.Null((await RankAsync(system, reading.Version, Others, 1, People.Compiler)).Refusal);
    }

    [Fact]
    public async Task TwoWhoRankForTheFirstTimeAtOnce_OneWins()
    {
        await using var system = await TestSystem.CreateAsync();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await system.CreateDraftAsync();
        }

        Person[] both = [People.Compiler, SecondCompiler];
        var outcomes = await Task.WhenAll(both.Select(by => RankAsync(system, Guid.Empty, Second, 1, by)));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Equal(RankingRefusals.ChangedCode, Assert.Single(outcomes, outcome => !outcome.IsDone).Refusal?.Code);
    }

    [Fact]
    public async Task WithdrawnRequest_IsNotShown_AndIsBackAtItsRankWhenRestored()
    {
        await using var system = await TestSystem.FromFileAsync(await Ranked.Value);
        await system.ActAsync(Second, RequestAction.Withdraw, People.Compiler);
        Assert.Equal([(1, Others, 1), (2, First, 1)], Lines(await ReadAsync(system)));

        await system.ActAsync(Second, RequestAction.Restore, People.Compiler);

        Assert.Equal([(1, Second, 1), (2, Others, 1), (3, First, 2)], Lines(await ReadAsync(system)));
    }

    [Fact]
    public async Task EachChange_LeavesOneEntryWithTheOrderBeforeAndAfter()
    {
        await using var system = await TestSystem.FromFileAsync(await Ranked.Value);

        await using var context = system.CreateContext();
        var entries = await context
            .AuditEntries.Where(entry => entry.Subject == "ranking FY2029")
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(Cancellation);

        Assert.Equal(["Ranked the requests", "Set the target"], entries.Select(entry => entry.Action));
        Assert.Equal($"{Others}, {First}, {Second}", entries[0].Before);
        Assert.Equal($"{Second}, {Others}, {First}", entries[0].After);
        Assert.True((await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.IsVerified);
    }

    [Fact]
    public async Task EveryStoredValueOfARanking_IsComparedWithItsLastEntry()
    {
        await using var model = (await TestSystem.FromFileAsync(await Ranked.Value)).CreateContext();
        var columns = StoredColumns.Of<Ranking>(model.Model).ToList();
        Assert.Equal(
            ["ChangedAt", "ChangedBy", "Numbers", "TargetDollars"],
            columns.Select(column => column.Name).Order()
        );

        foreach (var column in columns)
        {
            await using var system = await TestSystem.FromFileAsync(await Ranked.Value);
            Assert.NotEqual(0, await system.ExecuteSqlAsync(column.ChangeSql));

            var found = (await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems;

            Assert.Contains(found, problem => problem.Subject.StartsWith("ranking FY2029", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task OverallOrder_IsForThoseWhoReadEveryOffice_AnOfficesForItsOwnToo()
    {
        await using var system = await TestSystem.FromFileAsync(await Ranked.Value);
        var read = system.Get<ReadRanking>();

        var overall = await read.ExecuteAsync(TestSystem.OpenYear, null, People.Approver, Cancellation);
        var own = await read.ExecuteAsync(TestSystem.OpenYear, "VAP", People.Approver, Cancellation);
        var other = await read.ExecuteAsync(TestSystem.OpenYear, "CCU", People.Approver, Cancellation);
        var auditors = await read.ExecuteAsync(TestSystem.OpenYear, null, People.Auditor, Cancellation);

        Assert.Equal("ranking-all-offices", overall.Refusal?.Code);
        Assert.Equal([(1, Second, 1), (2, First, 2)], Lines(own.Value));
        Assert.True(own.Value.MayRank);
        Assert.Equal("office-not-found", other.Refusal?.Code);
        Assert.Equal((3, false), (auditors.Value.Requests.Count, auditors.Value.MayRank));
    }

    [Fact]
    public async Task Ranking_IsClosedOnceAllThatStandsInItIsDecided_AndOpensWithAReopenedRequest()
    {
        await using var system = await TestSystem.FromFileAsync(await Ranked.Value);
        await system.ActAsync(First, RequestAction.Withdraw, People.Compiler);
        var office = await OfficesAsync(system);
        Assert.Equal((false, RankingRefusals.AllDecided.Message), (office.MayRank, office.Closed));

        var ofOffice = new RankingInput(TestSystem.OpenYear, "VAP", office.Version);
        var ranked = await system
            .Get<RankRequest>()
            .ExecuteAsync(new(ofOffice, Second, 1), People.Approver, Cancellation);
        var ordered = await system
            .Get<OrderRequests>()
            .ExecuteAsync(new(ofOffice, [Second]), People.Approver, Cancellation);
        Assert.Equal(("ranking-closed", "ranking-closed"), (ranked.Refusal?.Code, ordered.Refusal?.Code));
        // The other office's draft is not decided: the order over all stays open.
        var overall = await ReadAsync(system);
        Assert.Equal((true, null), (overall.MayRank, overall.Closed));
        Assert.Null((await RankAsync(system, overall.Version, Others, 1, People.Compiler)).Refusal);

        await system.ActAsync(Second, RequestAction.Transmit, People.Compiler);
        Assert.False((await OfficesAsync(system)).MayRank);
        await system.ActAsync(First, RequestAction.Restore, People.Compiler);
        Assert.True((await OfficesAsync(system)).MayRank);
    }

    [Fact]
    public async Task WorkedExamples_AreOutside_ForOrderAndTarget_AndMayStillBeActedOn()
    {
        await using var system = await TestSystem.FromFileAsync(await Ranked.Value);
        await system.ExecuteSqlAsync("UPDATE Cycles SET IsWorkedExample = 1");

        var reading = await ReadAsync(system);
        var ranked = await RankAsync(system, reading.Version, First, 1, People.Compiler);
        var target = await system
            .Get<SetTarget>()
            .ExecuteAsync(new(TestSystem.OpenYear, reading.Version, null), People.Compiler, Cancellation);

        Assert.Equal((false, true), (reading.MayRank, reading.MayDecide));
        Assert.Equal("ranking-of-worked-examples", ranked.Refusal?.Code);
        Assert.Equal("ranking-of-worked-examples", target.Refusal?.Code);
    }

    private static async Task<RankingReading> OfficesAsync(TestSystem system) =>
        (await system.Get<ReadRanking>().ExecuteAsync(TestSystem.OpenYear, "VAP", People.Approver, Cancellation)).Value;

    private static IEnumerable<(int, string, int)> Lines(RankingReading reading) =>
        reading.Requests.Select(line => (line.Rank, line.Request.Number, line.OfficeRank));

    private static async Task<RankingReading> ReadAsync(TestSystem system) =>
        (await system.Get<ReadRanking>().ExecuteAsync(TestSystem.OpenYear, null, People.Compiler, Cancellation)).Value;

    private static Task<Outcome> RankAsync(TestSystem system, Guid seen, string number, int position, Person by) =>
        system
            .Get<RankRequest>()
            .ExecuteAsync(
                new RankRequestInput(new RankingInput(TestSystem.OpenYear, null, seen), number, position),
                by,
                Cancellation
            );

    /// <summary>Three requests of two offices: the second decided, the office's and the overall order kept, a target set.</summary>
    private static async Task<byte[]> MakeAsync()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.CreateCompleteDraftAsync();
        await system.DecideAsync(await system.CreateRecommendedAsync());
        await system.CreateDraftAsync(People.AuthorOf(People.OtherOffice));
        var office = await system
            .Get<OrderRequests>()
            .ExecuteAsync(new(new(TestSystem.OpenYear, "VAP", Guid.Empty), [Second]), People.Approver);
        Assert.Null(office.Refusal);
        var overall = await system
            .Get<OrderRequests>()
            .ExecuteAsync(new(new(TestSystem.OpenYear, null, Guid.Empty), [Second, Others]), People.Compiler);
        Assert.Null(overall.Refusal);
        var target = await system
            .Get<SetTarget>()
            .ExecuteAsync(
                new SetTargetInput(TestSystem.OpenYear, (await ReadAsync(system)).Version, new Money(4_000_000)),
                People.Compiler
            );
        Assert.Null(target.Refusal);
        return await system.FileAsync();
    }
}
