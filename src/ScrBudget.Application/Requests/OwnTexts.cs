using Microsoft.EntityFrameworkCore;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <summary>The working copies of whoever hands a request on.</summary>
internal static class OwnTexts
{
    /// <summary>
    /// What the submitter has typed and not left belongs to what is handed in: the screen shows it as part of the request.
    /// Refused where somebody else revised the section meanwhile: then both texts must be seen.
    /// </summary>
    public static async Task<Refusal?> PutInAsync(RequestInHand inHand, CancellationToken cancellation)
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
