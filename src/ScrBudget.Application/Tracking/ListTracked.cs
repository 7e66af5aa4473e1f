using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Tracking;

/// <summary>Which requests stand behind a figure; null is whichever.</summary>
/// <param name="Value">Of the request as a whole; with the scope's category, of that.</param>
/// <param name="IsApplicable">Those with an applicable category; with the scope's category, those where it applies.</param>
/// <param name="Outcome">What became of the scope's category; without one, of any category.</param>
/// <param name="Recommendation">Those with a recommendation that counts there.</param>
public sealed record ListTrackedInput(
    TrackingScope Scope,
    CountedAs? Standing = null,
    UseValue? Value = null,
    bool? IsApplicable = null,
    CategoryOutcome? Outcome = null,
    RecommendationOutcome? Recommendation = null,
    DispositionCount? Disposition = null
);

/// <summary>A recommendation in the list, with its request.</summary>
public sealed record TrackedRecommendation(RequestDigest Request, RecommendationDigest Made, int? Days);

/// <summary>The requests behind a figure.</summary>
/// <param name="Requests">By budget year, latest first, then by number.</param>
/// <param name="Recommendations">Those that count, where the figure is one of recommendations; else empty.</param>
public sealed record TrackedList(
    ListTrackedInput Input,
    IReadOnlyList<RequestDigest> Requests,
    IReadOnlyList<TrackedRecommendation> Recommendations,
    TrackedSet Among,
    IReadOnlyList<string> Notices,
    DateOnly AsOf
)
{
    /// <summary>What is listed, in words.</summary>
    public string Words =>
        string.Join(
            "; ",
            new[]
            {
                ScopeWording.Of(
                    Input.Scope,
                    code => Among.Requests.FirstOrDefault(request => request.OfficeCode == code)?.OfficeName ?? code,
                    Among.CategoryName
                ),
                Input.Standing?.Title().ToLowerInvariant(),
                Input.Value?.Title().ToLowerInvariant(),
                Input.IsApplicable is { } applies
                    ? applies
                        ? "a category applies"
                        : "no category applies"
                    : null,
                Input.Outcome is { } outcome ? $"category {outcome.Title().ToLowerInvariant()}" : null,
                Input.Recommendation is { } made ? $"recommendations: {made.Title().ToLowerInvariant()}" : null,
                Input.Disposition is { } disposition ? $"disposition: {disposition.Title().ToLowerInvariant()}" : null,
            }.OfType<string>()
        );
}

/// <summary>Lists the requests behind a figure of <see cref="ReadTracking"/>: as many as the figure says.</summary>
public sealed class ListTracked(TrackedRequests tracked, TimeProvider time)
{
    public async Task<Outcome<TrackedList>> ExecuteAsync(
        ListTrackedInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var read = await tracked.ReadAsync(input.Scope.OfficeCode, input.Scope.BudgetYear, by, cancellation);
        if (!read.IsDone)
        {
            return read.Refusal;
        }

        var listed = read.Value.Requests.Where(request => Includes(input, request)).ToList();
        return new TrackedList(
            input,
            listed,
            input.Recommendation is { } outcome
                ?
                [
                    .. from request in listed
                    from made in request.Recommendations
                    where Counts(input, made, outcome)
                    select new TrackedRecommendation(
                        request,
                        made,
                        made.AnsweredAt is { } answered
                            ? AnswerDays.Between(time.DayOf(made.At), time.DayOf(answered))
                            : null
                    ),
                ]
                : [],
            read.Value,
            read.Value.Notices(listed),
            time.Today()
        );
    }

    private static bool Includes(ListTrackedInput input, RequestDigest request) =>
        (input.Recommendation is null ? input.Scope.Includes(request) : input.Scope.IncludesWhicheverCategory(request))
        && (input.Standing is null || request.Standing() == input.Standing)
        && (input.Value is null || request.UseOf(input.Scope.CategoryCode) == input.Value)
        && (input.IsApplicable is null || request.IsApplicable(input.Scope.CategoryCode) == input.IsApplicable)
        && (input.Outcome is null || Categories(input, request).Any(use => use.Outcome == input.Outcome))
        && (
            input.Recommendation is not { } outcome
            || (request.IsReviewed() && request.Recommendations.Any(made => Counts(input, made, outcome)))
        )
        && (input.Disposition is null || (request.IsReviewed() && DispositionCounts.Of(request) == input.Disposition));

    private static IEnumerable<CategoryUse> Categories(ListTrackedInput input, RequestDigest request) =>
        request.Use.Categories.Where(category =>
            input.Scope.CategoryCode is null || category.CategoryCode == input.Scope.CategoryCode
        );

    private static bool Counts(ListTrackedInput input, RecommendationDigest made, RecommendationOutcome outcome) =>
        (input.Scope.CategoryCode is null || made.CategoryCode == input.Scope.CategoryCode) && made.Is(outcome);
}
