using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData.Comparing;

/// <summary>Two snapshots record by record, by SCR number; the database does the work.</summary>
internal sealed class RecordComparison(ScrBudgetContext context, Snapshot candidate, Snapshot current)
{
    private IQueryable<ScrRecord> New => Of(candidate.Number);

    private IQueryable<ScrRecord> Old => Of(current.Number);

    private IQueryable<Pair> Pairs =>
        New.Join(
            Old,
            after => after.ScrNumber,
            before => before.ScrNumber,
            (after, before) => new Pair { After = after, Before = before }
        );

    /// <summary>All that was imported, but for the place in the file.</summary>
    private IQueryable<Pair> ChangedPairs =>
        Pairs.Where(pair =>
            pair.After.CaseNumber != pair.Before.CaseNumber
            || pair.After.Type != pair.Before.Type
            || pair.After.CategoryCode != pair.Before.CategoryCode
            || pair.After.Subcategory != pair.Before.Subcategory
            || pair.After.ApprovedOn != pair.Before.ApprovedOn
            || pair.After.TcoInvolvement != pair.Before.TcoInvolvement
            || pair.After.RecordedTco != pair.Before.RecordedTco
            || pair.After.HasAssociation != pair.Before.HasAssociation
            || pair.After.CrossesBorders != pair.Before.CrossesBorders
            || pair.After.Office != pair.Before.Office
        );

    public async Task<(RecordDifferences Added, RecordDifferences Removed, RecordDifferences Changed)> CompareAsync(
        CancellationToken cancellation
    )
    {
        // An SCR number stands once in a snapshot, so that what both have tells what each has alone.
        var both = await Pairs.CountAsync(cancellation);
        var changed = await ChangedPairs.CountAsync(cancellation);
        return (
            await AloneAsync(candidate.RecordCount - both, New, Old, cancellation),
            await AloneAsync(current.RecordCount - both, Old, New, cancellation),
            new RecordDifferences(changed, changed == 0 ? [] : await FirstChangedAsync(cancellation))
        );
    }

    private static async Task<RecordDifferences> AloneAsync(
        int count,
        IQueryable<ScrRecord> records,
        IQueryable<ScrRecord> others,
        CancellationToken cancellation
    )
    {
        if (count == 0)
        {
            return new RecordDifferences(0, []);
        }

        var first = await records
            .Where(record => !others.Any(other => other.ScrNumber == record.ScrNumber))
            .OrderBy(record => record.ScrNumber)
            .Take(CompareSnapshots.Shown)
            .ToListAsync(cancellation);
        return new RecordDifferences(
            count,
            [
                .. first.Select(record => new RecordDifference(
                    record.ScrNumber,
                    record.CaseNumber,
                    $"{Words(record.Type)}, {record.CategoryCode}, approved {StatisticWording.Date(record.ApprovedOn)}"
                )),
            ]
        );
    }

    private async Task<IReadOnlyList<RecordDifference>> FirstChangedAsync(CancellationToken cancellation)
    {
        var first = await ChangedPairs
            .OrderBy(pair => pair.After.ScrNumber)
            .Take(CompareSnapshots.Shown)
            .ToListAsync(cancellation);
        return
        [
            .. first.Select(pair => new RecordDifference(
                pair.After.ScrNumber,
                pair.After.CaseNumber,
                string.Join("; ", Values(pair.Before).Zip(Values(pair.After), Moved).Where(moved => moved is not null))
            )),
        ];
    }

    private static string? Moved((string Name, string Value) before, (string Name, string Value) after) =>
        before.Value == after.Value ? null : $"{before.Name}: {before.Value} → {after.Value}";

    private static IEnumerable<(string Name, string Value)> Values(ScrRecord record) =>
        [
            (ExtractColumn.CaseNumber.Name(), record.CaseNumber),
            (ExtractColumn.ScrType.Name(), Words(record.Type)),
            (ExtractColumn.Category.Name(), record.CategoryCode),
            (ExtractColumn.Subcategory.Name(), record.Subcategory.Length == 0 ? "none" : record.Subcategory),
            (ExtractColumn.ApprovedDate.Name(), StatisticWording.Date(record.ApprovedOn)),
            ("Counts as TCO", Words(record.TcoInvolvement)),
            (ExtractColumn.TcoInvolvement.Name(), Words(record.RecordedTco)),
            (ExtractColumn.Association.Name(), Words(record.HasAssociation)),
            (ExtractColumn.CrossesBorders.Name(), Words(record.CrossesBorders)),
            (ExtractColumn.Office.Name(), record.Office.Length == 0 ? "none" : record.Office),
        ];

    private static string Words(ScrType type) =>
        type switch
        {
            ScrType.InitialInvestigation => "initial investigation",
            ScrType.Disruption => "disruption",
            _ => "dismantlement",
        };

    private static string Words(TcoInvolvement tco) =>
        tco switch
        {
            TcoInvolvement.Yes => "yes",
            TcoInvolvement.No => "no",
            _ => "not recorded",
        };

    private static string Words(bool? answer) =>
        answer switch
        {
            true => "yes",
            false => "no",
            null => "not given",
        };

    private IQueryable<ScrRecord> Of(int number) =>
        context.ScrRecords.AsNoTracking().Where(record => record.SnapshotNumber == number);

    private sealed class Pair
    {
        public required ScrRecord After { get; init; }

        public required ScrRecord Before { get; init; }
    }
}
