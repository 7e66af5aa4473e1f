using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Tracking;

/// <summary>Which requests are counted; null is all.</summary>
/// <param name="SubmissionYear">The fiscal year of submission, by which the report counts.</param>
/// <param name="CategoryCode">Requests of which an answer on this category was asked.</param>
public sealed record TrackingScope(
    int? SubmissionYear = null,
    int? BudgetYear = null,
    string? OfficeCode = null,
    string? CategoryCode = null
)
{
    public bool Includes(RequestDigest request) =>
        (SubmissionYear is null || request.SubmissionYear == SubmissionYear)
        && (BudgetYear is null || request.BudgetYear == BudgetYear)
        && (OfficeCode is null || request.OfficeCode == OfficeCode)
        && (
            CategoryCode is null
            || request.Use.Categories.Any(category =>
                category.CategoryCode == CategoryCode && category.Outcome != CategoryOutcome.NotAsked
            )
        );
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

    public static bool IsApplicable(this RequestDigest request) =>
        request.Use.Categories.Any(category => category.IsApplicable);

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

/// <summary>How many requests have each value, and in how many a category applies.</summary>
public sealed record UseTally(int Used, int ConsideredNotApplicable, int NotUsed, int Open, int Applicable)
{
    public int Total => Used + ConsideredNotApplicable + NotUsed + Open;

    /// <summary>Comparable to the report's 3 of 128 where it is of transmitted requests.</summary>
    public Rate UsedOfAll => new(Used, Total);

    /// <summary>The report gives no baseline for it.</summary>
    public Rate UsedOfApplicable => new(Used, Applicable);

    public static UseTally Of(IEnumerable<RequestDigest> requests)
    {
        var counted = requests.ToList();
        return new UseTally(
            With(UseValue.Used),
            With(UseValue.ConsideredNotApplicable),
            With(UseValue.NotUsed),
            With(UseValue.Open),
            counted.Count(request => request.IsApplicable())
        );

        int With(UseValue value) => counted.Count(request => request.Use.Value == value);
    }
}
