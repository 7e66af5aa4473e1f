using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Review;

/// <param name="AnalystId">Account of the budget analyst who takes it over.</param>
public sealed record ReassignReviewInput(string Number, string AnalystId, string Reason, Guid? Seen);

/// <summary>Gives a review to another analyst.</summary>
public sealed class ReassignReview(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(ReassignReviewInput input, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync(
            input.Number,
            input.Seen,
            by,
            Permission.ReadRequests,
            async inHand =>
            {
                var account = await inHand.Context.Users.SingleOrDefaultAsync(
                    known => known.Id == input.AnalystId,
                    cancellation
                );
                if (account is null or { ClosedAt: not null })
                {
                    return new Refusal("not-an-analyst", "Choose a budget analyst from the list.");
                }

                var analyst = account.AsPerson();
                var reassigned = inHand.Request.Reassign(analyst, input.Reason, by, inHand.At);
                // Last, so that nobody hears of another's training who may not reassign. What is refused is not saved.
                return
                    reassigned.IsDone
                    && await ReviewChanges.UntrainedAsync(inHand, analyst, cancellation) is { } untrained
                    ? untrained
                    : reassigned;
            },
            cancellation
        );
}
