using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;

namespace ScrBudget.Domain.Requests;

/// <summary>What bears on a request's moves and stands outside it.</summary>
/// <param name="OfficeApproves">An author sends for approval first; an approver submits from there alone.</param>
/// <param name="IsOwnWork">The submitter wrote in it, and the cycle bars submitting that.</param>
/// <param name="CompilerWithdrew">Who withdrew it is a compiler, and not of its office.</param>
public sealed record MoveRules(bool OfficeApproves = false, bool IsOwnWork = false, bool CompilerWithdrew = false)
{
    public static MoveRules None { get; } = new();
}

/// <summary>Which of the table's moves this request allows: what is offered and what is refused go by the same rule.</summary>
public sealed partial class ResourceRequest
{
    /// <summary>What a person may do to it now, in the order of the table.</summary>
    public IEnumerable<Transition> MovesOpenTo(Person by, MoveRules rules) =>
        Workflow
            .Open(Status, OfficeCode, by)
            .Where(move => Barred(move.Action, rules) is null && BarredTo(by, move.Action, rules) is null);

    /// <summary>State first, then role and office, then the request itself: null where the move may be made.</summary>
    private Refusal? CheckMove(RequestAction action, Person by, MoveRules? rules = null)
    {
        rules ??= MoveRules.None;
        return Workflow.Find(action, Status) is not { } transition
                ? ReviewRefusals.NotPossible(
                    action,
                    Status,
                    Workflow
                        .Transitions.Where(move => move.From == Status && Barred(move.Action, rules) is null)
                        .Select(move => move.Action)
                )
            : !transition.IsAllowed(by, OfficeCode) ? RequestRefusals.NotAllowed
            : Barred(action, rules) ?? BarredTo(by, action, rules);
    }

    /// <summary>Why nobody makes a move of the table on this request.</summary>
    private Refusal? Barred(RequestAction action, MoveRules rules) =>
        action switch
        {
            RequestAction.Transmit when Decision == Review.Decision.NotSelected => ReviewRefusals.NotSelected(Number),
            RequestAction.Submit when rules.OfficeApproves && Status.IsEditable() => ReviewRefusals.OfficeApproves,
            _ => null,
        };

    /// <summary>Why this person does not make it, though the role would allow it.</summary>
    private Refusal? BarredTo(Person by, RequestAction action, MoveRules rules) =>
        action switch
        {
            RequestAction.Submit when rules.IsOwnWork => ReviewRefusals.OwnWork,
            RequestAction.TakeUp when AnalystId is { } analyst && analyst != by.Id => ReviewRefusals.AssignedToAnother(
                Number,
                AnalystName
            ),
            RequestAction.Restore when rules.CompilerWithdrew && !by.Can(Permission.DecideRequests, OfficeCode) =>
                ReviewRefusals.WithdrawnByCompiler(Number, Moves[^1].By),
            _ => null,
        };
}
