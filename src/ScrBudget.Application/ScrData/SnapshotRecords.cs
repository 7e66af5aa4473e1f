using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>What is stored of a snapshot, beside its own row.</summary>
internal static class SnapshotRecords
{
    /// <summary>The records in the order in which <see cref="RecordsHash"/> takes them.</summary>
    public static IAsyncEnumerable<ScrRecord> RecordsInOrder(this ScrBudgetContext context, int snapshotNumber) =>
        context
            .ScrRecords.AsNoTracking()
            .Where(record => record.SnapshotNumber == snapshotNumber)
            .OrderBy(record => record.ExtractNumber)
            .ThenBy(record => record.Row)
            .ThenBy(record => record.Id)
            .AsAsyncEnumerable();

    /// <summary>Stores the counts of an edition.</summary>
    public static async Task StoreAsync(
        this ScrBudgetContext context,
        CountPreparation counts,
        int snapshotNumber,
        int edition,
        CancellationToken cancellation
    )
    {
        await context.LoadAsync(counts.Counts(snapshotNumber, edition), cancellation);
        await context.LoadAsync(counts.OpenCases(snapshotNumber, edition), cancellation);
    }

    /// <summary>Are these the counts that the edition was given?</summary>
    public static async Task<bool> AreStoredAsync(
        this ScrBudgetContext context,
        CountPreparation counts,
        int snapshotNumber,
        int edition,
        CancellationToken cancellation
    )
    {
        var stored = await context
            .PreparedCounts.AsNoTracking()
            .Where(count => count.SnapshotNumber == snapshotNumber && count.Edition == edition)
            .ToListAsync(cancellation);
        var open = await context
            .OpenCaseCounts.AsNoTracking()
            .Where(count => count.SnapshotNumber == snapshotNumber && count.Edition == edition)
            .Select(count => new ValueTuple<int, int>(count.FiscalYear, count.Cases))
            .ToListAsync(cancellation);
        return stored.Select(Values).ToHashSet().SetEquals(counts.Counts(snapshotNumber, edition).Select(Values))
            && open.ToHashSet()
                .SetEquals(counts.OpenCases(snapshotNumber, edition).Select(count => (count.FiscalYear, count.Cases)));
    }

    /// <summary>Deletes records, problems and counts of a candidate that is given up.</summary>
    public static async Task DeleteAsync(
        this ScrBudgetContext context,
        int snapshotNumber,
        CancellationToken cancellation
    )
    {
        await context
            .ScrRecords.Where(record => record.SnapshotNumber == snapshotNumber)
            .ExecuteDeleteAsync(cancellation);
        await context
            .ScrProblems.Where(problem => problem.SnapshotNumber == snapshotNumber)
            .ExecuteDeleteAsync(cancellation);
        await context
            .PreparedCounts.Where(count => count.SnapshotNumber == snapshotNumber)
            .ExecuteDeleteAsync(cancellation);
        await context
            .OpenCaseCounts.Where(count => count.SnapshotNumber == snapshotNumber)
            .ExecuteDeleteAsync(cancellation);
    }

    private static object Values(PreparedCount count) =>
        (
            count.CategoryCode,
            count.Subcategory,
            count.Measure,
            count.Tco,
            count.FiscalYear,
            count.PreviousYear,
            count.Scrs,
            count.Cases
        );
}
