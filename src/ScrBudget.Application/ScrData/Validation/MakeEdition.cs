using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Validation;

namespace ScrBudget.Application.ScrData.Validation;

/// <summary>
/// Makes the next validated edition of a snapshot from the exclusions that were approved and the values that were
/// confirmed: its list, its counts and its number in one transaction. The snapshot's own records and counts stay.
/// </summary>
public sealed class MakeEdition(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    /// <returns>The edition's number.</returns>
    public async Task<Outcome<int>> ExecuteAsync(int snapshotNumber, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "make a validated edition");
        }

        await using var probe = await contexts.CreateDbContextAsync(cancellation);
        return await probe
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(async token => await MakeAsync(snapshotNumber, by, token), cancellation);
    }

    private async Task<Outcome<int>> MakeAsync(int snapshotNumber, Person by, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.Snapshots.FindAsync([snapshotNumber], cancellation) is not { } snapshot)
        {
            return ScrDataRefusals.NoSnapshot(snapshotNumber);
        }

        var waiting = await context
            .RecordSettlements.Where(one =>
                one.SnapshotNumber == snapshotNumber && one.State == SettlementState.ExclusionProposed
            )
            .Select(one => one.ScrNumber)
            .ToListAsync(cancellation);
        if (waiting.Count > 0)
        {
            return ValidationRefusals.Waiting(waiting.Take(20), waiting.Count);
        }

        var changes = await context.NextChangesAsync(snapshot, cancellation);
        var before = await context.ChangesAsync(snapshotNumber, snapshot.LatestEdition, cancellation);
        if (ValidatedEdition.HashOf(changes) == ValidatedEdition.HashOf(before))
        {
            return ValidationRefusals.NothingChanged;
        }

        var at = time.Now();
        var edition = new ValidatedEdition(snapshotNumber, snapshot.LatestEdition + 1, changes, by.Name, at);
        var begun = snapshot.BeginEdition(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{edition.Exclusions} records left out, {edition.Confirmations} confirmed"
            )
        );
        if (!begun.IsDone)
        {
            return begun.Refusal;
        }

        context.ValidatedEditions.Add(edition);
        context.EditionChanges.AddRange(changes);
        try
        {
            await context.SaveAsync(by, at, cancellation);
        }
        catch (DbUpdateException)
        {
            return ScrDataRefusals.Changed(snapshotNumber);
        }

        await context.PrepareToLoadAsync(cancellation);
        await context.StoreAsync(
            await context.CountAsync(snapshotNumber, changes, cancellation),
            snapshotNumber,
            edition.Number,
            cancellation
        );
        await transaction.CommitAsync(cancellation);
        return edition.Number;
    }
}

/// <summary>What editions hold, and how they are counted.</summary>
internal static class Editions
{
    /// <summary>The changes that the settlements, as they stand, would make.</summary>
    public static async Task<List<EditionChange>> NextChangesAsync(
        this ScrBudgetContext context,
        Snapshot snapshot,
        CancellationToken cancellation
    )
    {
        var settlements = await context
            .RecordSettlements.AsNoTracking()
            .Where(one =>
                one.SnapshotNumber == snapshot.Number
                && (
                    one.State == SettlementState.Excluded
                    || one.Decision == SettlementDecision.ConfirmYes
                    || one.Decision == SettlementDecision.ConfirmNo
                )
            )
            .ToListAsync(cancellation);
        return settlements.ConvertAll(settlement => new EditionChange
        {
            SnapshotNumber = snapshot.Number,
            Edition = snapshot.LatestEdition + 1,
            ScrNumber = settlement.ScrNumber,
            CountsAs = settlement.Decision switch
            {
                SettlementDecision.ConfirmYes => TcoInvolvement.Yes,
                SettlementDecision.ConfirmNo => TcoInvolvement.No,
                _ => null,
            },
            Reason = settlement.Reason,
        });
    }

    /// <summary>None for edition 0.</summary>
    public static Task<List<EditionChange>> ChangesAsync(
        this ScrBudgetContext context,
        int snapshotNumber,
        int edition,
        CancellationToken cancellation
    ) =>
        context
            .EditionChanges.AsNoTracking()
            .Where(change => change.SnapshotNumber == snapshotNumber && change.Edition == edition)
            .ToListAsync(cancellation);

    /// <summary>Counts the records of a snapshot as an edition with these changes has them.</summary>
    public static async Task<CountPreparation> CountAsync(
        this ScrBudgetContext context,
        int snapshotNumber,
        IReadOnlyList<EditionChange> changes,
        CancellationToken cancellation
    )
    {
        var edition = new EditionRecords(changes);
        var counts = new CountPreparation();
        await foreach (var records in SnapshotCases.ReadAsync(context, snapshotNumber, cancellation))
        {
            counts.Add(changes.Count == 0 ? records : [.. records.Where(edition.Counts)], edition.CountsAs);
        }

        return counts;
    }
}
