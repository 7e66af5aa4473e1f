using Microsoft.EntityFrameworkCore;
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
        if (await PutOwnTextsInAsync(inHand, cancellation) is { } refusal)
        {
            return refusal;
        }

        var around = await reading.SurroundAsync(inHand.Context, inHand.Request, inHand.By, cancellation);
        return around.IsDone
            ? new HandingOn(around.Value.Cycle, RequestComposer.Compose(inHand.Request, around.Value, becomes))
            : around.Refusal;
    }

    /// <summary>
    /// What the submitter has typed and not left belongs to what is handed in: the screen shows it as part of the request.
    /// Refused where somebody else revised the section meanwhile: then both texts must be seen.
    /// </summary>
    private static async Task<Refusal?> PutOwnTextsInAsync(RequestInHand inHand, CancellationToken cancellation)
    {
        var (request, by) = (inHand.Request, inHand.By);
        if (!request.Status.IsEditable() || !by.Can(Permission.DraftRequests, request.OfficeCode))
        {
            return null;
        }

        var copies = await inHand
            .Context.WorkingCopies.Where(copy => copy.RequestId == request.Id && copy.AccountId == by.Id)
            .ToListAsync(cancellation);
        foreach (var copy in copies)
        {
            if (request.Revise(copy.Section, copy.Text, copy.BasedOn, by, inHand.At).Refusal is { } refusal)
            {
                return refusal;
            }

            inHand.Context.Remove(copy);
        }

        return null;
    }
}
