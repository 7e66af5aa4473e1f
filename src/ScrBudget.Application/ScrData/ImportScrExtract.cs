using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.ScrData.Intake;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>One file of an export.</summary>
/// <param name="Content">Read from its beginning where it can seek.</param>
/// <param name="Source">What its columns are remembered under; null for none.</param>
/// <param name="Choices">How it is read, where the file leaves it open; null for the usual way.</param>
public sealed record ExtractToImport(
    Stream Content,
    string FileName,
    string? Source = null,
    ExtractChoices? Choices = null
);

/// <param name="Extracts">The files of one export, in the order in which they are to be read.</param>
/// <param name="AsOf">The day of the export: no approval is later.</param>
/// <param name="Quality">When given, the snapshot is published in the same transaction.</param>
/// <param name="Progress">Told the number of rows read, now and then.</param>
public sealed record ImportScrExtractInput(
    IReadOnlyList<ExtractToImport> Extracts,
    DateOnly AsOf,
    bool IsSynthetic,
    QualityStatements? Quality = null,
    IProgress<int>? Progress = null
)
{
    /// <summary>What the case system says that it exported.</summary>
    public ControlTotals? ControlTotals { get; init; }

    /// <summary>Import although the same files were imported before: columns or categories were mended since.</summary>
    public bool Again { get; init; }
}

/// <param name="Rows">Rows below the headers that are neither blank nor totals.</param>
/// <param name="Records">SCRs imported: the rows without an error.</param>
/// <param name="Cases">Distinct cases among them.</param>
/// <param name="Errors">Errors, each in a row that was left out; <see cref="ReadProblems"/> lists them.</param>
/// <param name="Warnings">Doubts about rows that were imported.</param>
public sealed record ImportResult(
    int SnapshotNumber,
    int Rows,
    int Records,
    int Cases,
    int Errors,
    int Warnings,
    bool IsPublished
);

