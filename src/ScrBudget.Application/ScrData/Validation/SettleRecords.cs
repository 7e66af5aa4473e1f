using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Validation;

namespace ScrBudget.Application.ScrData.Validation;

/// <summary>A record of the worklist as the person saw it.</summary>
/// <param name="Version">Of its settlement; null where nobody had decided.</param>
public sealed record SeenRecord(string ScrNumber, Guid? Version);

/// <param name="Records">1 to <see cref="SettleRecords.MaximumRecords"/>; all are settled, or none.</param>
public sealed record SettleRecordsInput(
    int SnapshotNumber,
    IReadOnlyList<SeenRecord> Records,
    SettlementDecision Decision,
    string Reason
);

/// <summary>The steward's decision about records of the worklist.</summary>
public sealed class SettleRecords(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public const int MaximumRecords = 200;

    public async Task<Outcome> ExecuteAsync(SettleRecordsInput input, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "settle records of the worklist");
        }

        var seen = input.Records.DistinctBy(record => record.ScrNumber).ToList();
        var numbers = seen.ConvertAll(record => record.ScrNumber);
        if (numbers.Count is 0 or > MaximumRecords)
        {
            return ValidationRefusals.NoneChosen(MaximumRecords);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var snapshot = await SnapshotQueries.FindAsync(context, input.SnapshotNumber, by, cancellation);
        if (!snapshot.IsDone)
        {
            return snapshot.Refusal;
        }

        if (snapshot.Value.Status != SnapshotStatus.Published)
        {
            return ValidationRefusals.NotPublished(input.SnapshotNumber);
        }

        var known = await ReadWorklist
            .All(context, input.SnapshotNumber)
            .Where(record => numbers.Contains(record.ScrNumber))
            .Select(record => record.ScrNumber)
            .ToListAsync(cancellation);
        if (numbers.Except(known).ToList() is { Count: > 0 } unknown)
        {
            return ValidationRefusals.Unknown(unknown);
        }

        var settlements = await context
            .RecordSettlements.Where(one =>
                one.SnapshotNumber == input.SnapshotNumber && numbers.Contains(one.ScrNumber)
            )
            .ToDictionaryAsync(one => one.ScrNumber, cancellation);
        var at = time.Now();
        if (seen.Exists(record => settlements.GetValueOrDefault(record.ScrNumber)?.Version != record.Version))
        {
            return ValidationRefusals.Changed;
        }

        foreach (var number in numbers)
        {
            if (!settlements.TryGetValue(number, out var settlement))
            {
                settlement = new RecordSettlement(input.SnapshotNumber, number);
                context.RecordSettlements.Add(settlement);
            }

            var settled = settlement.Settle(input.Decision, input.Reason, by, at);
            if (!settled.IsDone)
            {
                return settled;
            }
        }

        return await context.SaveDecisionsAsync(by, at, cancellation);
    }
}

/// <param name="Note">Required for a rejection.</param>
public sealed record DecideExclusionsInput(
    int SnapshotNumber,
    IReadOnlyList<SeenRecord> Records,
    bool Approve,
    string Note = ""
);

/// <summary>The second person approves or rejects proposed exclusions: never the one who proposed.</summary>
public sealed class DecideExclusions(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public async Task<Outcome> ExecuteAsync(DecideExclusionsInput input, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ApproveExclusions))
        {
            return ScrDataRefusals.NotAllowed(by, "decide about exclusions from the measure");
        }

        var seen = input.Records.DistinctBy(record => record.ScrNumber).ToList();
        var numbers = seen.ConvertAll(record => record.ScrNumber);
        if (numbers.Count is 0 or > SettleRecords.MaximumRecords)
        {
            return ValidationRefusals.NoneChosen(SettleRecords.MaximumRecords);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var settlements = await context
            .RecordSettlements.Where(one =>
                one.SnapshotNumber == input.SnapshotNumber && numbers.Contains(one.ScrNumber)
            )
            .ToListAsync(cancellation);
        if (numbers.Except(settlements.Select(one => one.ScrNumber)).ToList() is { Count: > 0 } unknown)
        {
            return ValidationRefusals.Unknown(unknown);
        }

        if (settlements.Exists(one => seen.Single(record => record.ScrNumber == one.ScrNumber).Version != one.Version))
        {
            return ValidationRefusals.Changed;
        }

        foreach (var settlement in settlements)
        {
            var decided = settlement.DecideExclusion(input.Approve, input.Note, by);
            if (!decided.IsDone)
            {
                return decided;
            }
        }

        return await context.SaveDecisionsAsync(by, time.Now(), cancellation);
    }
}

internal static class DecisionSaving
{
    public static async Task<Outcome> SaveDecisionsAsync(
        this ScrBudgetContext context,
        Person by,
        DateTime at,
        CancellationToken cancellation
    )
    {
        try
        {
            await context.SaveAsync(by, at, cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // The version was taken, or the same record was settled for the first time twice at once.
            return ValidationRefusals.Changed;
        }
    }
}
