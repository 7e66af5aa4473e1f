using ScrBudget.Application.Audit;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Validation;
using ScrBudget.Application.Storage;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Validation;
using ScrBudget.TestSupport;

namespace ScrBudget.Data.Tests.ScrData;

/// <summary>The worklist's rule, two people's decisions and an edition, on a real PostgreSQL.</summary>
public sealed class EditionOnPostgreSqlTests(SharedPostgreSql postgres)
{
    private static readonly Person Steward = People.Holding(Role.ScrDataSteward);
    private static readonly Person Second = People.Holding(Role.PerformanceAnalyst);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worklist_Settlement_Approval_AndEdition_AreTheSameAsOnSqlite()
    {
        await using var system = TestSystem.Over(await postgres.NewDatabaseAsync());
        await system.Get<PrepareDatabase>().ExecuteAsync(Cancellation);
        await using var extract = SyntheticExtract.Create(2_000, 1, new DateOnly(2024, 9, 30), withTitle: true);
        var imported = await system
            .Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [new ExtractToImport(extract, "extract.csv")],
                    new DateOnly(2024, 10, 1),
                    IsSynthetic: true,
                    SyntheticExtract.LaterQuality
                ),
                Steward,
                Cancellation
            );
        Assert.Null(imported.Refusal);
        var list = await ReadAsync(system, new WorklistFilter(WorklistReason.MarkedNo, 2024));
        Assert.Equal(list.Count, (await AskAsync(system)).Total.TcoNo);
        Assert.Equal([WorklistReason.MarkedNo, WorklistReason.NotRecordedBeforeTheBox], list.ByReason.Keys.Order());
        var excluded = Seen(list.Items.Take(5));
        var confirmed = Seen(list.Items.Skip(5).Take(5));

        Assert.Null(await SettleAsync(system, excluded, SettlementDecision.ProposeExclusion));
        Assert.Null(await SettleAsync(system, confirmed, SettlementDecision.ConfirmYes));
        var waiting = await ReadAsync(system, new WorklistFilter(State: SettlementState.ExclusionProposed));
        var approved = await system
            .Get<DecideExclusions>()
            .ExecuteAsync(new DecideExclusionsInput(1, Seen(waiting.Items), Approve: true), Second, Cancellation);
        Assert.Null(approved.Refusal);
        var before = await AskAsync(system);
        Assert.Equal(1, (await system.Get<MakeEdition>().ExecuteAsync(1, Steward, Cancellation)).Value);

        var after = await AskAsync(system);
        Assert.Equal((before.Total.Scrs - 5, before.Total.TcoYes + 5), (after.Total.Scrs, after.Total.TcoYes));
        var open = new WorklistFilter(WorklistReason.MarkedNo, 2024, State: SettlementState.Open);
        Assert.Equal(list.Count - 10, (await ReadAsync(system, open)).Count);
        Assert.Empty((await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);
    }

    private static List<SeenRecord> Seen(IEnumerable<WorklistItem> items) =>
        [.. items.Select(item => new SeenRecord(item.Record.ScrNumber, item.Settlement?.Version))];

    private static async Task<Worklist> ReadAsync(TestSystem system, WorklistFilter filter) =>
        (await system.Get<ReadWorklist>().ExecuteAsync(1, filter, 1, Steward, Cancellation)).Value;

    private static async Task<string?> SettleAsync(
        TestSystem system,
        List<SeenRecord> records,
        SettlementDecision decision
    ) =>
        (
            await system
                .Get<SettleRecords>()
                .ExecuteAsync(new SettleRecordsInput(1, records, decision, "Looked up."), Steward, Cancellation)
        )
            .Refusal
            ?.Code;

    private static async Task<Statistic> AskAsync(TestSystem system) =>
        (
            await system
                .Get<QueryStatistic>()
                .AskAsync(
                    new StatisticQuery(null, null, new FiscalYear(2024), new FiscalYear(2024)),
                    null,
                    Steward,
                    Cancellation
                )
        ).Value;
}
