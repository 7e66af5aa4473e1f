using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Cycles;
using ScrBudget.Data;
using ScrBudget.Domain.Audit;

namespace ScrBudget.Application.Audit;

/// <summary>
/// Everything that has a chain: requests, data calls with their guidance and training, snapshots, the taxonomy's
/// decisions, sources of extracts, samples with their cases, rankings, and accounts.
/// </summary>
internal static class AuditedSubjects
{
    public static async Task<Dictionary<string, IAudited>> AllAsync(
        ScrBudgetContext context,
        CancellationToken cancellation
    )
    {
        var subjects = new List<IAudited>();
        subjects.AddRange(await context.Requests.AsNoTracking().AsSplitQuery().ToListAsync(cancellation));
        subjects.AddRange(await context.Cycles.AsNoTracking().ToListAsync(cancellation));
        subjects.AddRange(await context.Guidance.AsNoTracking().ToListAsync(cancellation));
        subjects.AddRange(await context.Training.AsNoTracking().ToListAsync(cancellation));
        subjects.AddRange(await context.TrainingCompletions.AsNoTracking().ToListAsync(cancellation));
        subjects.AddRange(await context.Snapshots.AsNoTracking().ToListAsync(cancellation));
        subjects.AddRange(await context.TaxonomyEntries.AsNoTracking().ToListAsync(cancellation));
        subjects.AddRange(await context.ExtractSources.AsNoTracking().ToListAsync(cancellation));
        subjects.AddRange(await context.AuditSamples.AsNoTracking().ToListAsync(cancellation));
        subjects.AddRange(await context.SampledCases.AsNoTracking().ToListAsync(cancellation));
        subjects.AddRange(await context.RecordSettlements.AsNoTracking().ToListAsync(cancellation));
        subjects.AddRange(await context.ValidatedEditions.AsNoTracking().ToListAsync(cancellation));
        subjects.AddRange(await context.Rankings.AsNoTracking().ToListAsync(cancellation));
        subjects.AddRange(await context.Users.AsNoTracking().ToListAsync(cancellation));
        return subjects.ToDictionary(subject => subject.AuditSubject, StringComparer.Ordinal);
    }

    /// <summary>The one of this name as it is now; null when it is gone.</summary>
    public static async Task<IAudited?> FindAsync(
        ScrBudgetContext context,
        string subject,
        CancellationToken cancellation
    )
    {
        var space = subject.IndexOf(' ', StringComparison.Ordinal);
        var key = subject[(space + 1)..];
        switch (subject[..Math.Max(0, space)])
        {
            case "request":
                return await context
                    .Requests.AsNoTracking()
                    .AsSplitQuery()
                    .SingleOrDefaultAsync(request => request.Number == key, cancellation);
            case "cycle":
                var year = Number(key.Replace("FY", string.Empty, StringComparison.Ordinal));
                return await context
                    .Cycles.AsNoTracking()
                    .SingleOrDefaultAsync(cycle => cycle.BudgetYear == year, cancellation);
            case "guidance":
            case "training":
            case "completion":
                return await CycleSubjects.FindAsync(context, subject, cancellation);
            case "snapshot":
                var number = Number(key);
                return await context
                    .Snapshots.AsNoTracking()
                    .SingleOrDefaultAsync(snapshot => snapshot.Number == number, cancellation);
            case "taxonomy":
                var decision = Number(key);
                return await context
                    .TaxonomyEntries.AsNoTracking()
                    .SingleOrDefaultAsync(entry => entry.Number == decision, cancellation);
            case "source":
                return await context
                    .ExtractSources.AsNoTracking()
                    .SingleOrDefaultAsync(source => source.Name == key, cancellation);
            case "sample":
                return await FindSampleAsync(context, key.Split(" case "), cancellation);
            case "settlement":
                return await FindSettlementAsync(context, key.Split(' ', 2), cancellation);
            case "edition":
                return await FindEditionAsync(context, key.Split(' ', 2), cancellation);
            case "ranking":
                return await FindRankingAsync(context, key.Split(' ', 2), cancellation);
            case "account":
                return await context
                    .Users.AsNoTracking()
                    .SingleOrDefaultAsync(account => account.Id == key, cancellation);
            default:
                // A subject that the product never writes: it belongs to nothing.
                return null;
        }
    }

    /// <param name="numbers">The sample's number, and the case's place in it.</param>
    private static async Task<IAudited?> FindSampleAsync(
        ScrBudgetContext context,
        string[] numbers,
        CancellationToken cancellation
    )
    {
        var sample = Number(numbers[0]);
        if (numbers.Length == 1)
        {
            return await context
                .AuditSamples.AsNoTracking()
                .SingleOrDefaultAsync(one => one.Number == sample, cancellation);
        }

        var order = Number(numbers[1]);
        return await context
            .SampledCases.AsNoTracking()
            .SingleOrDefaultAsync(one => one.SampleNumber == sample && one.Order == order, cancellation);
    }

    /// <param name="key">The snapshot's number, and the SCR's.</param>
    private static async Task<IAudited?> FindSettlementAsync(
        ScrBudgetContext context,
        string[] key,
        CancellationToken cancellation
    )
    {
        var (snapshot, scrNumber) = (Number(key[0]), key[^1]);
        return await context
            .RecordSettlements.AsNoTracking()
            .SingleOrDefaultAsync(one => one.SnapshotNumber == snapshot && one.ScrNumber == scrNumber, cancellation);
    }

    /// <param name="key">The snapshot's number, and the edition's.</param>
    private static async Task<IAudited?> FindEditionAsync(
        ScrBudgetContext context,
        string[] key,
        CancellationToken cancellation
    )
    {
        var (snapshot, number) = (Number(key[0]), Number(key[^1]));
        return await context
            .ValidatedEditions.AsNoTracking()
            .SingleOrDefaultAsync(one => one.SnapshotNumber == snapshot && one.Number == number, cancellation);
    }

    /// <param name="key">The budget year, and the office's code where it is an office's.</param>
    private static async Task<IAudited?> FindRankingAsync(
        ScrBudgetContext context,
        string[] key,
        CancellationToken cancellation
    )
    {
        var year = Number(key[0].Replace("FY", string.Empty, StringComparison.Ordinal));
        var office = key.Length == 1 ? string.Empty : key[1];
        return await context
            .Rankings.AsNoTracking()
            .SingleOrDefaultAsync(one => one.BudgetYear == year && one.OfficeCode == office, cancellation);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
