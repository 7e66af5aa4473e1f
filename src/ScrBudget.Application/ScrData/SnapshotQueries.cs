using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>Which snapshots there are.</summary>
public sealed class SnapshotQueries(IDbContextFactory<ScrBudgetContext> contexts)
{
    /// <summary>The published snapshot with the highest number: what statistics are asked of, unless told otherwise.</summary>
    public async Task<Outcome<Snapshot>> CurrentAsync(Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ReadScrStatistics))
        {
            return ScrDataRefusals.NotAllowed(by, "read SCR statistics");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await FindAsync(context, number: null, by, cancellation);
    }

    /// <summary>A snapshot by its number: superseded and withdrawn ones stay readable, a candidate is for those who import.</summary>
    public async Task<Outcome<Snapshot>> ByNumberAsync(int number, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ReadScrStatistics))
        {
            return ScrDataRefusals.NotAllowed(by, "read SCR statistics");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await FindAsync(context, number, by, cancellation);
    }

    /// <summary>All that this person may see, newest first: candidates, also discarded ones, only for those who import.</summary>
    public async Task<Outcome<IReadOnlyList<Snapshot>>> ListAsync(Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ReadScrStatistics))
        {
            return ScrDataRefusals.NotAllowed(by, "read SCR statistics");
        }

        var candidatesToo = by.Can(Permission.ImportScrData);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .Snapshots.AsNoTracking()
            .Where(snapshot =>
                candidatesToo
                || snapshot.Status == SnapshotStatus.Published
                || snapshot.Status == SnapshotStatus.Withdrawn
            )
            .OrderByDescending(snapshot => snapshot.Number)
            .ToListAsync(cancellation);
    }

    /// <param name="number">Null for the current one.</param>
    internal static async Task<Outcome<Snapshot>> FindAsync(
        ScrBudgetContext context,
        int? number,
        Person by,
        CancellationToken cancellation
    )
    {
        var snapshots = context.Snapshots.AsNoTracking();
        if (number is { } wanted)
        {
            return
                await snapshots.FirstOrDefaultAsync(snapshot => snapshot.Number == wanted, cancellation) is { } known
                && MayRead(known, by)
                ? known
                : ScrDataRefusals.NoSnapshot(wanted);
        }

        return
            await snapshots
                .Where(snapshot => snapshot.Status == SnapshotStatus.Published)
                .OrderByDescending(snapshot => snapshot.Number)
                .FirstOrDefaultAsync(cancellation)
                is { } current
            ? current
            : ScrDataRefusals.NonePublished;
    }

    private static bool MayRead(Snapshot snapshot, Person by) =>
        snapshot.Status switch
        {
            SnapshotStatus.Published or SnapshotStatus.Withdrawn => true,
            SnapshotStatus.Candidate => by.Can(Permission.ImportScrData),
            _ => false,
        };
}
