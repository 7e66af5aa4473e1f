using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;

namespace ScrBudget.Domain.Requests;

/// <summary>How a request moves from state to state: every move is a row of <see cref="Workflow"/>.</summary>
public sealed partial class ResourceRequest
{
    private readonly List<StatusMove> moves = [];
    private readonly List<StandingCategory> standingAtTransmission = [];

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<StatusMove> Moves => [.. moves.OrderBy(move => move.Sequence)];

    /// <summary>Account of the analyst who has it; null until somebody takes it up.</summary>
    public string? AnalystId { get; private set; }

    /// <summary>Empty until somebody takes it up.</summary>
    public string AnalystName { get; private set; } = string.Empty;

    /// <summary>Number of the request that this one went into.</summary>
    public string? MergedInto { get; private set; }

    /// <summary>What its office's standing categories were when it was transmitted, where <see cref="KeepsStanding"/>.</summary>
    public IReadOnlyList<StandingCategory> StandingAtTransmission => standingAtTransmission;

    /// <summary>False until it is transmitted, and for what was transmitted before this was kept.</summary>
    public bool KeepsStanding { get; private set; }

    /// <summary>Since when it is where it is; UTC.</summary>
    public DateTime WaitingSince => Moves is [.., var last] ? last.At : CreatedAt;

    /// <summary>Hands the request in: everything in it is frozen as it stands.</summary>
    /// <param name="completeness">What it lacks at this moment.</param>
    /// <param name="document">The finished document model as JSON.</param>
    /// <param name="sha256">Hash of <paramref name="document"/>.</param>
    public Outcome Submit(
        Completeness completeness,
        string document,
        string sha256,
        Person by,
        DateTime at,
        MoveRules? rules = null
    )
    {
        if (CheckMove(RequestAction.Submit, by, rules) is { } refusal)
        {
            return refusal;
        }

        if (completeness.Gaps.Count > 0)
        {
            return RequestRefusals.Incomplete(completeness.Gaps);
        }

        var submission = new Submission(submissions.Count + 1, Cost(1), document, sha256, by.Name, at);
        submissions.Add(submission);
        return Move(RequestAction.Submit, by, at, detail: $"submission {submission.Number}, SHA-256 {sha256}");
    }

    /// <summary>Sends the draft to the office's approver; refused while gaps stand.</summary>
    public Outcome SendForApproval(Completeness completeness, Person by, DateTime at)
    {
        if (CheckMove(RequestAction.SendForApproval, by) is { } refusal)
        {
            return refusal;
        }

        return completeness.Gaps.Count > 0
            ? RequestRefusals.Incomplete(completeness.Gaps)
            : Move(RequestAction.SendForApproval, by, at);
    }

    /// <summary>Every move that needs no more than a reason; the others have methods of their own.</summary>
    public Outcome Act(RequestAction action, string reason, Person by, DateTime at, MoveRules? rules = null)
    {
        if (
            action
            is RequestAction.Submit
                or RequestAction.SendForApproval
                or RequestAction.Recommend
                or RequestAction.Decide
                or RequestAction.Merge
                or RequestAction.Transmit
        )
        {
            throw new ArgumentException("This move has a method of its own.", nameof(action));
        }

        if (CheckMove(action, by, rules) is { } refusal)
        {
            return refusal;
        }

        var moved = Move(action, by, at, reason);
        if (moved.IsDone && action == RequestAction.TakeUp)
        {
            (AnalystId, AnalystName) = (by.Id, by.Name);
        }

        return moved;
    }

    /// <summary>Gives the review to another analyst; the state stays.</summary>
    public Outcome Reassign(Person to, string reason, Person by, DateTime at)
    {
        if (!by.Can(Permission.ReviewRequests, OfficeCode) && !by.Can(Permission.DecideRequests, OfficeCode))
        {
            return RequestRefusals.NotAllowed;
        }

        if (!Status.IsReassigned())
        {
            return ReviewRefusals.NotInReview(Status);
        }

        if (!to.Can(Permission.ReviewRequests, OfficeCode))
        {
            return new Refusal("not-an-analyst", $"{to.Name} is no budget analyst: choose one who is.");
        }

        if (to.Id == AnalystId)
        {
            return Outcome.Done;
        }

        var why = TextCleaning.Line(reason);
        if (ReasonProblem(why, ReviewWords.ReasonLength) is { } problem)
        {
            return problem;
        }

        Note("Reassigned the review", at, AnalystName, to.Name, why);
        (AnalystId, AnalystName) = (to.Id, to.Name);
        return Outcome.Done;
    }

    /// <summary>Completes the review with an amount; refused while it lacks anything (<see cref="ReviewGaps"/>).</summary>
    public Outcome Recommend(
        ScrPrompt prompt,
        Func<string, string> categoryName,
        Amount amount,
        string note,
        Person by,
        DateTime at
    )
    {
        if (CheckMove(RequestAction.Recommend, by) is { } refusal)
        {
            return refusal;
        }

        var pending = ReviewGaps.Of(this, prompt, categoryName);
        if (pending.Count > 0)
        {
            return ReviewRefusals.Incomplete(pending);
        }

        return Enter(Stages.Analyst, amount, note, by, at) is { Refusal: { } problem }
            ? problem
            : Move(RequestAction.Recommend, by, at, detail: amount.ToString());
    }

    /// <summary>
    /// Sends it on, and ends what is interim: from then on its use goes by the categories that its office had on that day.
    /// </summary>
    /// <param name="standing">The office's standing categories.</param>
    /// <param name="changes">Cited figures whose snapshot is not the last word any more: refreshed or kept before (domain.md section 8).</param>
    public Outcome Transmit(
        IReadOnlyList<StandingCategory> standing,
        IReadOnlyList<FigureChange> changes,
        Person by,
        DateTime at
    )
    {
        if (CheckMove(RequestAction.Transmit, by) is { } refusal)
        {
            return refusal;
        }

        if (changes.FirstOrDefault(change => change.IsOpen) is { } open)
        {
            return ReviewRefusals.FigureNotRefreshed(Number, open);
        }

        // Copies: the same rows cannot belong to the office and to the request.
        standingAtTransmission.AddRange(standing.Select(category => category with { }));
        KeepsStanding = true;
        return Move(RequestAction.Transmit, by, at);
    }

    private Outcome Move(RequestAction action, Person by, DateTime at, string reason = "", string? detail = null)
    {
        if (CheckMove(action, by) is { } refusal)
        {
            return refusal;
        }

        var transition = Workflow.Find(action, Status)!;
        var why = TextCleaning.Paragraphs(reason);
        if (transition.NeedsReason && ReasonProblem(why, StatusMove.ReasonLength) is { } problem)
        {
            return problem;
        }

        moves.Add(new StatusMove(moves.Count + 1, action, Status, transition.To, why, by.Id, by.Name, at));
        Note(
            action.Past(),
            at,
            Status.Title(),
            detail is null ? transition.To.Title() : $"{transition.To.Title()} ({detail})",
            why.Length == 0 ? null : why
        );
        Status = transition.To;
        if (!Status.KeepsDecision())
        {
            Decision = null;
        }

        return Outcome.Done;
    }

    private static Refusal? ReasonProblem(string reason, int limit) =>
        reason.Length == 0 ? RequestRefusals.ReasonMissing
        : reason.Length > limit ? RequestRefusals.TooLong("Reason", reason.Length, limit)
        : null;
}
