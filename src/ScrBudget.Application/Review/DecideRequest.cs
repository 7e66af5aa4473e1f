using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review;

/// <param name="Amount">Of the budget year; nothing where it is not selected.</param>
/// <param name="Note">May be empty.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record DecideRequestInput(string Number, Decision Decision, Amount Amount, string Note, Guid? Seen);

/// <summary>OAO's decision on a recommended request.</summary>
public sealed class DecideRequest(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(DecideRequestInput input, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync(
            input.Number,
            input.Seen,
            by,
            Permission.ReadRequests,
            async inHand =>
            {
                var requested = await RequestedAsync(inHand, cancellation);
                return inHand.Request.Decide(input.Decision, input.Amount, requested, input.Note, by, inHand.At);
            },
            cancellation
        );

    /// <summary>What the office asks for in the budget year.</summary>
    internal static async Task<Money> RequestedAsync(RequestInHand inHand, CancellationToken cancellation) =>
        inHand.Request.Cost((await inHand.CycleAsync(cancellation)).YearsCovered).Request;
}

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

                return inHand.Request.Reassign(account.AsPerson(), input.Reason, by, inHand.At);
            },
            cancellation
        );
}
