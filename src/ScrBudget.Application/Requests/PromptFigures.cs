using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.ScrData;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Requests;

/// <summary>What the SCR prompt shows beside its categories.</summary>
/// <param name="Snapshot">The current published snapshot.</param>
/// <param name="Years">The default years; null when the snapshot covers none before the submission.</param>
/// <param name="ByCategory">Results of the default years, by category code.</param>
public sealed record PromptFigureSet(
    Snapshot Snapshot,
    (FiscalYear First, FiscalYear Last)? Years,
    IReadOnlyDictionary<string, Statistic> ByCategory
);

/// <summary>Answers the figures of the SCR prompt: every category's results for the default years of a cycle.</summary>
public sealed class PromptFigures(
    IDbContextFactory<ScrBudgetContext> contexts,
    SnapshotQueries snapshots,
    QueryStatistic statistics
)
{
    public async Task<Outcome<PromptFigureSet>> ExecuteAsync(
        FiscalYear submissionYear,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var current = await snapshots.CurrentAsync(by, cancellation);
        if (!current.IsDone)
        {
            return current.Refusal;
        }

        if (DefaultYears.For(current.Value, submissionYear) is not { } years)
        {
            return new PromptFigureSet(current.Value, null, new Dictionary<string, Statistic>());
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var codes = await context
            .ScrCategories.OrderBy(category => category.Order)
            .Select(category => category.Code)
            .ToListAsync(cancellation);
        var answered = await statistics.AskAsync(
            [.. codes.Select(code => new StatisticQuery(code, null, years.First, years.Last))],
            new SnapshotChoice(current.Value.Number),
            by,
            cancellation
        );
        return answered.IsDone
            ? new PromptFigureSet(
                current.Value,
                years,
                answered.Value.ToDictionary(statistic => statistic.Query.CategoryCode!)
            )
            : answered.Refusal;
    }
}
