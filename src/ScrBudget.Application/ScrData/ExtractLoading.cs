using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>
/// Loads the files of one snapshot inside the import's transaction: row by row, then what the rows say against each
/// other, then the counts. Nothing is kept in memory that grows with the rows.
/// </summary>
internal sealed class ExtractLoading(ScrBudgetContext context, int snapshotNumber, CategoryCatalogue catalogue)
    : IDisposable
{
    private readonly List<ExtractReading> readings = [];
    private readonly List<ExtractFile> files = [];
    private readonly RecordsHash hash = new();

    /// <summary>Does a file say so above its header?</summary>
    public bool SaysSynthetic => files.Exists(file => file.SaysSynthetic);

    private int Errors => readings.Sum(reading => reading.Errors);

    /// <summary>Reads one file and stores its good rows and its problems.</summary>
    /// <returns>Why the whole import is refused; null when it is not.</returns>
    public async Task<Refusal?> ReadAsync(
        Stream content,
        ExtractToImport extract,
        DateOnly asOf,
        IProgress<int>? progress,
        CancellationToken cancellation
    )
    {
        await context.PrepareToLoadAsync(cancellation);
        var reading = new ExtractReading(snapshotNumber, asOf, catalogue, readings.Count + 1);
        var file = new ExtractFile(content, extract.FileName, reading, extract.Choices);
        readings.Add(reading);
        files.Add(file);
        using var batches = Hashed(file.Records(progress, cancellation)).Chunk(BulkLoading.Batch).GetEnumerator();
        // While one batch is written the next is read; what the reading knows is taken in between.
        var next = Task.Run(batches.MoveNext, cancellation);
        while (await next)
        {
            var (batch, problems) = (batches.Current, reading.TakeProblems());
            next = Task.Run(batches.MoveNext, cancellation);
            try
            {
                await context.LoadAsync(batch, cancellation);
                await context.LoadAsync(problems, cancellation);
            }
            catch
            {
                // The enumerator must not be disposed of while it runs.
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }
        }

        await context.LoadAsync(reading.TakeProblems(), cancellation);
        return file.Refusal;
    }

    /// <summary>When all files are read: leaves repetitions out, checks each case, prepares the counts.</summary>
    public async Task<Outcome<SnapshotContent>> CompleteAsync(CancellationToken cancellation)
    {
        var repetitions = await LeaveRepetitionsOutAsync(cancellation);
        if (Errors > ExtractReading.MaximumErrors)
        {
            return ScrDataRefusals.TooManyErrors(readings, ExtractReading.MaximumErrors);
        }

        var counts = new CountPreparation();
        var checking = Task.CompletedTask;
        await foreach (var page in SnapshotCases.PagesAsync(context, snapshotNumber, cancellation))
        {
            await checking;
            await StoreProblemsAsync(cancellation);
            // While one page is checked the next is read.
            checking = Task.Run(() => Check(page, counts), cancellation);
        }

        await checking;
        await StoreProblemsAsync(cancellation);
        await context.StoreAsync(counts, snapshotNumber, edition: 0, cancellation);
        return Content(counts, repetitions ? await HashAsync(cancellation) : hash.ToString());
    }

    /// <summary>What each file held, for its <see cref="ScrExtract"/>.</summary>
    public void Note(IReadOnlyList<ScrExtract> extracts)
    {
        foreach (var (extract, reading, file) in extracts.Zip(readings, files))
        {
            extract.Complete(file.Layout, reading.Rows, reading.Records, reading.Errors, reading.Warnings);
        }
    }

    public void Dispose() => hash.Dispose();

    /// <summary>Of several rows with one SCR number the first counts, in the order of the files; the others are errors.</summary>
    /// <returns>Were there any?</returns>
    private async Task<bool> LeaveRepetitionsOutAsync(CancellationToken cancellation)
    {
        var records = context.ScrRecords.AsNoTracking().Where(record => record.SnapshotNumber == snapshotNumber);
        var numbers = await records
            .GroupBy(record => record.ScrNumber)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .Take(ExtractReading.MaximumErrors + 1)
            .ToListAsync(cancellation);
        foreach (var some in numbers.Chunk(500))
        {
            var repeated = await records
                .Where(record => some.Contains(record.ScrNumber))
                .OrderBy(record => record.ExtractNumber)
                .ThenBy(record => record.Row)
                .ToListAsync(cancellation);
            var leftOut = new List<long>();
            foreach (var same in repeated.GroupBy(record => record.ScrNumber))
            {
                var kept = same.First();
                foreach (var other in same.Skip(1))
                {
                    leftOut.Add(other.Id);
                    readings[other.ExtractNumber - 1].LeaveOut(Repetition(other, kept));
                }
            }

            await context.ScrRecords.Where(record => leftOut.Contains(record.Id)).ExecuteDeleteAsync(cancellation);
        }

        return numbers.Count > 0;
    }

    private static ExtractProblem Repetition(ScrRecord record, ScrRecord kept)
    {
        var where =
            record.ExtractNumber == kept.ExtractNumber
                ? string.Create(CultureInfo.InvariantCulture, $"row {kept.Row}")
                : string.Create(CultureInfo.InvariantCulture, $"row {kept.Row} of file {kept.ExtractNumber}");
        return new ExtractProblem(
            record.Row,
            ExtractColumn.ScrNumber.Name(),
            ProblemCodes.ScrNumberDuplicate,
            record.ScrNumber,
            $"The same SCR number stands in {where}, which is kept. Remove the repetition or correct the number.",
            ProblemSeverity.Error
        );
    }

    private void Check(IReadOnlyList<IReadOnlyList<ScrRecord>> cases, CountPreparation counts)
    {
        foreach (var records in cases)
        {
            counts.Add(records);
            foreach (var problem in CaseChecks.Of(records))
            {
                readings[problem.ExtractNumber - 1].Report(problem);
            }
        }
    }

    private async Task StoreProblemsAsync(CancellationToken cancellation)
    {
        foreach (var reading in readings)
        {
            await context.LoadAsync(reading.TakeProblems(), cancellation);
        }
    }

    private IEnumerable<ScrRecord> Hashed(IEnumerable<ScrRecord> records)
    {
        foreach (var record in records)
        {
            hash.Add(record);
            yield return record;
        }
    }

    private static SnapshotContent Content(CountPreparation counts, string sha256)
    {
        var years = counts.FiscalYears;
        return new SnapshotContent(
            counts.Records,
            counts.Cases,
            new FiscalYear(years.First()),
            new FiscalYear(years.Last()),
            sha256
        )
        {
            YearsWithoutRecords = [.. Enumerable.Range(years.First(), years.Last() - years.First() + 1).Except(years)],
            FirstApproval = counts.FirstApproval,
            LastApproval = counts.LastApproval,
        };
    }

    private async Task<string> HashAsync(CancellationToken cancellation)
    {
        using var anew = new RecordsHash();
        await foreach (var record in context.RecordsInOrder(snapshotNumber).WithCancellation(cancellation))
        {
            anew.Add(record);
        }

        return anew.ToString();
    }
}
