using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Review.Deciding;

/// <param name="Sequence">Which of the request's removals.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record TakeBackRemovalInput(string Number, int Sequence, string Reason, Guid? Seen);

/// <summary>Takes back a removal that was recorded by mistake; the trail keeps both.</summary>
public sealed class TakeBackRemoval(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(
        TakeBackRemovalInput input,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ExecuteAsync(
            input.Number,
            input.Seen,
            by,
            Permission.ReadRequests,
            inHand => Task.FromResult(inHand.Request.TakeBackRemoval(input.Sequence, input.Reason, by, inHand.At)),
            cancellation
        );
}
