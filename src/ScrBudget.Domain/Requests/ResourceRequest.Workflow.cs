using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;

namespace ScrBudget.Domain.Requests;

/// <summary>How a request moves from state to state: every move is a row of <see cref="Workflow"/>.</summary>
public sealed partial class ResourceRequest
{
    private readonly List<StatusMove> moves = [];

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<StatusMove> Moves => [.. moves.OrderBy(move => move.Sequence)];

    /// <summary>Account of the analyst who has it; null until somebody takes it up.</summary>
    public string? AnalystId { get; private set; }

    /// <summary>Empty until somebody takes it up.</summary>
    public string AnalystName { get; private set; } = string.Empty;

    /// <summary>Number of the request that this one went into.</summary>
    public string? MergedInto { get; private set; }

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

        if (moved.IsDone && action == RequestAction.Reopen)
        {
            Decision = null;
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

    /// <summary>Puts this request into another: its open answers go along as recommendations to that one.</summary>
    public Outcome MergeInto(ResourceRequest target, ScrPrompt prompt, string reason, Person by, DateTime at)
    {
        if (CheckMove(RequestAction.Merge, by) is { } refusal)
        {
            return refusal;
        }

        if (target.Number == Number || target.BudgetYear != BudgetYear)
        {
            return ReviewRefusals.MergeTarget("Choose another request of the same budget year.");
        }

        if (!target.Status.TakesInOthers())
        {
            return ReviewRefusals.MergeTarget(
                $"{target.Number} is {target.Status.Title().ToLowerInvariant()}: it takes no more in. Choose one that is a draft, returned or in review, or reopen it."
            );
        }

        var moved = Move(RequestAction.Merge, by, at, reason, target.Number);
        if (!moved.IsDone)
        {
            return moved;
        }

        MergedInto = target.Number;
        target.TakeOver(this, prompt, by, at);
        return Outcome.Done;
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
        return Outcome.Done;
    }

    private static Refusal? ReasonProblem(string reason, int limit) =>
        reason.Length == 0 ? RequestRefusals.ReasonMissing
        : reason.Length > limit ? RequestRefusals.TooLong("Reason", reason.Length, limit)
        : null;
}
