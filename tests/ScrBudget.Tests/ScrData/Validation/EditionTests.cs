using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Validation;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Validation;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Validation;

/// <summary>From the worklist of the synthetic snapshot 1 to its editions.</summary>
public sealed class EditionTests
{
    private static readonly Person Steward = People.Holding(Role.ScrDataSteward);
    private static readonly Person Second = People.Holding(Role.PerformanceAnalyst);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worklist_HasEveryResultThatLacksTheTests_ByReason_AndPagesThroughThem()
    {
        await using var system = await TestSystem.CreateAsync();

        var list = await ReadAsync(system, new WorklistFilter());
        var second = await ReadAsync(system, new WorklistFilter(), page: 2);

        Assert.Equal(3_488, list.Count);
        Assert.Equal(
            [(WorklistReason.NotRecordedBeforeTheBox, 3_488)],
            list.ByReason.Select(one => (one.Key, one.Value))
        );
        Assert.Equal(ReadWorklist.PageSize, list.Items.Count);
        Assert.Empty(list.Items.Select(item => item.Record.Id).Intersect(second.Items.Select(item => item.Record.Id)));
        Assert.Equal(1_083, (await ReadAsync(system, new WorklistFilter(FiscalYear: 2022))).Count);
        Assert.Equal(0, (await ReadAsync(system, new WorklistFilter(WorklistReason.MarkedNo))).Count);
        var number = list.Items[7].Record.ScrNumber;
        Assert.Equal(
            number,
            (await ReadAsync(system, new WorklistFilter(Search: number))).Items.Single().Record.ScrNumber
        );
    }

    [Fact]
    public async Task Edition_LeavesOutWhatASecondPersonApproved_CountsWhatWasConfirmed_AndTheSnapshotStays()
    {
        await using var system = await TestSystem.CreateAsync();
        var items = (await ReadAsync(system, new WorklistFilter(FiscalYear: 2022))).Items;
        var excluded = items.Take(6).Select(item => item.Record.ScrNumber).ToList();
        var confirmed = items.Skip(6).Take(9).Select(item => item.Record.ScrNumber).ToList();

        Assert.Null(await SettleAsync(system, excluded, SettlementDecision.ProposeExclusion));
        Assert.Null(await SettleAsync(system, confirmed, SettlementDecision.ConfirmYes));
        Assert.Equal("exclusions-waiting", (await MakeAsync(system)).Refusal?.Code);
        Assert.Null(await DecideAsync(system, excluded, approve: true));
        var before = await EditionsAsync(system);
        Assert.Equal(1, (await MakeAsync(system)).Value);

        var published = await AskAsync(system, edition: 0);
        var edition = await AskAsync(system, edition: null);
        Assert.Equal((0, 1_083, 0), (published.Edition, published.Total.Scrs, published.Total.TcoYes));
        Assert.Equal((1, 1_077, 9), (edition.Edition, edition.Total.Scrs, edition.Total.TcoYes));
        Assert.Equal(await PlainCasesAsync(system, excluded), edition.Total.Cases);
        Assert.Equal(
            "Source: extract of Oct 31, 2022, snapshot 1, validated edition 1 (synthetic).",
            StatisticWording.Source(edition)
        );
        Assert.Equal((1_077, 9), Next(before, 2022));
        Assert.Equal("edition-unchanged", (await MakeAsync(system)).Refusal?.Code);
        await AssertVerifiedAsync(system);
    }

    [Fact]
    public async Task SecondEdition_HasItsOwnList_AndTheFirstStaysAsItWas()
    {
        await using var system = await TestSystem.CreateAsync();
        var numbers = (await ReadAsync(system, new WorklistFilter(FiscalYear: 2022)))
            .Items.Select(item => item.Record.ScrNumber)
            .ToList();
        await SettleAsync(system, [numbers[0]], SettlementDecision.ConfirmNo);
        Assert.Equal(1, (await MakeAsync(system)).Value);
        await SettleAsync(system, [numbers[0]], SettlementDecision.Reopened);
        await SettleAsync(system, numbers.GetRange(1, 5), SettlementDecision.ConfirmYes);
        Assert.Equal(2, (await MakeAsync(system)).Value);

        Assert.Equal((0, 1), await YesAndNoAsync(system, 1));
        Assert.Equal((5, 0), await YesAndNoAsync(system, 2));
        Assert.Equal("edition-not-found", (await AskOutcomeAsync(system, 3)).Refusal?.Code);
        await AssertVerifiedAsync(system);
    }

