using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Measuring;

namespace ScrBudget.Application.ScrData.Measuring;

/// <param name="Choice">Null for the newest edition of the current snapshot.</param>
public sealed record ComputeMeasureInput(Denominator Denominator, SnapshotChoice? Choice = null);

/// <summary>The published measure, and what a snapshot makes of it.</summary>
/// <param name="Years">The years that are published or that the snapshot covers, in order.</param>
public sealed record ComputedMeasure(
    PerformanceMeasure Measure,
    Snapshot Snapshot,
    int Edition,
    Denominator Denominator,
    IReadOnlyList<MeasureYear> Years
);

/// <summary>Computes the performance measure of every fiscal year three ways, with a denominator that is named.</summary>
public sealed class ComputeMeasure(IDbContextFactory<ScrBudgetContext> contexts, QueryStatistic statistics)
{
    public async Task<Outcome<ComputedMeasure>> ExecuteAsync(
        ComputeMeasureInput input,
        Person by,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = await SnapshotQueries.FindAsync(context, input.Choice?.Number, by, cancellation);
        if (!found.IsDone)
        {
            return found.Refusal;
        }

        var measure = PerformanceMeasure.From(await context.PublishedFigures.AsNoTracking().ToListAsync(cancellation));
        var (first, last) = Range(measure, found.Value);
        var asked = await statistics.AskAsync(
            [
                new StatisticQuery(null, null, first, last),
                new StatisticQuery(null, null, first, last, Domain.ScrData.Measure.Initial),
            ],
            new SnapshotChoice(found.Value.Number, input.Choice?.Edition),
            by,
            cancellation
        );
        if (!asked.IsDone)
        {
            return asked.Refusal;
        }

        var (results, initials) = (asked.Value[0], asked.Value[1]);
        var open = await OpenCasesAsync(context, found.Value.Number, results.Edition, cancellation);
        return new ComputedMeasure(
            measure,
            found.Value,
            results.Edition,
            input.Denominator,
            [.. results.Query.Years.Select(Compute)]
        );

        MeasureYear Compute(FiscalYear year)
        {
            var isCovered = found.Value.Covers(year);
            int? divisor = input.Denominator switch
            {
                Denominator.ApprovedInYear => isCovered ? initials.ExactIn(year).Scrs : null,
                Denominator.OpenAtYearEnd => isCovered ? open.GetValueOrDefault(year.Year) : null,
                _ => measure.ImpliedDenominator(year),
            };
            return new MeasureYear(
                year,
                isCovered ? results.ExactIn(year) : null,
                divisor,
                found.Value.IsComplete(year),
                results.SmallNumber
            );
        }
    }

    private static (FiscalYear First, FiscalYear Last) Range(PerformanceMeasure measure, Snapshot snapshot)
    {
        var years = measure
            .Published.Select(published => published.Year.Year)
            .Append(snapshot.FirstFiscalYear)
            .Append(snapshot.LastFiscalYear)
            .ToList();
        // A snapshot may reach further back than a statistic may ask; the latest years count.
        var last = years.Max();
        return (new FiscalYear(Math.Max(years.Min(), last - StatisticQuery.MaximumYears + 1)), new FiscalYear(last));
    }

    private static Task<Dictionary<int, int>> OpenCasesAsync(
        ScrBudgetContext context,
        int snapshotNumber,
        int edition,
        CancellationToken cancellation
    ) =>
        context
            .OpenCaseCounts.AsNoTracking()
            .Where(count => count.SnapshotNumber == snapshotNumber && count.Edition == edition)
            .ToDictionaryAsync(count => count.FiscalYear, count => count.Cases, cancellation);
}
