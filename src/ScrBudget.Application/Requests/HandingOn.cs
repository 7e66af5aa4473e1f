using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <summary>A request as its author or approver hands it on.</summary>
internal sealed record HandingOn(BudgetCycle Cycle, ComposedRequest Composed)
{
    /// <summary>With what the person typed and did not leave, composed as it will stand.</summary>
    /// <param name="becomes">What is printed as its status.</param>
    public static async Task<Outcome<HandingOn>> ComposeAsync(
        RequestInHand inHand,
        ReadRequest reading,
        RequestStatus becomes,
        CancellationToken cancellation
    )
    {
        if (await OwnTexts.PutInAsync(inHand, OwnTexts.Every, cancellation) is { } refusal)
        {
            return refusal;
        }

        var around = await reading.SurroundAsync(inHand.Context, inHand.Request, inHand.By, cancellation);
        return around.IsDone
            ? new HandingOn(around.Value.Cycle, RequestComposer.Compose(inHand.Request, around.Value, becomes))
            : around.Refusal;
    }
}
