using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Validation;

namespace ScrBudget.Application.ScrData.Validation;

/// <param name="Reason">Null for all.</param>
/// <param name="State">Null for all.</param>
/// <param name="Search">The beginning of an SCR or case number.</param>
public sealed record WorklistFilter(
    WorklistReason? Reason = null,
    int? FiscalYear = null,
    string? CategoryCode = null,
    SettlementState? State = null,
    string? Search = null
);

/// <param name="Settlement">Null while nobody has decided.</param>
public sealed record WorklistItem(ScrRecord Record, WorklistReason Reason, RecordSettlement? Settlement)
{
    public SettlementState State => Settlement?.State ?? SettlementState.Open;
}

/// <summary>A page of the worklist.</summary>
/// <param name="Count">Records that the filter leaves.</param>
/// <param name="ByReason">Records of the whole worklist, by reason.</param>
/// <param name="ByState">Decided records, by state; all others are open.</param>
public sealed record Worklist(
    Snapshot Snapshot,
    IReadOnlyList<WorklistItem> Items,
    int Count,
    IReadOnlyDictionary<WorklistReason, int> ByReason,
    IReadOnlyDictionary<SettlementState, int> ByState
);

/// <summary>
/// Disruptions and dismantlements of a published snapshot that the measure counts and that fail or lack the tests of a
/// TCO. Derived: a record leaves the list by being corrected, not by being settled.
/// </summary>
public sealed class ReadWorklist(IDbContextFactory<ScrBudgetContext> contexts)
{
    public const int PageSize = 50;

    /// <param name="snapshotNumber">Null for the current one.</param>
    /// <param name="page">From 1.</param>
    public async Task<Outcome<Worklist>> ExecuteAsync(
        int? snapshotNumber,
        WorklistFilter filter,
        int page,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ReadScrRecords))
        {
            return ScrDataRefusals.NotAllowed(by, "read the validation worklist");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var snapshot = await SnapshotQueries.FindAsync(context, snapshotNumber, by, cancellation);
        if (!snapshot.IsDone)
        {
            return snapshot.Refusal;
        }

        var number = snapshot.Value.Number;
        var byReason = await Counted(context, number)
            .GroupBy(TcoTests.Reason)
            .Select(group => new { Reason = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Reason, group => group.Count, cancellation);
        byReason.Remove(WorklistReason.None);
        var byState = await context
            .RecordSettlements.Where(settlement => settlement.SnapshotNumber == number)
            .GroupBy(settlement => settlement.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.State, group => group.Count, cancellation);

        var filtered = Filtered(context, number, filter);
        var records = await filtered
            // The newest first: what can still be looked up.
            .OrderByDescending(record => record.ApprovedOn)
            .ThenBy(record => record.ScrNumber)
            .Skip((Math.Max(1, page) - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellation);
        var numbers = records.Select(record => record.ScrNumber).ToList();
        var settlements = await context
            .RecordSettlements.AsNoTracking()
            .Where(settlement => settlement.SnapshotNumber == number && numbers.Contains(settlement.ScrNumber))
            .ToDictionaryAsync(settlement => settlement.ScrNumber, cancellation);
        var reason = TcoTests.Reason.Compile();
        return new Worklist(
            snapshot.Value,
            [
                .. records.Select(record => new WorklistItem(
                    record,
                    reason(record),
                    settlements.GetValueOrDefault(record.ScrNumber)
                )),
            ],
            await filtered.CountAsync(cancellation),
            byReason,
            byState
        );
    }

    /// <summary>All records of the worklist, unfiltered.</summary>
    internal static IQueryable<ScrRecord> All(ScrBudgetContext context, int snapshotNumber) =>
        Counted(context, snapshotNumber).Where(TcoTests.Reason.Is(reason => reason != WorklistReason.None));

    private static IQueryable<ScrRecord> Counted(ScrBudgetContext context, int snapshotNumber) =>
        context
            .ScrRecords.AsNoTracking()
            .Where(record => record.SnapshotNumber == snapshotNumber)
            .Where(TcoTests.IsCounted);

    private static IQueryable<ScrRecord> Filtered(ScrBudgetContext context, int snapshotNumber, WorklistFilter filter)
    {
        var records = filter.Reason is { } wanted
            ? Counted(context, snapshotNumber).Where(TcoTests.Reason.Is(reason => reason == wanted))
            : All(context, snapshotNumber);
        if (filter.FiscalYear is { } year)
        {
            records = records.Where(record => record.FiscalYear == year);
        }

        if (filter.CategoryCode is { } category)
        {
            records = records.Where(record => record.CategoryCode == category);
        }

        if (filter.Search is { Length: > 0 } search)
        {
            var beginning = search.Trim().ToUpperInvariant();
            records = records.Where(record =>
                record.ScrNumber.StartsWith(beginning) || record.CaseNumber.StartsWith(beginning)
            );
        }

        var decided = context.RecordSettlements.Where(settlement => settlement.SnapshotNumber == snapshotNumber);
        return filter.State switch
        {
            null => records,
            SettlementState.Open => records.Where(record =>
                !decided.Any(settlement =>
                    settlement.ScrNumber == record.ScrNumber && settlement.State != SettlementState.Open
                )
            ),
            { } state => records.Where(record =>
                decided.Any(settlement => settlement.ScrNumber == record.ScrNumber && settlement.State == state)
            ),
        };
    }
}
