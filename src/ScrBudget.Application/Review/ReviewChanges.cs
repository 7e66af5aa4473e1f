using ScrBudget.Application.Cycles;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review;

/// <summary>
/// The way of every command of a review: a change to the request, by an analyst who has the training that the cycle
/// requires. Who else may give the command, and in which state, is the rule's to say.
/// </summary>
internal static class ReviewChanges
{
    public static Task<Outcome<T>> ReviewAsync<T>(
        this ChangeRequest changes,
        string number,
        Guid? seen,
        Person by,
        Func<RequestInHand, Task<Outcome<T>>> change,
        CancellationToken cancellation
    ) =>
        changes.ExecuteAsync<T>(
            number,
            seen,
            by,
            Permission.ReadRequests,
            async inHand =>
                await UntrainedAsync(inHand, by, cancellation) is { } refusal ? refusal : await change(inHand),
            cancellation
        );

    public static Task<Outcome> ReviewAsync(
        this ChangeRequest changes,
        string number,
        Guid? seen,
        Person by,
        Func<RequestInHand, Task<Outcome>> change,
        CancellationToken cancellation
    ) =>
        changes.ExecuteAsync(
            number,
            seen,
            by,
            Permission.ReadRequests,
            async inHand =>
                await UntrainedAsync(inHand, by, cancellation) is { } refusal ? refusal : await change(inHand),
            cancellation
        );

    public static Task<Outcome> ReviewAsync(
        this ChangeRequest changes,
        string number,
        Guid? seen,
        Person by,
        Func<RequestInHand, Outcome> change,
        CancellationToken cancellation
    ) => changes.ReviewAsync(number, seen, by, inHand => Task.FromResult(change(inHand)), cancellation);

    /// <summary>For a move: it is a command of the review where the person may make it as an analyst alone.</summary>
    public static async Task<Refusal?> UntrainedAsync(
        RequestInHand inHand,
        RequestAction action,
        CancellationToken cancellation
    )
    {
        var (request, by) = (inHand.Request, inHand.By);
        return
            Workflow.Find(action, request.Status) is { } move
            && move.Permissions.Contains(Permission.ReviewRequests)
            && !move.Permissions.Any(permission =>
                permission != Permission.ReviewRequests && by.Can(permission, request.OfficeCode)
            )
            ? await UntrainedAsync(inHand, by, cancellation)
            : null;
    }

    /// <returns>Null where the analyst has the training, or none is required; and for whoever is no analyst.</returns>
    public static async Task<Refusal?> UntrainedAsync(
        RequestInHand inHand,
        Person analyst,
        CancellationToken cancellation
    )
    {
        if (!analyst.Can(Permission.ReviewRequests, inHand.Request.OfficeCode))
        {
            return null;
        }

        var cycle = await inHand.CycleAsync(cancellation);
        return await CheckTraining.IsMissingAsync(
            inHand.Context,
            cycle,
            TrainingAudience.Analysts,
            analyst,
            cancellation
        )
            ? ReviewRefusals.TrainingRequired(cycle.Year, analyst.Id == inHand.By.Id ? null : analyst.Name)
            : null;
    }
}
