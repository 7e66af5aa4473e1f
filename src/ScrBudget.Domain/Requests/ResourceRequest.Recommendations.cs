using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;

namespace ScrBudget.Domain.Requests;

/// <summary>Recommendations to use SCR data, and how they stand.</summary>
public sealed partial class ResourceRequest
{
    private readonly List<Recommendation> recommendations = [];

    /// <summary>By number, as they were made.</summary>
    public IReadOnlyList<Recommendation> Recommendations => [.. recommendations.OrderBy(made => made.Number)];

    /// <summary>The last answer that was given to a recommendation; null while it waits for the first.</summary>
    public CategoryAnswer? ResponseTo(int recommendationNumber) =>
        Answers.LastOrDefault(answer => answer.RecommendationNumber == recommendationNumber);

    /// <summary>Derived from the last response: does it stand, and was it judged?</summary>
    public RecommendationState StateOf(Recommendation recommendation)
    {
        if (ResponseTo(recommendation.Number) is not { } response)
        {
            return RecommendationState.AwaitingAnswer;
        }

        if (response.FigureNumber is { } figure)
        {
            return !IsCited(figure) || FindingOn(figure) is { Bears: false } ? RecommendationState.AwaitingAnswer
                : FindingOn(figure) is null ? RecommendationState.Answered
                : RecommendationState.Settled;
        }

        return ReviewOf(response)?.Verdict switch
        {
            Verdict.Accepted => RecommendationState.Settled,
            Verdict.Refused => RecommendationState.AwaitingAnswer,
            Verdict.Escalated => RecommendationState.Escalated,
            _ => RecommendationState.Answered,
        };
    }

    /// <summary>Recommendations of a category that wait for the office, late ones left out.</summary>
    public IEnumerable<Recommendation> OpenRecommendations(string categoryCode) =>
        Recommendations.Where(made =>
            made.CategoryCode == categoryCode && !made.IsLate && StateOf(made) == RecommendationState.AwaitingAnswer
        );

    /// <summary>
    /// Recommends SCR data: from then on the category needs an answer. After transmission it is kept as <em>late</em>, for
    /// the next cycle.
    /// </summary>
    public Outcome<Recommendation> RecommendData(RecommendedData data, string why, Person by, DateTime at)
    {
        if (!by.Can(Permission.ReviewRequests, OfficeCode))
        {
            return RequestRefusals.NotAllowed;
        }

        if (!Status.TakesRecommendations())
        {
            return ReviewRefusals.NotRecommendedTo(Status, MergedInto);
        }

        if (data.Problem() is { } problem)
        {
            return problem;
        }

        var cleaned = TextCleaning.Line(why);
        if (ReasonProblem(cleaned, Recommendation.WhyLength) is { } reason)
        {
            return reason;
        }

        var made = new Recommendation(
            recommendations.Count + 1,
            data,
            cleaned,
            Status == RequestStatus.Transmitted,
            by.Id,
            by.Name,
            at
        );
        if (
            Recommendations.FirstOrDefault(earlier =>
                earlier.AsksTheSameAs(made) && StateOf(earlier) != RecommendationState.Settled
            ) is
            { } same
        )
        {
            return ReviewRefusals.AlreadyRecommended(same.Label);
        }

        recommendations.Add(made);
        Note("Recommended SCR data", at, after: made.ToString(), why: cleaned);
        return made;
    }
}
