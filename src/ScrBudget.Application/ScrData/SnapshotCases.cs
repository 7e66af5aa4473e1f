using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>The records of a snapshot case by case, a page at a time: memory does not grow with the snapshot.</summary>
internal static class SnapshotCases
{
    private const int PageSize = 20_000;

    /// <summary>Case by case; see <see cref="PagesAsync"/>.</summary>
    /// <returns>All records of a case, by date of approval.</returns>
    public static async IAsyncEnumerable<IReadOnlyList<ScrRecord>> ReadAsync(
        ScrBudgetContext context,
        int snapshotNumber,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var page in PagesAsync(context, snapshotNumber, cancellation))
        {
            foreach (var records in page)
            {
                yield return records;
            }
        }
    }

    /// <summary>Between two pages nothing is being read, so that the caller may write to the same database.</summary>
    /// <returns>Some cases, each with all of its records, by date of approval.</returns>
    public static async IAsyncEnumerable<IReadOnlyList<IReadOnlyList<ScrRecord>>> PagesAsync(
        ScrBudgetContext context,
        int snapshotNumber,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var records = context.ScrRecords.AsNoTracking().Where(record => record.SnapshotNumber == snapshotNumber);
        var after = string.Empty;
        for (var isLast = false; !isLast; )
        {
            // CA1309, MA0074: compared by the database, whose order the pages follow; EF translates no other form.
#pragma warning disable CA1309, MA0074
            var page = await records
                .Where(record => string.Compare(record.CaseNumber, after) > 0)
                .OrderBy(record => record.CaseNumber)
                .Take(PageSize)
                .ToListAsync(cancellation);
#pragma warning restore CA1309, MA0074
            isLast = page.Count < PageSize;
            if (!isLast)
            {
                await CompleteAsync(records, page, cancellation);
                after = page[^1].CaseNumber;
            }

            yield return ByCase(page);
        }
    }

    private static List<IReadOnlyList<ScrRecord>> ByCase(List<ScrRecord> page)
    {
        var cases = new List<IReadOnlyList<ScrRecord>>();
        for (var start = 0; start < page.Count; )
        {
            var end = start + 1;
            while (end < page.Count && page[end].CaseNumber == page[start].CaseNumber)
            {
                end++;
            }

            var records = page.GetRange(start, end - start);
            records.Sort(ByApproval);
            cases.Add(records);
            start = end;
        }

        return cases;
    }

    /// <summary>The last case of a full page may go on behind it: it is read whole instead.</summary>
    private static async Task CompleteAsync(
        IQueryable<ScrRecord> records,
        List<ScrRecord> page,
        CancellationToken cancellation
    )
    {
        var last = page[^1].CaseNumber;
        page.RemoveAll(record => record.CaseNumber == last);
        page.AddRange(await records.Where(record => record.CaseNumber == last).ToListAsync(cancellation));
    }

    private static int ByApproval(ScrRecord left, ScrRecord right) =>
        (left.ApprovedOn, left.ExtractNumber, left.Row).CompareTo((right.ApprovedOn, right.ExtractNumber, right.Row));
}
