using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Tracking;

/// <param name="LatestYear">The latest fiscal year of submission that has requests, instead of the scope's.</param>
public sealed record ReadTrackingInput(TrackingScope Scope, bool LatestYear = false);

/// <summary>What can be chosen: what is there, before any filter.</summary>
public sealed record TrackingChoices(
    IReadOnlyList<int> SubmissionYears,
    IReadOnlyList<int> BudgetYears,
    IReadOnlyList<(string Code, string Name)> Offices,
    IReadOnlyList<(string Code, string Name)> Categories
);

/// <summary>Was SCR data used? Every figure is a count of requests that <see cref="ListTracked"/> lists.</summary>
/// <param name="Scope">What is counted, the latest year put in.</param>
/// <param name="Apart">Outside of the counts: not selected, merged, withdrawn, worked examples.</param>
/// <param name="Categories">The scope's own alone where it names one.</param>
/// <param name="Years">Of every fiscal year of submission, whichever is chosen.</param>
/// <param name="AsOf">The day of the reading, where the office is.</param>
public sealed record TrackingReading(
    TrackingScope Scope,
    UseTally Transmitted,
    UseTally Interim,
    IReadOnlyDictionary<CountedAs, int> Apart,
    RecommendationTally Recommendations,
    IReadOnlyDictionary<DispositionCount, int> Dispositions,
    IReadOnlyList<YearUse> Years,
    IReadOnlyList<OfficeUse> Offices,
    IReadOnlyList<CategoryCount> Categories,
    Baseline Baseline,
    TrackingChoices Choices,
    IReadOnlyList<string> Notices,
    DateOnly AsOf
)
{
    public string CategoryName(string code) =>
        Choices.Categories.FirstOrDefault(category => category.Code == code).Name ?? code;

    public string OfficeName(string code) => Choices.Offices.FirstOrDefault(office => office.Code == code).Name ?? code;

    /// <summary>What is counted, in words: <c>Requests for submission year FY 2027, Human Smuggling</c>.</summary>
    public string ScopeWords => ScopeWording.Of(Scope, OfficeName, CategoryName);

    /// <summary>As <see cref="Years"/> counts: whichever the year of submission.</summary>
    internal TrackingReading WithoutYear => this with { Scope = Scope with { SubmissionYear = null } };
}

/// <summary>Counts the use of SCR data: the two rates with their numbers, the tables, and the report's own figures.</summary>
public sealed class ReadTracking(
    TrackedRequests tracked,
    IDbContextFactory<ScrBudgetContext> contexts,
    TimeProvider time
)
{
    public async Task<Outcome<TrackingReading>> ExecuteAsync(
        ReadTrackingInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var read = await tracked.ReadAsync(input.Scope.OfficeCode, budgetYear: null, by, cancellation);
        if (!read.IsDone)
        {
            return read.Refusal;
        }

        var all = read.Value.Requests;
        var scope = input.LatestYear ? input.Scope with { SubmissionYear = LatestYear(all) } : input.Scope;
        var counted = all.Where(scope.Includes).ToList();
        var whicheverYear = all.Where((scope with { SubmissionYear = null }).Includes).ToList();
        return new TrackingReading(
            scope,
            TrackingTables.Tally(counted, CountedAs.Transmitted, scope.CategoryCode),
            TrackingTables.Tally(counted, CountedAs.Interim, scope.CategoryCode),
            Counting.Apart.ToDictionary(
                standing => standing,
                standing => counted.Count(request => request.Standing() == standing)
            ),
            RecommendationTally.Of(all.Where(scope.IncludesWhicheverCategory), scope.CategoryCode, time),
            Enum.GetValues<DispositionCount>()
                .ToDictionary(
                    kind => kind,
                    kind => counted.Count(request => request.IsReviewed() && DispositionCounts.Of(request) == kind)
                ),
            TrackingTables.ByYear(whicheverYear, scope.CategoryCode),
            TrackingTables.ByOffice(counted, scope.CategoryCode, time),
            TrackingTables.ByCategory(
                counted,
                read.Value.Categories.Where(category =>
                    scope.CategoryCode is null || category.Code == scope.CategoryCode
                )
            ),
            await BaselineAsync(cancellation),
            Choices(all, read.Value.Categories),
            read.Value.Notices([
                // The bars show every year, but the worked examples stand apart in their own alone.
                .. whicheverYear.Where(request => !request.IsWorkedExample || scope.Includes(request)),
            ]),
            time.Today()
        );
    }

    /// <summary>Of the requests that count; of the others where there are no such; null without any.</summary>
    private static int? LatestYear(IReadOnlyList<RequestDigest> requests) =>
        requests
            .OrderBy(request => request.IsWorkedExample)
            .ThenByDescending(request => request.SubmissionYear)
            .Select(request => (int?)request.SubmissionYear)
            .FirstOrDefault();

    private async Task<Baseline> BaselineAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return Baseline.From(
            await context
                .PublishedFigures.AsNoTracking()
                .Where(figure => figure.Table == PublishedTables.Sample)
                .ToListAsync(cancellation)
        );
    }

    private static TrackingChoices Choices(IReadOnlyList<RequestDigest> all, IEnumerable<ScrCategory> categories) =>
        new(
            [.. all.Select(request => request.SubmissionYear).Distinct().OrderDescending()],
            [.. all.Select(request => request.BudgetYear).Distinct().OrderDescending()],
            [
                .. all.Select(request => (request.OfficeCode, request.OfficeName))
                    .Distinct()
                    .OrderBy(office => office.OfficeName, StringComparer.Ordinal),
            ],
            [.. categories.Select(category => (category.Code, category.Name))]
        );
}

/// <summary>A <see cref="TrackingScope"/> in words.</summary>
internal static class ScopeWording
{
    public static string Of(TrackingScope scope, Func<string, string> officeName, Func<string, string> categoryName) =>
        string.Join(
            ", ",
            new[]
            {
                // Drafts are among them: the year is the call's, whether it was handed in yet or not.
                scope.SubmissionYear
                    is { } submitted
                    ? $"Requests for submission year FY {submitted}"
                    : "Requests of all submission years",
                scope.BudgetYear is { } budget ? $"budget year FY {budget}" : null,
                scope.OfficeCode is { } office ? officeName(office) : null,
                scope.CategoryCode is { } category ? $"asked about {categoryName(category)}" : null,
            }.OfType<string>()
        );
}
