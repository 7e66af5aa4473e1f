using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review;

/// <param name="Into">The request that goes on.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record MergeRequestInput(string Number, string Into, string Reason, Guid? Seen);

/// <summary>Puts a request into another of the same cycle, which takes its open answers over.</summary>
public sealed class MergeRequest(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(MergeRequestInput input, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync(
            input.Number,
            input.Seen,
            by,
            Permission.ReadRequests,
            async inHand =>
            {
                var into = RequestNumber.Normalize(input.Into);
                var target = await inHand
                    .Context.Requests.AsSplitQuery()
                    .SingleOrDefaultAsync(request => request.Number == into, cancellation);
                if (target is null)
                {
                    return ReviewRefusals.MergeTarget($"There is no request {into}. Choose one of the list.");
                }

                var prompt = await inHand.PromptAsync(cancellation);
                return inHand.Request.MergeInto(target, prompt, input.Reason, by, inHand.At);
            },
            cancellation
        );
}
