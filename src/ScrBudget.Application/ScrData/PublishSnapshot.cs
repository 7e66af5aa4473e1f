using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

public sealed record PublishSnapshotInput(int Number, QualityStatements Quality);

/// <summary>Makes an imported snapshot citable and immutable.</summary>
public sealed class PublishSnapshot(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public async Task<Outcome> ExecuteAsync(PublishSnapshotInput input, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "publish a snapshot");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Snapshots.FindAsync([input.Number], cancellation) is not { } snapshot)
        {
            return ScrDataRefusals.NoSnapshot(input.Number);
        }

        var at = time.Now();
        var published = snapshot.Publish(input.Quality, by.Name, at);
        if (!published.IsDone)
        {
            return published;
        }

        try
        {
            await context.SaveAsync(by, at, cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(
                "snapshot-changed",
                $"Somebody else has just changed snapshot {input.Number}. Look at it again before you publish it."
            );
        }
    }
}
