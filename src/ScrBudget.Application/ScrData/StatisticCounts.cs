using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>One line of counts: of a fiscal year, or of all years together.</summary>
/// <remarks>Filled by name: EF unites two selections of this form, but not of constructor calls.</remarks>
public sealed class CountedYear
{
    /// <summary>
    /// Stands for all years together. Not null: PostgreSQL takes a null without a type for text, and unites no text with
    /// years.
    /// </summary>
    public const int AllYears = 0;

    /// <summary>Or <see cref="AllYears"/>.</summary>
    public int FiscalYear { get; init; }

    public int Scrs { get; init; }

    /// <summary>Distinct cases.</summary>
    public int Cases { get; init; }

    public int TcoYes { get; init; }

    public int TcoNo { get; init; }

    public ScrCounts Counts => new(Scrs, Cases, TcoYes, TcoNo, Scrs - TcoYes - TcoNo);
}

/// <summary>The database's part of a statistic, in one statement that means the same on every database.</summary>
public static class StatisticCounts
{
    /// <summary>A line per fiscal year that has records, and the total: distinct cases of all years, which no sum gives.</summary>
    public static IQueryable<CountedYear> Of(ScrBudgetContext context, int snapshotNumber, StatisticQuery query)
    {
        var records = Select(context, snapshotNumber, query);
        var byYear = records
            .GroupBy(record => record.FiscalYear)
            .Select(year => new CountedYear
            {
                FiscalYear = year.Key,
                Scrs = year.Count(),
                Cases = year.Select(record => record.CaseNumber).Distinct().Count(),
                TcoYes = year.Count(record => record.TcoInvolvement == TcoInvolvement.Yes),
                TcoNo = year.Count(record => record.TcoInvolvement == TcoInvolvement.No),
            });
        var total = records
            .GroupBy(record => CountedYear.AllYears)
            .Select(all => new CountedYear
            {
                FiscalYear = all.Key,
                Scrs = all.Count(),
                Cases = all.Select(record => record.CaseNumber).Distinct().Count(),
                TcoYes = all.Count(record => record.TcoInvolvement == TcoInvolvement.Yes),
                TcoNo = all.Count(record => record.TcoInvolvement == TcoInvolvement.No),
            });
        return byYear.Concat(total);
    }

    private static IQueryable<ScrRecord> Select(ScrBudgetContext context, int snapshotNumber, StatisticQuery query)
    {
        var (first, last) = (query.FirstYear.Year, query.LastYear.Year);
        var records = context
            .ScrRecords.AsNoTracking()
            .Where(record =>
                record.SnapshotNumber == snapshotNumber && record.FiscalYear >= first && record.FiscalYear <= last
            );
        if (query.CategoryCode is { } category)
        {
            records = records.Where(record => record.CategoryCode == category);
        }

        if (query.Subcategory is { } subcategory)
        {
            records = records.Where(record => record.Subcategory == subcategory);
        }

        records = query.Measure switch
        {
            Measure.Results => records.Where(record =>
                record.Type == ScrType.Disruption || record.Type == ScrType.Dismantlement
            ),
            Measure.Disruptions => records.Where(record => record.Type == ScrType.Disruption),
            Measure.Dismantlements => records.Where(record => record.Type == ScrType.Dismantlement),
            Measure.Initial => records.Where(record => record.Type == ScrType.InitialInvestigation),
            _ => records,
        };
        return query.Tco switch
        {
            TcoFilter.Yes => records.Where(record => record.TcoInvolvement == TcoInvolvement.Yes),
            TcoFilter.No => records.Where(record => record.TcoInvolvement == TcoInvolvement.No),
            TcoFilter.NotRecorded => records.Where(record => record.TcoInvolvement == TcoInvolvement.NotRecorded),
            _ => records,
        };
    }
}
