using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>
/// Answers statistics from a published snapshot. A snapshot never changes once it is published, so that what was counted
/// once is kept: every opening of a request asks for the same few figures.
/// </summary>
public sealed class QueryStatistic(IDbContextFactory<ScrBudgetContext> contexts) : IDisposable
{
    /// <summary>Some hundred bytes each.</summary>
    private const int KeptAnswers = 20_000;

    private readonly MemoryCache counted = new(new MemoryCacheOptions { SizeLimit = KeptAnswers });

    /// <param name="query">Its category by code or full name, in any case; its subcategory by name.</param>
    /// <param name="snapshotNumber">Null for the current published snapshot.</param>
    public async Task<Outcome<Statistic>> AskAsync(
        StatisticQuery query,
        int? snapshotNumber,
        Person by,
        CancellationToken cancellation
    )
    {
        var answers = await AskAsync([query], snapshotNumber, by, cancellation);
        return answers.IsDone ? answers.Value[0] : answers.Refusal;
    }

    /// <summary>Several statistics of one snapshot, answered in the order asked: for the SCR prompt.</summary>
    /// <returns>All, or the first refusal.</returns>
    public async Task<Outcome<IReadOnlyList<Statistic>>> AskAsync(
        IReadOnlyList<StatisticQuery> queries,
        int? snapshotNumber,
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
        var snapshot = await SnapshotQueries.FindAsync(context, snapshotNumber, cancellation);
        if (!snapshot.IsDone)
        {
            return snapshot.Refusal;
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

            statistics.Add(await AnswerAsync(context, snapshot.Value, named.Value, cancellation));
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
        StatisticQuery query,
        CancellationToken cancellation
    )
    {
        var lines = await CountAsync(context, snapshot, query, cancellation);
        var whateverTco = await CountAsync(context, snapshot, query with { Tco = TcoFilter.All }, cancellation);
        return new Statistic(
            query,
            snapshot,
            AllYears(lines),
            lines
                .Where(line => line.FiscalYear != CountedYear.AllYears)
                .ToDictionary(line => line.FiscalYear, line => line.Counts),
            whateverTco: AllYears(whateverTco)
        );
    }

    private async Task<List<CountedYear>> CountAsync(
        ScrBudgetContext context,
        Snapshot snapshot,
        StatisticQuery query,
        CancellationToken cancellation
    )
    {
        var key = (snapshot.Number, snapshot.FileSha256, query);
        if (!counted.TryGetValue(key, out List<CountedYear>? lines))
        {
            lines = await StatisticCounts.Of(context, snapshot.Number, query).ToListAsync(cancellation);
            counted.Set(key, lines, new MemoryCacheEntryOptions { Size = 1 });
        }

        return lines!;
    }

    private static ScrCounts AllYears(List<CountedYear> lines) =>
        lines.Find(line => line.FiscalYear == CountedYear.AllYears)?.Counts ?? ScrCounts.None;
}
