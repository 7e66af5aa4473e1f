using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Tracking;

/// <summary>What became of a recommendation, as it is counted; one of the last six for each.</summary>
public enum RecommendationOutcome
{
    /// <summary>All that were made in time.</summary>
    Made = 1,

    /// <summary>Of those, the ones whose answer stands.</summary>
    Answered = 2,
    Accepted = 3,

    /// <summary>Data were attached, but another figure than was recommended.</summary>
    AcceptedInPart = 4,
    Declined = 5,
    NotApplicable = 6,

    /// <summary>No answer yet, or none that stands.</summary>
    Awaiting = 7,

    /// <summary>Made after transmission, for the next cycle: outside all the others.</summary>
    Late = 8,
}

public static class RecommendationOutcomes
{
    /// <summary>The kinds of answer, in the order in which tables have them.</summary>
    public static IReadOnlyList<RecommendationOutcome> Kinds { get; } =
    [
        RecommendationOutcome.Accepted,
        RecommendationOutcome.AcceptedInPart,
        RecommendationOutcome.Declined,
        RecommendationOutcome.NotApplicable,
        RecommendationOutcome.Awaiting,
    ];

    public static RecommendationOutcome Outcome(this RecommendationDigest made) =>
        made.IsLate ? RecommendationOutcome.Late
        : made.State == RecommendationState.AwaitingAnswer ? RecommendationOutcome.Awaiting
        : made.Answer switch
        {
            CategoryDecision.Declined => RecommendationOutcome.Declined,
            CategoryDecision.NotApplicable => RecommendationOutcome.NotApplicable,
            _ => made.IsInPart ? RecommendationOutcome.AcceptedInPart : RecommendationOutcome.Accepted,
        };

    /// <summary>Does it count there? <em>Made</em> and <em>answered</em> hold several kinds.</summary>
    public static bool Is(this RecommendationDigest made, RecommendationOutcome counted)
    {
        var outcome = made.Outcome();
        return counted switch
        {
            RecommendationOutcome.Made => outcome != RecommendationOutcome.Late,
            RecommendationOutcome.Answered => outcome
                is not (RecommendationOutcome.Late or RecommendationOutcome.Awaiting),
            _ => outcome == counted,
        };
    }

    public static string Title(this RecommendationOutcome outcome) =>
        outcome switch
        {
            RecommendationOutcome.AcceptedInPart => "Accepted in part",
            RecommendationOutcome.NotApplicable => "Not applicable",
            RecommendationOutcome.Awaiting => "Awaiting an answer",
            RecommendationOutcome.Late => "Late, for the next cycle",
            _ => outcome.ToString(),
        };
}

/// <summary>Recommendations to use SCR data and how they were answered.</summary>
/// <param name="MedianDays">See <see cref="AnswerDays"/>; of those in time that were ever answered, null without any.</param>
public sealed record RecommendationTally(IReadOnlyDictionary<RecommendationOutcome, int> Counts, int? MedianDays)
{
    public int this[RecommendationOutcome outcome] => Counts[outcome];

    /// <param name="categoryCode">Of this category alone; null for all.</param>
    public static RecommendationTally Of(IEnumerable<RequestDigest> requests, string? categoryCode, TimeProvider time)
    {
        var made = requests
            .Where(request => request.IsReviewed())
            .SelectMany(request => request.Recommendations)
            .Where(recommendation => categoryCode is null || recommendation.CategoryCode == categoryCode)
            .ToList();
        return new RecommendationTally(
            Enum.GetValues<RecommendationOutcome>()
                .ToDictionary(outcome => outcome, outcome => made.Count(recommendation => recommendation.Is(outcome))),
            AnswerDays.Median(
                made.Where(recommendation => !recommendation.IsLate)
                    .Select(recommendation =>
                        recommendation.AnsweredAt is { } answered
                            ? AnswerDays.Between(time.DayOf(recommendation.At), time.DayOf(answered))
                            : (int?)null
                    )
                    .OfType<int>()
            )
        );
    }
}

/// <summary>How a review stands with its disposition.</summary>
public enum DispositionCount
{
    Recommended = 1,
    AlreadyUsed = 2,
    AgreedNotApplicable = 3,

    /// <summary>Under review, and none was given for the submission: the review cannot complete.</summary>
    Lacking = 4,

    /// <summary>A draft, returned, or nobody has taken it up.</summary>
    NotUnderReview = 5,
}

public static class DispositionCounts
{
    public static DispositionCount Of(RequestDigest request) =>
        request.Disposition switch
        {
            DispositionKind.Recommended => DispositionCount.Recommended,
            DispositionKind.AlreadyUsed => DispositionCount.AlreadyUsed,
            DispositionKind.AgreedNotApplicable => DispositionCount.AgreedNotApplicable,
            _ => request.Status
                is RequestStatus.InReview
                    or RequestStatus.Recommended
                    or RequestStatus.Decided
                    or RequestStatus.Transmitted
                ? DispositionCount.Lacking
                : DispositionCount.NotUnderReview,
        };

    public static string Title(this DispositionCount count) =>
        count switch
        {
            DispositionCount.Lacking => "Lacking: under review without one",
            DispositionCount.NotUnderReview => "Not under review",
            _ => ((DispositionKind)count).Title(),
        };
}
