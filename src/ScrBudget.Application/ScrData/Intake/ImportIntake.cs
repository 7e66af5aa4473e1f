using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData.Intake;

/// <summary>Keeps how a file of an upload is to be read, as it was chosen on the screen.</summary>
public sealed class ChooseColumns(IntakeStore store)
{
    /// <param name="columns">The file's name by our column; null for the usual ones.</param>
    public async Task<Outcome> ExecuteAsync(
        string id,
        int file,
        string? sheetName,
        IReadOnlyDictionary<ExtractColumn, string>? columns,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "import SCR data");
        }

        if (await store.FindAsync(id, cancellation) is not { } pending)
        {
            return IntakeRefusals.NotFound;
        }

        if (pending.SnapshotNumber is { } number)
        {
            return IntakeRefusals.Imported(number);
        }

        var files = pending.Files.Select(one =>
            one.Number == file ? one with { SheetName = sheetName, Columns = columns } : one
        );
        await store.SaveAsync(pending with { Files = [.. files] }, cancellation);
        return Outcome.Done;
    }
}

/// <param name="Again">Import although the same files were imported before.</param>
/// <param name="Progress">Told the number of rows read, now and then.</param>
public sealed record ImportIntakeInput(string Id, bool Again = false, IProgress<int>? Progress = null);

/// <summary>Imports an upload as a candidate, and remembers how the columns of its source were matched.</summary>
public sealed class ImportIntake(
    IDbContextFactory<ScrBudgetContext> contexts,
    IntakeStore store,
    ImportScrExtract importing,
    TimeProvider time
)
{
    public async Task<Outcome<ImportResult>> ExecuteAsync(
        ImportIntakeInput input,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "import SCR data");
        }

        if (await store.FindAsync(input.Id, cancellation) is not { } pending)
        {
            return IntakeRefusals.NotFound;
        }

        if (pending.SnapshotNumber is { } number)
        {
            return IntakeRefusals.Imported(number);
        }

        var imported = await ImportAsync(pending, input.Again, input.Progress, by, cancellation);
        if (!imported.IsDone)
        {
            return imported.Refusal;
        }

        // Not cancelled any more: the snapshot is there, and its files must be found from it.
        await store.SaveAsync(pending with { SnapshotNumber = imported.Value.SnapshotNumber }, CancellationToken.None);
        if (
            pending.Source is { } source
            && pending.Files.FirstOrDefault(file => file.Columns is not null) is { } chosen
        )
        {
            await RememberedColumns.RememberAsync(
                contexts,
                source,
                chosen.Columns!,
                by,
                time.Now(),
                CancellationToken.None
            );
        }

        return imported;
    }

    internal async Task<Outcome<ImportResult>> ImportAsync(
        PendingImport pending,
        bool again,
        IProgress<int>? progress,
        Person by,
        CancellationToken cancellation
    )
    {
        var contents = new List<Stream>();
        try
        {
            contents.AddRange(pending.Files.Select(file => store.Open(pending.Id, file.Number)));
            return await importing.ExecuteAsync(
                new ImportScrExtractInput(
                    [
                        .. pending.Files.Zip(
                            contents,
                            (file, content) => new ExtractToImport(content, file.FileName, pending.Source, file.Choices)
                        ),
                    ],
                    pending.AsOf,
                    pending.IsSynthetic,
                    Progress: progress
                )
                {
                    ControlTotals = pending.ControlTotals,
                    Again = again,
                },
                by,
                cancellation
            );
        }
        finally
        {
            foreach (var content in contents)
            {
                await content.DisposeAsync();
            }
        }
    }
}

/// <summary>
/// Reads the files of a candidate anew, after a category was mapped or added. The new candidate comes first and the old
/// one is discarded after it: what fails in between leaves a candidate too many, never one too few.
/// </summary>
public sealed class ReadAgain(IntakeStore store, ImportIntake importing, DiscardSnapshot discarding)
{
    public const string Reason = "read again";

    public async Task<Outcome<ImportResult>> ExecuteAsync(
        string id,
        IProgress<int>? progress,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "import SCR data");
        }

        if (await store.FindAsync(id, cancellation) is not { } pending)
        {
            return IntakeRefusals.NotFound;
        }

        if (pending.SnapshotNumber is not { } old)
        {
            return IntakeRefusals.NotImported;
        }

        var imported = await importing.ImportAsync(pending, again: true, progress, by, cancellation);
        if (!imported.IsDone)
        {
            return imported.Refusal;
        }

        await store.SaveAsync(pending with { SnapshotNumber = imported.Value.SnapshotNumber }, CancellationToken.None);
        store.MoveQuality(old, imported.Value.SnapshotNumber);
        var discarded = await discarding.ExecuteAsync(
            new DiscardSnapshotInput(old, Reason),
            by,
            CancellationToken.None
        );
        return discarded.IsDone ? imported : discarded.Refusal;
    }
}

/// <summary>Deletes an upload that was not imported.</summary>
public sealed class DropIntake(IntakeStore store)
{
    public async Task<Outcome> ExecuteAsync(string id, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "import SCR data");
        }

        if (await store.FindAsync(id, cancellation) is not { } pending)
        {
            return IntakeRefusals.NotFound;
        }

        if (pending.SnapshotNumber is { } number)
        {
            return IntakeRefusals.Imported(number);
        }

        store.Delete(id);
        return Outcome.Done;
    }
}
