using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Review;

/// <summary>One step of a request from a state to the next: who, when and why. Steps are added, never changed.</summary>
public sealed class StatusMove
{
    public const int ReasonLength = 2000;

    private StatusMove() { }

    internal StatusMove(
        int sequence,
        RequestAction action,
        RequestStatus from,
        RequestStatus to,
        string reason,
        string byId,
        string by,
        DateTime at
    )
    {
        Sequence = sequence;
        Action = action;
        From = from;
        To = to;
        Reason = reason;
        ById = byId;
        By = by;
        At = at;
    }

    /// <summary>Counts the request's moves, from 1.</summary>
    public int Sequence { get; private set; }

    public RequestAction Action { get; private set; }

    public RequestStatus From { get; private set; }

    public RequestStatus To { get; private set; }

    /// <summary>Empty where none is asked for.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>Account of who did it.</summary>
    public string ById { get; private set; } = string.Empty;

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}

public static class StatusMoves
{
    /// <summary>
    /// Is it the office's to submit by the due date of the call? What an analyst returned was submitted already: its next
    /// step belongs to the review.
    /// </summary>
    public static bool IsToSubmit(this RequestStatus status, IEnumerable<StatusMove> moves) =>
        !status.IsHandedIn()
        && moves
            .LastOrDefault(move =>
                move.Action
                    is RequestAction.Submit
                        or RequestAction.Recall
                        or RequestAction.Return
                        or RequestAction.Restore
            )
            ?.Action != RequestAction.Return;
}
