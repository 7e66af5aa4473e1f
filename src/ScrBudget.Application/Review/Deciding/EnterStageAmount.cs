using System.Globalization;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Review.Deciding;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Review.Deciding;

/// <param name="Stage">One after OAO: those before have steps of their own.</param>
/// <param name="Note">May be empty.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record EnterStageAmountInput(string Number, string Stage, Amount Amount, string Note, Guid? Seen);

/// <summary>Keeps what a later stage gives a decided request; what was entered before stays.</summary>
public sealed class EnterStageAmount(ChangeRequest changes)
{
    /// <summary>Far above any request; more is a slip of the keys.</summary>
    public const int MostPositions = 99_999;

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
                Enter(
                    inHand.Request,
                    await inHand.CycleAsync(cancellation),
                    input.Stage,
                    input.Amount,
                    input.Note,
                    by,
                    inHand.At
                ),
            cancellation
        );

    /// <summary>The one rule of the form and of the import.</summary>
    internal static Outcome Enter(
        ResourceRequest request,
        BudgetCycle cycle,
        string stage,
        Amount amount,
        string note,
        Person by,
        DateTime at
    )
    {
        var later = CycleStages.Later(cycle);
        if (!later.Contains(stage, StringComparer.Ordinal))
        {
            return DecidingRefusals.NotLater(stage, later);
        }

        return (CountProblem("Positions", amount.Positions) ?? CountProblem("FTE", amount.Fte)) is { } problem
            ? problem
            : request.EnterAmount(stage, amount, note, by, at);
    }

    private static Refusal? CountProblem(string field, int? count) =>
        count is null or (>= -MostPositions and <= MostPositions)
            ? null
            : RequestRefusals.NotUsable(
                field,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"give a whole number of at most {MostPositions:N0}, or leave it empty."
                )
            );
}

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
                    return DecidingRefusals.NotLater(input.Stage, later);
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
