using Microsoft.EntityFrameworkCore;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <summary>What a person has typed and not left: the screen shows it as part of the request, so whatever is done next finds it there.</summary>
internal static class OwnTexts
{
    public static IReadOnlyList<SectionKind> Every => SectionKinds.All;

    /// <returns>
    /// Why a text could not be put in, the first of them: somebody else revised the section meanwhile, and both texts must be
    /// seen. That copy stays; the others are in.
    /// </returns>
    public static async Task<Refusal?> PutInAsync(
        RequestInHand inHand,
        IReadOnlyList<SectionKind> sections,
        CancellationToken cancellation
    )
    {
        var (request, by) = (inHand.Request, inHand.By);
        if (!request.Status.IsEditable() || !by.Can(Permission.DraftRequests, request.OfficeCode))
        {
            return null;
        }

        var copies = await inHand
            .Context.WorkingCopies.Where(copy => copy.RequestId == request.Id && copy.AccountId == by.Id)
            .ToListAsync(cancellation);
        Refusal? first = null;
        foreach (var copy in copies.Where(copy => sections.Contains(copy.Section)))
        {
            var revised = request.Revise(copy.Section, copy.Text, copy.BasedOn, by, inHand.At, copy.Version);
            if (revised.IsDone)
            {
                inHand.Context.Remove(copy);
            }

            first ??= revised.Refusal;
        }

        return first;
    }
}

/// <summary>
/// The editor opens: what its author typed before and never left, as when a window was closed, becomes the request's text.
/// What collides with a colleague's revision stays apart, for the editor to show both.
/// </summary>
public sealed class PutInOwnTexts(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(string number, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync(
            number,
            by,
            Permission.DraftRequests,
            async inHand =>
            {
                await OwnTexts.PutInAsync(inHand, OwnTexts.Every, cancellation);
                return Outcome.Done;
            },
            cancellation
        );
}
