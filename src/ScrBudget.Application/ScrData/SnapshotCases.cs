using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>The records of a snapshot case by case, a page at a time: memory does not grow with the snapshot.</summary>
internal static class SnapshotCases
{
    private const int PageSize = 20_000;

    /// <summary>Between two cases nothing is being read, so that the caller may write to the same database.</summary>
    /// <returns>All records of a case, by date of approval.</returns>
    public static async IAsyncEnumerable<IReadOnlyList<ScrRecord>> ReadAsync(
        ScrBudgetContext context,
        int snapshotNumber,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var records = context.ScrRecords.AsNoTracking().Where(record => record.SnapshotNumber == snapshotNumber);
        var after = string.Empty;
        while (true)
        {
            // CA1309, MA0074: compared by the database, whose order the pages follow; EF translates no other form.
#pragma warning disable CA1309, MA0074
            var page = await records
                .Where(record => string.Compare(record.CaseNumber, after) > 0)
#pragma warning restore CA1309, MA0074
                .OrderBy(record => record.CaseNumber)
                .Take(PageSize)
                .ToListAsync(cancellation);
            var isLast = page.Count < PageSize;
            if (!isLast)
            {
                await CompleteAsync(records, page, cancellation);
            }

            for (var start = 0; start < page.Count; )
            {
                var end = start + 1;
                while (end < page.Count && page[end].CaseNumber == page[start].CaseNumber)
                {
                    end++;
                }

                var ofCase = page.GetRange(start, end - start);
                ofCase.Sort(ByApproval);
                yield return ofCase;
                start = end;
            }

            if (isLast)
            {
                yield break;
            }

            after = page[^1].CaseNumber;
        }
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
