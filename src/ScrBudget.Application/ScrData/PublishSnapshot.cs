using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <param name="DifferencesExplained">Why a control total differs from what was read; needed where one does.</param>
public sealed record PublishSnapshotInput(int Number, QualityStatements Quality, string? DifferencesExplained = null);

/// <summary>Makes an imported snapshot citable and immutable.</summary>
public sealed class PublishSnapshot(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(PublishSnapshotInput input, Person by, CancellationToken cancellation) =>
        new SnapshotChange(contexts, time).ExecuteAsync(
            input.Number,
            "publish a snapshot",
            (snapshot, at) => snapshot.Publish(input.Quality, by.Name, at, input.DifferencesExplained),
            by,
            cancellation
        );
}

public sealed record WithdrawSnapshotInput(int Number, string Reason);

/// <summary>Says that a published snapshot is erroneous.</summary>
public sealed class WithdrawSnapshot(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(WithdrawSnapshotInput input, Person by, CancellationToken cancellation) =>
        new SnapshotChange(contexts, time).ExecuteAsync(
            input.Number,
            "withdraw a snapshot",
            (snapshot, _) => snapshot.Withdraw(input.Reason),
            by,
            cancellation
        );
}

public sealed record DiscardSnapshotInput(int Number, string Reason);

/// <summary>Gives a candidate up: its records, problems and counts are deleted, its number stays taken.</summary>
public sealed class DiscardSnapshot(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(DiscardSnapshotInput input, Person by, CancellationToken cancellation) =>
        new SnapshotChange(contexts, time).ExecuteAsync(
            input.Number,
            "discard a snapshot",
            (snapshot, _) => snapshot.Discard(input.Reason),
            by,
            cancellation,
            alsoDelete: true
        );
}

/// <summary>One change of one snapshot, in one transaction.</summary>
internal sealed class SnapshotChange(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    /// <param name="what">For the refusal: <c>publish a snapshot</c>.</param>
    /// <param name="alsoDelete">Delete what is stored beside the snapshot's own row.</param>
    public async Task<Outcome> ExecuteAsync(
        int number,
        string what,
        Func<Snapshot, DateTime, Outcome> change,
        Person by,
        CancellationToken cancellation,
        bool alsoDelete = false
    )
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, what);
        }

        await using var probe = await contexts.CreateDbContextAsync(cancellation);
        return await probe
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(async token => await ChangeAsync(token), cancellation);

        async Task<Outcome> ChangeAsync(CancellationToken token)
        {
            await using var context = await contexts.CreateDbContextAsync(token);
            await using var transaction = await context.Database.BeginTransactionAsync(token);
            if (await context.Snapshots.FindAsync([number], token) is not { } snapshot)
            {
                return ScrDataRefusals.NoSnapshot(number);
            }

            var at = time.Now();
            var changed = change(snapshot, at);
            if (!changed.IsDone)
            {
                return changed;
            }

            try
            {
                await context.SaveAsync(by, at, token);
            }
            catch (DbUpdateConcurrencyException)
            {
                return ScrDataRefusals.Changed(number);
            }

            if (alsoDelete)
            {
                await context.DeleteAsync(number, token);
            }

            await transaction.CommitAsync(token);
            return Outcome.Done;
        }
    }
}
