using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Review;

/// <param name="Decision">Declined or not applicable; accepting is attaching (<see cref="AttachStatistic"/>).</param>
public sealed record RespondToRecommendationInput(
    string Number,
    int RecommendationNumber,
    CategoryDecision Decision,
    DeclineReason? DeclineReason,
    string Reason
);

/// <summary>The office's answer to one recommendation, where it does not attach what was recommended.</summary>
public sealed class RespondToRecommendation(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(
        RespondToRecommendationInput input,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ExecuteAsync(
            input.Number,
            by,
            Permission.DraftRequests,
            inHand =>
                inHand.Request.Respond(
                    input.RecommendationNumber,
                    input.Decision,
                    input.DeclineReason,
                    input.Reason,
                    by,
                    inHand.At
                ),
            cancellation
        );
}