    [Theory]
    [InlineData("UPDATE ScrEditionChanges SET Reason = 'another'", "What edition 1 leaves out")]
    [InlineData("DELETE FROM ScrEditionChanges", "What edition 1 leaves out")]
    [InlineData("UPDATE ScrCounts SET Scrs = Scrs + 1 WHERE Edition = 1", "The prepared counts of edition 1")]
    [InlineData("UPDATE ScrCounts SET Cases = Cases + 1 WHERE Edition = 0", "The prepared counts of edition 0")]
    [InlineData("UPDATE ScrSettlements SET Decision = 'ConfirmNo'", "Settlement")]
    [InlineData("UPDATE ScrEditions SET Exclusions = 9", "Edition")]
    public async Task WhatWasChangedBesideTheProduct_IsFoundByVerification(string sql, string problem)
    {
        await using var system = await TestSystem.CreateAsync();
        var number = (await ReadAsync(system, new WorklistFilter())).Items[0].Record.ScrNumber;
        await SettleAsync(system, [number], SettlementDecision.ConfirmYes);
        await MakeAsync(system);
        Assert.NotEqual(0, await system.ExecuteSqlAsync(sql));

        var problems = (await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems;

        Assert.Contains(problems, one => one.Problem.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settle_OfARecordThatIsNotOnTheList_SettlesNone()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = (await ReadAsync(system, new WorklistFilter())).Items[0].Record.ScrNumber;

        var refusal = await SettleAsync(system, [number, "SCR-0"], SettlementDecision.CorrectAtSource);

        Assert.Equal("record-unknown", refusal);
        await using var context = system.CreateContext();
        Assert.Equal(0, await context.RecordSettlements.CountAsync(Cancellation));
        Assert.Equal("no-record-chosen", await SettleAsync(system, [], SettlementDecision.CorrectAtSource));
    }

    [Fact]
    public async Task DecisionAboutWhatHasChangedSinceItWasSeen_IsRefused()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = (await ReadAsync(system, new WorklistFilter())).Items[0].Record.ScrNumber;
        await SettleAsync(system, [number], SettlementDecision.ProposeExclusion);
        var seen = await SeenAsync(system, [number]);
        await SettleAsync(system, [number], SettlementDecision.ProposeExclusion);

        var approved = await system
            .Get<DecideExclusions>()
            .ExecuteAsync(new DecideExclusionsInput(1, seen, Approve: true), Second, Cancellation);
        var settled = await system
            .Get<SettleRecords>()
            .ExecuteAsync(
                new SettleRecordsInput(1, seen, SettlementDecision.ConfirmYes, "Looked up."),
                Steward,
                Cancellation
            );

        Assert.Equal(("settlement-changed", "settlement-changed"), (approved.Refusal?.Code, settled.Refusal?.Code));
    }

    [Fact]
    public async Task WhatTwoPeopleExcluded_IsOnlyTakenBackByName()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = (await ReadAsync(system, new WorklistFilter())).Items[0].Record.ScrNumber;
        Assert.Equal("nothing-to-take-back", await SettleAsync(system, [number], SettlementDecision.Reopened));
        await SettleAsync(system, [number], SettlementDecision.ProposeExclusion);
        await DecideAsync(system, [number], approve: true);

        Assert.Equal("excluded-already", await SettleAsync(system, [number], SettlementDecision.ConfirmYes));
        Assert.Null(await SettleAsync(system, [number], SettlementDecision.Reopened));
        Assert.Null(await SettleAsync(system, [number], SettlementDecision.ConfirmYes));
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task EachStep_IsForItsRoles(Role role)
    {
        await using var system = await TestSystem.CreateAsync();
        var person = People.Holding(role);
        var number = (await ReadAsync(system, new WorklistFilter())).Items[0].Record.ScrNumber;
        await SettleAsync(system, [number], SettlementDecision.ProposeExclusion);

        var read = await system.Get<ReadWorklist>().ExecuteAsync(1, new WorklistFilter(), 1, person, Cancellation);
        var decided = await DecideAsync(system, [number], approve: true, person);
        var settled = await SettleAsync(system, [number], SettlementDecision.ConfirmYes, person);
        var made = await system.Get<MakeEdition>().ExecuteAsync(1, person, Cancellation);

        var isSteward = role == Role.ScrDataSteward;
        var isSecond = role == Role.PerformanceAnalyst;
        Assert.Equal(isSteward || isSecond || role == Role.Auditor ? null : "not-allowed", read.Refusal?.Code);
        Assert.Equal(isSecond ? null : "not-allowed", decided);
        Assert.Equal(isSteward ? null : "not-allowed", settled);
        Assert.Equal(isSteward ? null : "not-allowed", made.Refusal?.Code);
    }

    private static async Task<Worklist> ReadAsync(TestSystem system, WorklistFilter filter, int page = 1) =>
        (await system.Get<ReadWorklist>().ExecuteAsync(1, filter, page, Steward, Cancellation)).Value;

    /// <summary>As somebody sees them who opens the worklist now.</summary>
    private static async Task<List<SeenRecord>> SeenAsync(TestSystem system, IReadOnlyList<string> numbers)
    {
        await using var context = system.CreateContext();
        var versions = await context
            .RecordSettlements.Where(one => one.SnapshotNumber == 1)
            .ToDictionaryAsync(one => one.ScrNumber, one => (Guid?)one.Version, Cancellation);
        return [.. numbers.Select(number => new SeenRecord(number, versions.GetValueOrDefault(number)))];
    }

    private static async Task<string?> SettleAsync(
        TestSystem system,
        IReadOnlyList<string> numbers,
        SettlementDecision decision,
        Person? by = null
    ) =>
        (
            await system
                .Get<SettleRecords>()
                .ExecuteAsync(
                    new SettleRecordsInput(1, await SeenAsync(system, numbers), decision, "Looked up."),
                    by ?? Steward,
                    Cancellation
                )
        )
            .Refusal
            ?.Code;

    private static async Task<string?> DecideAsync(
        TestSystem system,
        IReadOnlyList<string> numbers,
        bool approve,
        Person? by = null
    ) =>
        (
            await system
                .Get<DecideExclusions>()
                .ExecuteAsync(
                    new DecideExclusionsInput(1, await SeenAsync(system, numbers), approve),
                    by ?? Second,
                    Cancellation
                )
        )
            .Refusal
            ?.Code;

    private static Task<Domain.Outcome<int>> MakeAsync(TestSystem system) =>
        system.Get<MakeEdition>().ExecuteAsync(1, Steward, Cancellation);

    private static async Task<EditionsReading> EditionsAsync(TestSystem system) =>
        (await system.Get<ReadEditions>().ExecuteAsync(1, Steward, Cancellation)).Value;

    private static (int Scrs, int Yes) Next(EditionsReading reading, int year)
    {
        var next = reading.Years.Single(one => one.Year.Year == year).Next;
        return (next.Scrs, next.TcoYes);
    }

    private static Task<Domain.Outcome<Statistic>> AskOutcomeAsync(TestSystem system, int? edition) =>
        system
            .Get<QueryStatistic>()
            .AskAsync(
                new StatisticQuery(null, null, new FiscalYear(2022), new FiscalYear(2022)),
                new SnapshotChoice(1, edition),
                Steward,
                Cancellation
            );

    private static async Task<Statistic> AskAsync(TestSystem system, int? edition) =>
        (await AskOutcomeAsync(system, edition)).Value;

    private static async Task<(int Yes, int No)> YesAndNoAsync(TestSystem system, int edition)
    {
        var counts = (await AskAsync(system, edition)).Total;
        return (counts.TcoYes, counts.TcoNo);
    }

    private static async Task<int> PlainCasesAsync(TestSystem system, List<string> excluded)
    {
        await using var context = system.CreateContext();
        return await context
            .ScrRecords.Where(record =>
                record.FiscalYear == 2022
                && record.Type != ScrType.InitialInvestigation
                && !excluded.Contains(record.ScrNumber)
            )
            .Select(record => record.CaseNumber)
            .Distinct()
            .CountAsync(Cancellation);
    }

    private static async Task AssertVerifiedAsync(TestSystem system) =>
        Assert.Empty((await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);
}
