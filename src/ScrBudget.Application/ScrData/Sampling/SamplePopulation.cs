using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData.Sampling;

/// <summary>The cases that a sample is drawn from: those with an approved SCR of the snapshot in the years.</summary>
internal static class SamplePopulation
{
    /// <summary>How many distinct cases there are.</summary>
    public static Task<int> CountAsync(
        ScrBudgetContext context,
        int snapshotNumber,
        FiscalYear first,
        FiscalYear last,
        CancellationToken cancellation
    ) =>
        Records(context, snapshotNumber, first, last)
            .Select(record => record.CaseNumber)
            .Distinct()
            .CountAsync(cancellation);

    /// <summary>
    /// Each case with the category of its earliest SCR; of several on that day, the first category of the list. One pass,
    /// three columns, one case in memory at a time.
    /// </summary>
    /// <param name="categories">All category codes in their order.</param>
    public static async IAsyncEnumerable<(string CaseNumber, string CategoryCode)> ReadAsync(
        ScrBudgetContext context,
        int snapshotNumber,
        FiscalYear first,
        FiscalYear last,
        IReadOnlyList<string> categories,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var orderOf = categories.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        var records = Records(context, snapshotNumber, first, last)
            .OrderBy(record => record.CaseNumber)
            .Select(record => new
            {
                record.CaseNumber,
                record.ApprovedOn,
                record.CategoryCode,
            })
            .AsAsyncEnumerable();
        string? caseNumber = null;
        var earliest = (DateOnly.MaxValue, int.MaxValue);
        await foreach (var record in records.WithCancellation(cancellation))
        {
            if (record.CaseNumber != caseNumber)
            {
                if (caseNumber is not null)
                {
                    yield return (caseNumber, categories[earliest.Item2]);
                }

                (caseNumber, earliest) = (record.CaseNumber, (DateOnly.MaxValue, int.MaxValue));
            }

            var own = (record.ApprovedOn, orderOf[record.CategoryCode]);
            earliest = own.CompareTo(earliest) < 0 ? own : earliest;
        }

        if (caseNumber is not null)
        {
            yield return (caseNumber, categories[earliest.Item2]);
        }
    }

    /// <summary>All SCRs of these cases in the years, by case.</summary>
    public static async Task<ILookup<string, ScrRecord>> ScrsAsync(
        ScrBudgetContext context,
        int snapshotNumber,
        FiscalYear first,
        FiscalYear last,
        IEnumerable<string> caseNumbers,
        CancellationToken cancellation
    )
    {
        // As many parameters as every database takes in one statement.
        const int AtOnce = 500;
        var found = new List<ScrRecord>();
        foreach (var some in caseNumbers.Chunk(AtOnce))
        {
            found.AddRange(
                await Records(context, snapshotNumber, first, last)
                    .Where(record => some.Contains(record.CaseNumber))
                    .ToListAsync(cancellation)
            );
        }

        return found.ToLookup(record => record.CaseNumber, StringComparer.Ordinal);
    }

    /// <summary>All category codes in the order of Table 2, which is that of the strata.</summary>
    public static Task<List<string>> CategoriesAsync(ScrBudgetContext context, CancellationToken cancellation) =>
        context
            .ScrCategories.AsNoTracking()
            .OrderBy(category => category.Order)
            .ThenBy(category => category.Code)
            .Select(category => category.Code)
            .ToListAsync(cancellation);

    private static IQueryable<ScrRecord> Records(
        ScrBudgetContext context,
        int snapshotNumber,
        FiscalYear first,
        FiscalYear last
    ) =>
        context
            .ScrRecords.AsNoTracking()
            .Where(record =>
                record.SnapshotNumber == snapshotNumber
                && record.FiscalYear >= first.Year
                && record.FiscalYear <= last.Year
            );
}
