using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Validation;

namespace ScrBudget.Application.ScrData.Exploring;

/// <summary>A source row.</summary>
/// <param name="CountsAs">In the edition: a confirmed value, where there is one.</param>
public sealed record SourceRow(ScrRecord Record, TcoInvolvement CountsAs);

/// <summary>Some of the source rows behind a view.</summary>
/// <param name="Count">Of all of them.</param>
/// <param name="Page">From 1; the last, where a later one was asked for.</param>
/// <param name="PageCount">At least 1.</param>
public sealed record RecordsPage(ChosenView Chosen, IReadOnlyList<SourceRow> Rows, int Count, int Page, int PageCount);

/// <summary>
/// The source rows behind a view, by date of approval and then by SCR number, for those who may read records: those that
/// the view's edition counts.
/// </summary>
public sealed class ReadRecords(IDbContextFactory<ScrBudgetContext> contexts, QueryStatistic statistics)
{
    public const int PageSize = 50;

    /// <param name="page">From 1.</param>
    public async Task<Outcome<RecordsPage>> PageAsync(
        ViewChoice choice,
        int page,
        Person by,
        CancellationToken cancellation
    )
    {
        var found = await FindAsync(choice, by, cancellation);
        if (!found.IsDone)
        {
            return found.Refusal;
        }

        var (chosen, counts) = found.Value;
        var count = counts.Sum(year => year.Records);
        var pageCount = Math.Max(1, (count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pageCount);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return new RecordsPage(
            chosen,
            await ReadAsync(context, chosen, counts, (page - 1) * PageSize, cancellation),
            count,
            page,
            pageCount
        );
    }

    /// <summary>How many there are, and all of them one after the other: for exports.</summary>
    internal async Task<Outcome<(ChosenView Chosen, int Count, IAsyncEnumerable<ScrRecord> Records)>> AllAsync(
        ViewChoice choice,
        Person by,
        CancellationToken cancellation
    )
    {
        var found = await FindAsync(choice, by, cancellation);
        return found.IsDone
            // Whoever reads the rows later brings a token of their own.
            ? (
                found.Value.Chosen,
                found.Value.Counts.Sum(year => year.Records),
                StreamAsync(found.Value.Chosen, CancellationToken.None)
            )
            : found.Refusal;
    }

    private async Task<Outcome<(ChosenView Chosen, IReadOnlyList<YearCount> Counts)>> FindAsync(
        ViewChoice choice,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ReadScrRecords))
        {
            return ScrDataRefusals.NotAllowed(by, "read SCR records");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var chosen = await ChosenView.FindAsync(context, choice, by, cancellation);
        if (!chosen.IsDone)
        {
            return chosen.Refusal;
        }

        // Counted when the edition was made: no need to count a million rows for the number of pages.
        var asked = await statistics.AskAsync(
            chosen.Value.View.Query,
            new SnapshotChoice(chosen.Value.Snapshot.Number, chosen.Value.Edition),
            by,
            cancellation
        );
        return asked.IsDone
            ? (
                chosen.Value,
                [.. asked.Value.CoveredYears.Select(year => new YearCount(year.Year, asked.Value.ExactIn(year).Scrs))]
            )
            : asked.Refusal;
    }

    /// <summary>In order of approval a page lies in one fiscal year, or in few: only their records are sorted.</summary>
    private static async Task<IReadOnlyList<SourceRow>> ReadAsync(
        ScrBudgetContext context,
        ChosenView chosen,
        IReadOnlyList<YearCount> counts,
        int skip,
        CancellationToken cancellation
    )
    {
        var before = 0;
        var years = new List<int>();
        var skipInYears = skip;
        foreach (var (year, inYear) in counts)
        {
            if (before + inYear > skip && before < skip + PageSize)
            {
                years.Add(year);
            }
            else if (before + inYear <= skip)
            {
                skipInYears -= inYear;
            }

            before += inYear;
        }

        if (years.Count == 0)
        {
            return [];
        }

        var (first, last) = (years[0], years[^1]);
        var records = await InOrder(
                Behind(context, chosen).Where(record => record.FiscalYear >= first && record.FiscalYear <= last)
            )
            .Skip(skipInYears)
            .Take(PageSize)
            .ToListAsync(cancellation);
        var numbers = records.ConvertAll(record => record.ScrNumber);
        var edition = new EditionRecords(
            await Changes(context, chosen).Where(change => numbers.Contains(change.ScrNumber)).ToListAsync(cancellation)
        );
        return records.ConvertAll(record => new SourceRow(record, edition.CountsAs(record)));
    }

    private async IAsyncEnumerable<ScrRecord> StreamAsync(
        ChosenView chosen,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var records = InOrder(Behind(context, chosen)).AsAsyncEnumerable();
        await foreach (var record in records.WithCancellation(cancellation))
        {
            yield return record;
        }
    }

    private static IOrderedQueryable<ScrRecord> InOrder(IQueryable<ScrRecord> records) =>
        records.OrderBy(record => record.ApprovedOn).ThenBy(record => record.ScrNumber).ThenBy(record => record.Id);

    private static IQueryable<ScrRecord> Behind(ScrBudgetContext context, ChosenView chosen)
    {
        var query = chosen.View.Query;
        var (first, last) = (query.FirstYear.Year, query.LastYear.Year);
        var records = context
            .ScrRecords.AsNoTracking()
            .Where(record =>
                record.SnapshotNumber == chosen.Snapshot.Number
                && record.FiscalYear >= first
                && record.FiscalYear <= last
            );
        var changes = Changes(context, chosen);
        if (chosen.Edition > 0)
        {
            records = records.Where(record =>
                !changes.Any(change => change.ScrNumber == record.ScrNumber && change.CountsAs == null)
            );
        }

        if (query.CategoryCode is { } category)
        {
            records = records.Where(record => record.CategoryCode == category);
        }

        if (query.Subcategory is { } subcategory)
        {
            records = records.Where(record => record.Subcategory == subcategory);
        }

        var types = TypesOf(query.Measure);
        if (types.Count > 0)
        {
            records = records.Where(record => types.Contains(record.Type));
        }

        return query.Tco switch
        {
            TcoFilter.Yes => CountingAs(TcoInvolvement.Yes),
            TcoFilter.No => CountingAs(TcoInvolvement.No),
            TcoFilter.NotRecorded => CountingAs(TcoInvolvement.NotRecorded),
            _ => records,
        };

        IQueryable<ScrRecord> CountingAs(TcoInvolvement tco) =>
            records.Where(record =>
                changes.Any(change => change.ScrNumber == record.ScrNumber && change.CountsAs == tco)
                || (record.TcoInvolvement == tco && !changes.Any(change => change.ScrNumber == record.ScrNumber))
            );
    }

    /// <summary>What the edition leaves out and counts otherwise; nothing for the snapshot as published.</summary>
    private static IQueryable<EditionChange> Changes(ScrBudgetContext context, ChosenView chosen) =>
        context
            .EditionChanges.AsNoTracking()
            .Where(change => change.SnapshotNumber == chosen.Snapshot.Number && change.Edition == chosen.Edition);

    /// <summary>Empty for all.</summary>
    private static List<ScrType> TypesOf(Measure measure) =>
        measure switch
        {
            Measure.Results => [ScrType.Disruption, ScrType.Dismantlement],
            Measure.Disruptions => [ScrType.Disruption],
            Measure.Dismantlements => [ScrType.Dismantlement],
            Measure.Initial => [ScrType.InitialInvestigation],
            _ => [],
        };

    private sealed record YearCount(int Year, int Records);
}
