using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
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
            inHand => inHand.Request.Decide(input.Decision, input.Amount, input.Note, by, inHand.At),
            cancellation
        );
}
