using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData.Intake;

/// <summary>The quality statements of a candidate until it is published with them; they outlast the screen.</summary>
public sealed class QualityDrafts(IDbContextFactory<ScrBudgetContext> contexts, IntakeStore store)
{
    private static readonly QualityStatements None = new(
        string.Empty,
        string.Empty,
        string.Empty,
        string.Empty,
        string.Empty
    );

    /// <summary>What was saved for the candidate, else what the snapshot published last said, else nothing.</summary>
    public async Task<QualityStatements> ReadAsync(int snapshotNumber, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return None;
        }

        if (await store.FindQualityAsync(snapshotNumber, cancellation) is { } saved)
        {
            return saved;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var current = await SnapshotQueries.FindAsync(context, number: null, by, cancellation);
        return current.IsDone ? current.Value.Quality ?? None : None;
    }

    public async Task<Outcome> SaveAsync(
        int snapshotNumber,
        QualityStatements statements,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "publish a snapshot");
        }

        statements = statements.Cleaned();
        if (statements.AreComplete && statements.Problem() is { } problem)
        {
            return problem;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (
            !await context.Snapshots.AnyAsync(
                snapshot => snapshot.Number == snapshotNumber && snapshot.Status == SnapshotStatus.Candidate,
                cancellation
            )
        )
        {
            return ScrDataRefusals.NoSnapshot(snapshotNumber);
        }

        await store.SaveQualityAsync(snapshotNumber, statements, cancellation);
        return Outcome.Done;
    }
}
