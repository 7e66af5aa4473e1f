using LinqToDB.Data;
using LinqToDB.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <param name="Content">CSV in the form of <see cref="ExtractColumns"/>; read from its beginning where it can seek.</param>
/// <param name="AsOf">The day of the export: no approval is later.</param>
/// <param name="Quality">When given, the snapshot is published in the same transaction.</param>
/// <param name="Progress">Told the number of rows read, now and then.</param>
public sealed record ImportScrExtractInput(
    Stream Content,
    string FileName,
    DateOnly AsOf,
    bool IsSynthetic,
    QualityStatements? Quality = null,
    IProgress<int>? Progress = null
);

/// <param name="Rows">Rows below the header that are not blank.</param>
/// <param name="Records">SCRs imported: the rows without an error.</param>
/// <param name="Cases">Distinct cases among them.</param>
/// <param name="Errors">Rows left out, by row.</param>
/// <param name="Warnings">Doubts about rows that were imported, by row.</param>
public sealed record ImportResult(
    int SnapshotNumber,
    int Rows,
    int Records,
    int Cases,
    IReadOnlyList<ExtractProblem> Errors,
    IReadOnlyList<ExtractProblem> Warnings,
    bool IsPublished
);

/// <summary>Imports an extract of approved SCRs as a new snapshot: all of its good rows, or nothing.</summary>
public sealed class ImportScrExtract(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    /// <summary>Largest file, in bytes: about eight million rows.</summary>
    public const long MaximumBytes = 1L << 30;

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

        var received = await ReceivedFile.ReceiveAsync(input.Content, MaximumBytes, cancellation);
        if (!received.IsDone)
        {
            return received.Refusal;
        }

        await using var file = received.Value;
        await using var probe = await contexts.CreateDbContextAsync(cancellation);
        // Where the provider repeats after a lost connection, the whole is repeated, with a context of its own.
        return await probe
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(async token => await ImportAsync(input, file, by, token), cancellation);
    }

    private async Task<Outcome<ImportResult>> ImportAsync(
        ImportScrExtractInput input,
        ReceivedFile file,
        Person by,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var catalogue = await CategoryCatalogues.LoadAsync(context, cancellation);
        if (catalogue.Categories.Count == 0)
        {
            return new Refusal(
                "no-categories",
                "The database holds no SCR categories yet. Run: scrbudget database migrate."
            );
        }

        // The number first: of two imports of one file at once, the later then finds either the other's hash or its number.
        var number = (await context.Snapshots.MaxAsync(snapshot => (int?)snapshot.Number, cancellation) ?? 0) + 1;
        if (
            await context.Snapshots.FirstOrDefaultAsync(known => known.FileSha256 == file.Sha256, cancellation) is
            { } same
        )
        {
            return ScrDataRefusals.AlreadyImported(same);
        }

        var at = time.Now();
        var snapshot = Snapshot.Begin(
            number,
            input.AsOf,
            input.IsSynthetic,
            TextCleaning.Line(Path.GetFileName(input.FileName)),
            file.Sha256,
            by.Name,
            at
        );
        context.Snapshots.Add(snapshot);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (IsTaken(number))
        {
            return ScrDataRefusals.AnotherImportRuns;
        }

        using var reading = new ExtractReading(number, input.AsOf, catalogue);
        file.Content.Position = 0;
        var extract = new ExtractFile(file.Content, reading);
        await context.BulkCopyAsync(
            new BulkCopyOptions { BulkCopyType = BulkCopyType.MultipleRows },
            extract.Records(input.Progress, cancellation),
            cancellation
        );
        if (extract.Refusal is { } refusal)
        {
            return refusal;
        }

        return await CompleteAsync(context, snapshot, reading, input.Quality, by, at, cancellation) is { } refused
            ? refused
            : await CommitAsync();

        async Task<ImportResult> CommitAsync()
        {
            await transaction.CommitAsync(cancellation);
            return Result(snapshot, reading);
        }
    }

    /// <summary>Did another import take the number meanwhile? Asked anew: a transaction that failed answers no more.</summary>
    private bool IsTaken(int number)
    {
        using var context = contexts.CreateDbContext();
        return context.Snapshots.Any(snapshot => snapshot.Number == number);
    }

    private static async Task<Refusal?> CompleteAsync(
        ScrBudgetContext context,
        Snapshot snapshot,
        ExtractReading reading,
        QualityStatements? quality,
        Person by,
        DateTime at,
        CancellationToken cancellation
    )
    {
        var errors = reading.Errors;
        snapshot.Complete(reading.Content(), reading.Rows, errors, reading.Problems.Count - errors);
        if (quality is not null && snapshot.Publish(quality, by.Name, at) is { IsDone: false } refused)
        {
            return refused.Refusal;
        }

        await context.SaveAsync(by, at, cancellation);
        return null;
    }

    private static ImportResult Result(Snapshot snapshot, ExtractReading reading)
    {
        var bySeverity = reading.Problems.OrderBy(problem => problem.Row).ToLookup(problem => problem.Severity);
        return new ImportResult(
            snapshot.Number,
            reading.Rows,
            snapshot.RecordCount,
            snapshot.CaseCount,
            [.. bySeverity[ProblemSeverity.Error]],
            [.. bySeverity[ProblemSeverity.Warning]],
            snapshot.Status == SnapshotStatus.Published
        );
    }
}
