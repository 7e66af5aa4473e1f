using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Review.Deciding;

namespace ScrBudget.Application.Review.Deciding;

/// <param name="Stage">One after OAO: those before have steps of their own.</param>
/// <param name="Note">May be empty.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record EnterStageAmountInput(string Number, string Stage, Amount Amount, string Note, Guid? Seen);

/// <summary>Keeps what a later stage gives a decided request; what was entered before stays.</summary>
public sealed class EnterStageAmount(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(
        EnterStageAmountInput input,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ExecuteAsync(
            input.Number,
            input.Seen,
            by,
            Permission.ReadRequests,
            async inHand =>
                inHand.Request.EnterAmount(
                    input.Stage,
                    CycleStages.Later(await inHand.CycleAsync(cancellation)),
                    input.Amount,
                    input.Note,
                    by,
                    inHand.At
                ),
            cancellation
        );
}
