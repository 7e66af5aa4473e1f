using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Tracking;

/// <summary>Which requests are counted; null is all.</summary>
/// <param name="SubmissionYear">The fiscal year of submission, by which the report counts.</param>
/// <param name="CategoryCode">
/// Requests of which an answer on this category was asked; use and applicability are then those of this category.
/// </param>
public sealed record TrackingScope(
    int? SubmissionYear = null,
    int? BudgetYear = null,
    string? OfficeCode = null,
    string? CategoryCode = null
)
{
    public bool Includes(RequestDigest request) =>
        IncludesWhicheverCategory(request)
        && (
            CategoryCode is null
            || request.Use.Categories.Any(category =>
                category.CategoryCode == CategoryCode && category.Outcome != CategoryOutcome.NotAsked
            )
        );

    /// <summary>
    /// Among these, recommendations of <see cref="CategoryCode"/> are counted: a late one asks for no answer in this cycle.
    /// </summary>
    public bool IncludesWhicheverCategory(RequestDigest request) =>
        (SubmissionYear is null || request.SubmissionYear == SubmissionYear)
        && (BudgetYear is null || request.BudgetYear == BudgetYear)
        && (OfficeCode is null || request.OfficeCode == OfficeCode);
}

/// <summary>How a request stands to the rates (domain.md section 8).</summary>
public enum CountedAs
{
    /// <summary>In both rates, for good.</summary>
    Transmitted = 1,

    /// <summary>On its way: its value is interim, and in no rate yet.</summary>
    Interim = 2,

    /// <summary>OAO decided not to transmit it.</summary>
    NotSelected = 3,

    /// <summary>Left the count for the request that it went into.</summary>
    Merged = 4,

    /// <summary>Before transmission: excluded, and listed.</summary>
    Withdrawn = 5,

    /// <summary>One of the report's three: outside of everything that is counted.</summary>
    WorkedExample = 6,
}

public static class Counting
{
    /// <summary>Listed apart from the counts, in this order.</summary>
    public static IReadOnlyList<CountedAs> Apart { get; } =
    [CountedAs.NotSelected, CountedAs.Merged, CountedAs.Withdrawn, CountedAs.WorkedExample];

    public static CountedAs Standing(this RequestDigest request) =>
        request.IsWorkedExample
            ? CountedAs.WorkedExample
            : request.Status switch
            {
                RequestStatus.Transmitted => CountedAs.Transmitted,
                RequestStatus.Merged => CountedAs.Merged,
                RequestStatus.Withdrawn => CountedAs.Withdrawn,
                RequestStatus.Decided when request.Decision == Decision.NotSelected => CountedAs.NotSelected,
                _ => CountedAs.Interim,
            };

    /// <summary>Is its review a part of what analysts and offices did? What was merged goes on in the other request.</summary>
    public static bool IsReviewed(this RequestDigest request) =>
        request.Standing() is CountedAs.Transmitted or CountedAs.Interim or CountedAs.NotSelected;

    /// <summary>Does the category apply to it?</summary>
    /// <param name="categoryCode">Null for any category.</param>
    public static bool IsApplicable(this RequestDigest request, string? categoryCode) =>
        request.Use.Categories.Any(category =>
            category.IsApplicable && (categoryCode is null || category.CategoryCode == categoryCode)
        );

    /// <summary>Was data of the category used? Of a category that it was asked about, whatever became of the others.</summary>
    /// <param name="categoryCode">Null for the request as a whole (domain.md section 8).</param>
    public static UseValue UseOf(this RequestDigest request, string? categoryCode) =>
        categoryCode is null
            ? request.Use.Value
            : request.Use.Categories.FirstOrDefault(category => category.CategoryCode == categoryCode)?.Outcome switch
            {
                CategoryOutcome.Used => UseValue.Used,
                CategoryOutcome.Declined => UseValue.NotUsed,
                CategoryOutcome.NotApplicable => UseValue.ConsideredNotApplicable,
                _ => UseValue.Open,
            };

    public static string Title(this CountedAs standing) =>
        standing switch
        {
            CountedAs.NotSelected => "Not selected",
            CountedAs.Merged => "Merged into another",
            CountedAs.Withdrawn => "Withdrawn before transmission",
            CountedAs.WorkedExample => "Worked examples of the report",
            _ => standing.ToString(),
        };
}

/// <summary>How many requests have each value, and in how many a category, or the one that is asked for, applies.</summary>
public sealed record UseTally(int Used, int ConsideredNotApplicable, int NotUsed, int Open, int Applicable)
{
    public int Total => Used + ConsideredNotApplicable + NotUsed + Open;

    /// <summary>Comparable to the report's 3 of 128 where it is of transmitted requests.</summary>
    public Rate UsedOfAll => new(Used, Total);

    /// <summary>The report gives no baseline for it.</summary>
    public Rate UsedOfApplicable => new(Used, Applicable);

    /// <param name="categoryCode">The category whose use is counted; null for that of the requests as a whole.</param>
    public static UseTally Of(IEnumerable<RequestDigest> requests, string? categoryCode)
    {
        var counted = requests.ToList();
        return new UseTally(
            With(UseValue.Used),
            With(UseValue.ConsideredNotApplicable),
            With(UseValue.NotUsed),
            With(UseValue.Open),
            counted.Count(request => request.IsApplicable(categoryCode))
        );

        int With(UseValue value) => counted.Count(request => request.UseOf(categoryCode) == value);
    }
}
