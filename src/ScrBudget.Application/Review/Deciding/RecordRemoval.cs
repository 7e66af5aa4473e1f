using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Review.Deciding;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Review.Deciding;

/// <param name="On">The day on which the stage took it out.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record RecordRemovalInput(string Number, string Stage, DateOnly On, string Reason, Guid? Seen);

/// <summary>Records that a later stage took a transmitted request out: it stays <em>used as transmitted</em>.</summary>
public sealed class RecordRemoval(ChangeRequest changes, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(RecordRemovalInput input, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync(
            input.Number,
            input.Seen,
            by,
            Permission.ReadRequests,
            async inHand =>
            {
                var later = CycleStages.Later(await inHand.CycleAsync(cancellation));
                if (!later.Contains(input.Stage, StringComparer.Ordinal))
                {
                    return ReviewRefusals.NotLater(input.Stage, later);
                }

                return DateProblem(inHand.Request, input.On) is { } problem
                    ? problem
                    : inHand.Request.RecordRemoval(input.Stage, input.On, input.Reason, by, inHand.At);
            },
            cancellation
        );

    private Refusal? DateProblem(ResourceRequest request, DateOnly on)
    {
        if (on > time.Today())
        {
            return DecidingRefusals.RemovedOn(
                "Removed on: the day lies in the future. Give the day on which it was taken out."
            );
        }

        var transmitted = request.Moves.LastOrDefault(move => move.Action == RequestAction.Transmit);
        if (transmitted is null)
        {
            return null;
        }

        var day = time.DayOf(transmitted.At);
        return on < day
            ? DecidingRefusals.RemovedOn(
                $"Removed on: it was transmitted on {StatisticWording.Date(day)}; give that day or a later one."
            )
            : null;
    }
}
