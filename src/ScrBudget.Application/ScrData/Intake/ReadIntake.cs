using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData.Intake;

/// <summary>How one of the files would be read.</summary>
/// <param name="Preview">Null where it cannot be read at all.</param>
/// <param name="Problem">Why not; null when it can be imported like this.</param>
public sealed record IntakePreview(PendingFile File, ExtractPreview? Preview, Refusal? Problem);

/// <summary>Imports under way, of all stewards.</summary>
public sealed class ReadIntake(
    IDbContextFactory<ScrBudgetContext> contexts,
    IntakeStore store,
    PreviewExtract previewing,
    TimeProvider time
)
{
    /// <summary>Newest first; what is settled is cleared away at the same time.</summary>
    public async Task<Outcome<IReadOnlyList<PendingImport>>> ListAsync(Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "import SCR data");
        }

        var all = await store.ListAsync(time.Now(), cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var candidates = await context
            .Snapshots.Where(snapshot => snapshot.Status == SnapshotStatus.Candidate)
            .Select(snapshot => snapshot.Number)
            .ToListAsync(cancellation);
        store.KeepQuality(candidates);
        var open = new List<PendingImport>();
        foreach (var pending in all)
        {
            if (pending.SnapshotNumber is { } number && !candidates.Contains(number))
            {
                store.Delete(pending.Id);
            }
            else
            {
                open.Add(pending);
            }
        }

        return open;
    }

    /// <summary>The one with this id.</summary>
    public async Task<Outcome<PendingImport>> FindAsync(string id, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "import SCR data");
        }

        return await store.FindAsync(id, cancellation) is { } pending ? pending : IntakeRefusals.NotFound;
    }

    /// <summary>The one that a candidate was made of; null where it came otherwise, as from the command line.</summary>
    public async Task<PendingImport?> OfSnapshotAsync(int number, Person by, CancellationToken cancellation)
    {
        var all = await ListAsync(by, cancellation);
        return all.IsDone ? all.Value.FirstOrDefault(pending => pending.SnapshotNumber == number) : null;
    }

    /// <summary>How its files would be read, with the choices made so far.</summary>
    public async Task<Outcome<IReadOnlyList<IntakePreview>>> PreviewAsync(
        string id,
        Person by,
        CancellationToken cancellation
    )
    {
        var found = await FindAsync(id, by, cancellation);
        if (!found.IsDone)
        {
            return found.Refusal;
        }

        var previews = new List<IntakePreview>();
        foreach (var file in found.Value.Files)
        {
            previews.Add(await PreviewAsync(id, file, by, cancellation));
        }

        return previews;
    }

    private async Task<IntakePreview> PreviewAsync(
        string id,
        PendingFile file,
        Person by,
        CancellationToken cancellation
    )
    {
        await using var content = store.Open(id, file.Number);
        var read = await previewing.ExecuteAsync(
            new ExtractToImport(content, file.FileName, Choices: file.Choices),
            by,
            cancellation
        );
        if (read.IsDone || file.Columns is null)
        {
            return new IntakePreview(file, read.IsDone ? read.Value : null, read.Refusal ?? read.Value.Problem);
        }

        // What is remembered of the source may not fit this file: it is shown without, and matched anew.
        var without = file with
        {
            Columns = null,
        };
        return await PreviewAsync(id, without, by, cancellation);
    }
}
