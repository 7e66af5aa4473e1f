using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review;

/// <param name="Reason">Where the table of moves asks for one.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record ActOnRequestInput(string Number, RequestAction Action, string Reason, Guid? Seen);

/// <summary>
/// Every move that takes no more than a reason: send back, recall, take up, return, reopen, transmit, withdraw, restore.
/// Who may do which, and from where, is the table's to say (<see cref="Workflow"/>).
/// </summary>
public sealed class ActOnRequest(ChangeRequest changes, ReadRequest reading)
{
    public Task<Outcome> ExecuteAsync(ActOnRequestInput input, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync(
            input.Number,
            input.Seen,
            by,
            Permission.ReadRequests,
            inHand => ApplyAsync(inHand, input.Action, input.Reason, cancellation),
            cancellation
        );

    /// <summary>The move itself, on a request in hand; saving is its caller's.</summary>
    internal async Task<Outcome> ApplyAsync(
        RequestInHand inHand,
        RequestAction action,
        string reason,
        CancellationToken cancellation
    )
    {
        if (await ReviewChanges.UntrainedAsync(inHand, action, cancellation) is { } untrained)
        {
            return untrained;
        }

        if (action == RequestAction.Transmit)
        {
            return await TransmitAsync(inHand, cancellation);
        }

        var rules = await MoveCircumstances.OfAsync(
            inHand.Context,
            inHand.Request,
            await inHand.CycleAsync(cancellation),
            cancellation
        );
        return inHand.Request.Act(action, reason, inHand.By, inHand.At, rules);
    }

    private async Task<Outcome> TransmitAsync(RequestInHand inHand, CancellationToken cancellation)
    {
        var around = await reading.SurroundAsync(inHand.Context, inHand.Request, inHand.By, cancellation);
        return around.IsDone
            ? inHand.Request.Transmit(
                around.Value.Office.StandingCategories,
                around.Value.Figures.Changed(inHand.Request),
                inHand.By,
                inHand.At
            )
            : around.Refusal;
    }
}
