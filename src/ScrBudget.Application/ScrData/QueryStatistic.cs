using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>Which counts are meant.</summary>
/// <param name="Edition">A validated edition; 0 for the snapshot as published, null for its newest edition.</param>
public sealed record SnapshotChoice(int Number, int? Edition = null);

/// <summary>
/// Answers statistics from the counts that a snapshot's edition was given when it was made. They never change, so that
/// what was read once is kept: every opening of a request asks for the same few figures.
/// </summary>
public sealed class QueryStatistic(IDbContextFactory<ScrBudgetContext> contexts) : IDisposable
{
    /// <summary>Some ten kilobytes each: a line for each TCO filter and pair of years.</summary>
    private const int KeptAnswers = 2_000;

    private readonly MemoryCache counted = new(new MemoryCacheOptions { SizeLimit = KeptAnswers });

    /// <param name="query">Its category by code or full name, in any case; its subcategory by name.</param>
    /// <param name="choice">Null for the newest edition of the current snapshot.</param>
    public async Task<Outcome<Statistic>> AskAsync(
        StatisticQuery query,
        SnapshotChoice? choice,
        Person by,
        CancellationToken cancellation
    )
    {
        var answers = await AskAsync([query], choice, by, cancellation);
        return answers.IsDone ? answers.Value[0] : answers.Refusal;
    }

    /// <summary>Several statistics of one snapshot, answered in the order asked: for the SCR prompt.</summary>
    /// <returns>All, or the first refusal.</returns>
    public async Task<Outcome<IReadOnlyList<Statistic>>> AskAsync(
        IReadOnlyList<StatisticQuery> queries,
        SnapshotChoice? choice,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ReadScrStatistics))
        {
            return ScrDataRefusals.NotAllowed(by, "read SCR statistics");
        }

        if (queries.Select(query => query.Problem()).FirstOrDefault(problem => problem is not null) is { } wrong)
        {
            return wrong;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var snapshot = await SnapshotQueries.FindAsync(context, choice?.Number, by, cancellation);
        if (!snapshot.IsDone)
        {
            return snapshot.Refusal;
        }

        var edition = choice?.Edition ?? snapshot.Value.LatestEdition;
        if (edition < 0 || edition > snapshot.Value.LatestEdition)
        {
            return ScrDataRefusals.NoEdition(snapshot.Value, edition);
        }

        var catalogue = queries.Any(query => query.CategoryCode is not null)
            ? await CategoryCatalogues.LoadAsync(context, cancellation)
            : new CategoryCatalogue([], []);
        var statistics = new List<Statistic>(queries.Count);
        foreach (var query in queries)
        {
            var named = Named(query, catalogue);
            if (!named.IsDone)
            {
                return named.Refusal;
            }

            statistics.Add(await AnswerAsync(context, snapshot.Value, edition, named.Value, cancellation));
        }

        return statistics;
    }

    public void Dispose() => counted.Dispose();

    /// <summary>The category in full; null for none.</summary>
    public async Task<string?> CategoryNameAsync(string? categoryCode, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .ScrCategories.Where(category => category.Code == categoryCode)
            .Select(category => category.Name)
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The query with category and subcategory as the database spells them.</summary>
    private static Outcome<StatisticQuery> Named(StatisticQuery query, CategoryCatalogue catalogue)
    {
        if (query.CategoryCode is not { } codeOrName)
        {
            return query;
        }

        var category = catalogue.Find(codeOrName);
        if (!category.IsDone)
        {
            return category.Refusal;
        }

        if (query.Subcategory is not { } name)
        {
            return query with { CategoryCode = category.Value.Code };
        }

        var subcategory = catalogue.FindSubcategory(category.Value, name);
        return subcategory.IsDone
            ? query with
            {
                CategoryCode = category.Value.Code,
                Subcategory = subcategory.Value.Name,
            }
            : subcategory.Refusal;
    }

    private async Task<Statistic> AnswerAsync(
        ScrBudgetContext context,
        Snapshot snapshot,
        int edition,
        StatisticQuery query,
        CancellationToken cancellation
    )
    {
        var counts = await CountsAsync(context, snapshot, edition, query, cancellation);
        return new Statistic(
            query,
            snapshot,
            counts.Of(query.FirstYear, query.LastYear, query.Tco),
            counts.ByYear(query.FirstYear, query.LastYear, query.Tco),
            whateverTco: counts.Of(query.FirstYear, query.LastYear, TcoFilter.All),
            edition: edition
        );
    }

    private async Task<PreparedCounts> CountsAsync(
        ScrBudgetContext context,
        Snapshot snapshot,
        int edition,
        StatisticQuery query,
        CancellationToken cancellation
    )
    {
        var (category, subcategory) = (query.CategoryCode ?? PreparedCount.All, query.Subcategory ?? PreparedCount.All);
        // The hash, for a candidate's number is free again when its import fails.
        var key = (snapshot.Number, snapshot.RecordsSha256, edition, category, subcategory, query.Measure);
        if (!counted.TryGetValue(key, out PreparedCounts? counts))
        {
            counts = new PreparedCounts(
                await context
                    .PreparedCounts.AsNoTracking()
                    .Where(count =>
                        count.SnapshotNumber == snapshot.Number
                        && count.Edition == edition
                        && count.CategoryCode == category
                        && count.Subcategory == subcategory
                        && count.Measure == query.Measure
                    )
                    .ToListAsync(cancellation)
            );
            counted.Set(key, counts, new MemoryCacheEntryOptions { Size = 1 });
        }

        return counts!;
    }
}
