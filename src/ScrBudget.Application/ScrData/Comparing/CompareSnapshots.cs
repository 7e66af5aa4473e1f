using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData.Comparing;

/// <summary>
/// Shows what publishing a candidate would change: against the current snapshot, and in the figures that open requests
/// cite.
/// </summary>
public sealed class CompareSnapshots(
    IDbContextFactory<ScrBudgetContext> contexts,
    QueryStatistic statistics,
    TimeProvider time
)
{
    /// <summary>Records that are named of each kind.</summary>
    public const int Shown = 20;

    /// <returns>Refused with <c>no-published-snapshot</c> where there is nothing to compare with.</returns>
    public async Task<Outcome<SnapshotComparison>> ExecuteAsync(
        int candidateNumber,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "compare snapshots");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var candidate = await SnapshotQueries.FindAsync(context, candidateNumber, by, cancellation);
        if (!candidate.IsDone)
        {
            return candidate.Refusal;
        }

        if (candidate.Value.Status != SnapshotStatus.Candidate)
        {
            return new Refusal(
                "snapshot-not-a-candidate",
                $"Snapshot {candidateNumber} is {candidate.Value.Status.ToString().ToLowerInvariant()}: only a candidate is compared."
            );
        }

        var current = await SnapshotQueries.FindAsync(context, number: null, by, cancellation);
        if (!current.IsDone)
        {
            return current.Refusal;
        }

        var (added, removed, changed) = await new RecordComparison(
            context,
            candidate.Value,
            current.Value
        ).CompareAsync(cancellation);
        return new SnapshotComparison(
            candidate.Value,
            current.Value,
            added,
            removed,
            changed,
            await YearsAsync(candidate.Value, current.Value, by, cancellation),
            await MovedAsync(context, candidate.Value, by, cancellation)
        );
    }

    private async Task<IReadOnlyList<YearDifference>> YearsAsync(
        Snapshot candidate,
        Snapshot current,
        Person by,
        CancellationToken cancellation
    )
    {
        var after = await ResultsAsync(candidate, by, cancellation);
        var before = await ResultsAsync(current, by, cancellation);
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Order()
                .Select(year => new YearDifference(
                    year,
                    before.TryGetValue(year, out var old) ? old : null,
                    after.TryGetValue(year, out var now) ? now : null
                )),
        ];
    }

    private async Task<Dictionary<int, int>> ResultsAsync(Snapshot snapshot, Person by, CancellationToken cancellation)
    {
        // In pieces: a statistic has at most so many years, and a snapshot may cover more.
        var results = new Dictionary<int, int>();
        for (
            var first = snapshot.FirstFiscalYear;
            first <= snapshot.LastFiscalYear;
            first += StatisticQuery.MaximumYears
        )
        {
            var last = Math.Min(snapshot.LastFiscalYear, first + StatisticQuery.MaximumYears - 1);
            var query = new StatisticQuery(null, null, new FiscalYear(first), new FiscalYear(last));
            var answer = await statistics.AskAsync(query, new SnapshotChoice(snapshot.Number, 0), by, cancellation);
            foreach (var year in answer.Value.CoveredYears)
            {
                results[year.Year] = answer.Value.ExactIn(year).Scrs;
            }
        }

        return results;
    }

    /// <summary>What the requests of open data calls cite and the candidate answers otherwise.</summary>
    private async Task<IReadOnlyList<MovedFigure>> MovedAsync(
        ScrBudgetContext context,
        Snapshot candidate,
        Person by,
        CancellationToken cancellation
    )
    {
        var today = time.Today();
        var open = (await context.Cycles.AsNoTracking().ToListAsync(cancellation))
            .Where(cycle => !cycle.IsWorkedExample && cycle.IsOpen(today))
            .Select(cycle => cycle.BudgetYear)
            .ToList();
        var requests = await context
            .Requests.AsNoTracking()
            .AsSplitQuery()
            .Where(request => open.Contains(request.BudgetYear) && request.Figures.Any())
            .OrderBy(request => request.Number)
            .ToListAsync(cancellation);
        var moved = new List<MovedFigure>();
        foreach (var request in requests)
        {
            foreach (var figure in request.Figures.Where(figure => request.IsCited(figure.Number)))
            {
                if (await MovedAsync(request, figure, candidate, by, cancellation) is { } one)
                {
                    moved.Add(one);
                }
            }
        }

        return moved;
    }

    private async Task<MovedFigure?> MovedAsync(
        ResourceRequest request,
        AttachedStatistic figure,
        Snapshot candidate,
        Person by,
        CancellationToken cancellation
    )
    {
        var cited = await statistics.AskAsync(
            figure.Query,
            new SnapshotChoice(figure.SnapshotNumber, figure.Edition),
            by,
            cancellation
        );
        var answer = await statistics.AskAsync(figure.Query, new SnapshotChoice(candidate.Number), by, cancellation);
        var before = cited.IsDone ? Words(cited.Value) : cited.Refusal.Message;
        var after = figure.Query.Years.All(candidate.Covers) && answer.IsDone ? Words(answer.Value) : null;
        return before == after
            ? null
            : new MovedFigure(request.Number, figure.Token, figure.SnapshotNumber, before, after);
    }

    private static string Words(Statistic statistic) =>
        $"{StatisticWording.Reports(statistic)} reports in {StatisticWording.Cases(statistic)} cases";
}