/// <summary>Imports the extracts of one export as a new snapshot, a candidate: all of their good rows, or nothing.</summary>
public sealed class ImportScrExtract(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    /// <summary>Largest file, in bytes: about eight million rows.</summary>
    public const long MaximumBytes = 1L << 30;

    /// <summary>Files of one export.</summary>
    public const int MaximumExtracts = 20;

    public async Task<Outcome<ImportResult>> ExecuteAsync(
        ImportScrExtractInput input,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "import SCR data");
        }

        // Before a long file is read for nothing.
        if (input.AsOf > time.Today())
        {
            return ScrDataRefusals.AsOfInFuture(input.AsOf);
        }

        if (input.Quality?.Problem() is { } problem)
        {
            return problem;
        }

        if (input.Extracts.Count is 0 or > MaximumExtracts)
        {
            return ScrDataRefusals.NumberOfExtracts(MaximumExtracts);
        }

        var asRemembered = new List<ExtractToImport>();
        foreach (var extract in input.Extracts)
        {
            asRemembered.Add(await WithColumnsAsync(extract, cancellation));
        }

        input = input with { Extracts = asRemembered };
        var files = new List<ReceivedFile>();
        try
        {
            foreach (var extract in input.Extracts)
            {
                var received = await ReceivedFile.ReceiveAsync(extract.Content, MaximumBytes, cancellation);
                if (!received.IsDone)
                {
                    return ScrDataRefusals.In(extract.FileName, received.Refusal, input.Extracts.Count);
                }

                files.Add(received.Value);
            }

            await using var probe = await contexts.CreateDbContextAsync(cancellation);
            // Where the provider repeats after a lost connection, the whole is repeated, with a context of its own.
            return await probe
                .Database.CreateExecutionStrategy()
                .ExecuteAsync(async token => await ImportAsync(input, files, by, token), cancellation);
        }
        finally
        {
            foreach (var file in files)
            {
                await file.DisposeAsync();
            }
        }
    }

    /// <summary>Whoever names a source and no columns means those that were matched for it last.</summary>
    private async Task<ExtractToImport> WithColumnsAsync(ExtractToImport extract, CancellationToken cancellation) =>
        extract is { Source: { } source, Choices: null or { Columns: null } }
        && await RememberedColumns.OfAsync(contexts, source, cancellation) is { } columns
            ? extract with
            {
                Choices = new ExtractChoices(extract.Choices?.SheetName, columns),
            }
            : extract;

    private async Task<Outcome<ImportResult>> ImportAsync(
        ImportScrExtractInput input,
        List<ReceivedFile> files,
        Person by,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var catalogue = await CategoryCatalogues.LoadAsync(context, cancellation);
        if (catalogue.Categories.Count == 0)
        {
            return ScrDataRefusals.NoCategories;
        }

        // The number first: of two imports of one file at once, the later then finds either the other's hash or its number.
        var number = (await context.Snapshots.MaxAsync(snapshot => (int?)snapshot.Number, cancellation) ?? 0) + 1;
        if (!input.Again && await SameAsync(context, files, cancellation) is { } same)
        {
            return ScrDataRefusals.AlreadyImported(same);
        }

        var at = time.Now();
        var snapshot = Begin(number, input, files, by, at);
        context.Snapshots.Add(snapshot);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (IsTaken(number))
        {
            return ScrDataRefusals.AnotherImportRuns;
        }

        using var loading = new ExtractLoading(context, number, catalogue);
        foreach (var (file, extract) in files.Zip(input.Extracts))
        {
            file.Content.Position = 0;
            if (await loading.ReadAsync(file.Content, extract, input.AsOf, input.Progress, cancellation) is { } refused)
            {
                return ScrDataRefusals.In(extract.FileName, refused, files.Count);
            }
        }

        var content = await loading.CompleteAsync(cancellation);
        if (!content.IsDone)
        {
            return content.Refusal;
        }

        loading.Note(snapshot.Extracts);
        snapshot.Complete(content.Value, input.IsSynthetic || loading.SaysSynthetic);
        if (input.Quality is { } quality && snapshot.Publish(quality, by.Name, at) is { IsDone: false } unpublished)
        {
            return unpublished.Refusal;
        }

        await context.SaveAsync(by, at, cancellation);
        await transaction.CommitAsync(cancellation);
        return Result(snapshot);
    }

    private static Snapshot Begin(
        int number,
        ImportScrExtractInput input,
        List<ReceivedFile> files,
        Person by,
        DateTime at
    )
    {
        var snapshot = Snapshot.Begin(number, input.AsOf, by.Name, at, input.ControlTotals);
        foreach (var (file, extract) in files.Zip(input.Extracts))
        {
            snapshot.Add(
                new ScrExtract(
                    snapshot.Extracts.Count + 1,
                    TextCleaning.Line(Path.GetFileName(extract.FileName)),
                    file.Sha256,
                    extract.Source
                )
            );
        }

        return snapshot;
    }

    /// <summary>The snapshot that was imported from the same files, unless it was discarded.</summary>
    private static async Task<Snapshot?> SameAsync(
        ScrBudgetContext context,
        List<ReceivedFile> files,
        CancellationToken cancellation
    )
    {
        var first = files[0].Sha256;
        var candidates = await context
            .Snapshots.AsNoTracking()
            .Where(snapshot =>
                snapshot.Status != SnapshotStatus.Discarded
                && snapshot.Extracts.Any(extract => extract.FileSha256 == first)
            )
            .OrderBy(snapshot => snapshot.Number)
            .ToListAsync(cancellation);
        return candidates.Find(snapshot =>
            snapshot
                .Extracts.Select(extract => extract.FileSha256)
                .Order()
                .SequenceEqual(files.Select(file => file.Sha256).Order())
        );
    }

    /// <summary>Did another import take the number meanwhile? Asked anew: a transaction that failed answers no more.</summary>
    private bool IsTaken(int number)
    {
        using var context = contexts.CreateDbContext();
        return context.Snapshots.Any(snapshot => snapshot.Number == number);
    }

    private static ImportResult Result(Snapshot snapshot) =>
        new(
            snapshot.Number,
            snapshot.Extracts.Sum(extract => extract.Rows),
            snapshot.RecordCount,
            snapshot.CaseCount,
            snapshot.Extracts.Sum(extract => extract.Errors),
            snapshot.Extracts.Sum(extract => extract.Warnings),
            snapshot.Status == SnapshotStatus.Published
        );
}
