using System.Collections.Frozen;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Review;

/// <summary>What somebody does to a request that moves it on.</summary>
public enum RequestAction
{
    SendForApproval = 1,
    SendBack = 2,
    Submit = 3,
    Recall = 4,
    TakeUp = 5,
    Return = 6,
    Recommend = 7,
    Reopen = 8,
    Decide = 9,
    Transmit = 10,
    Merge = 11,
    Withdraw = 12,
    Restore = 13,
}

/// <summary>One row of the table by which requests move.</summary>
/// <param name="Permissions">Any one of them, for the request's office, is enough.</param>
public sealed record Transition(
    RequestAction Action,
    RequestStatus From,
    RequestStatus To,
    bool NeedsReason,
    IReadOnlyList<Permission> Permissions
)
{
    /// <summary>What else the request or its cycle asks for, in words; null for nothing.</summary>
    public string? Condition =>
        Action switch
        {
            RequestAction.Submit when From.IsEditable() => "not where the cycle asks for the office’s approval",
            RequestAction.TakeUp => "by the analyst to whom it is assigned, if it is",
            RequestAction.Transmit => "not where it was not selected",
            RequestAction.Restore => "by the compiler alone where a compiler withdrew it",
            _ => null,
        };

    public bool IsAllowed(Person by, string officeCode) =>
        Permissions.Any(permission => by.Can(permission, officeCode));
}

/// <summary>
/// The table of states and moves, as data: the rules, the refusals, the buttons and the diagram in the help all read it.
/// </summary>
public static class Workflow
{
    private static readonly Permission[] Author = [Permission.DraftRequests];
    private static readonly Permission[] Approver = [Permission.SubmitRequests];
    private static readonly Permission[] Analyst = [Permission.ReviewRequests];
    private static readonly Permission[] Compiler = [Permission.DecideRequests];
    private static readonly Permission[] ApproverOrCompiler = [Permission.SubmitRequests, Permission.DecideRequests];

    private static readonly Permission[] OfficeOrCompiler =
    [
        Permission.DraftRequests,
        Permission.SubmitRequests,
        Permission.DecideRequests,
    ];

    /// <summary>Everything that can happen; what is not in it is refused.</summary>
    public static IReadOnlyList<Transition> Transitions { get; } =
    [
        new(RequestAction.SendForApproval, RequestStatus.Draft, RequestStatus.AwaitingApproval, false, Author),
        new(RequestAction.SendForApproval, RequestStatus.Returned, RequestStatus.AwaitingApproval, false, Author),
        new(RequestAction.SendBack, RequestStatus.AwaitingApproval, RequestStatus.Returned, true, Approver),
        new(RequestAction.Submit, RequestStatus.Draft, RequestStatus.Submitted, false, Approver),
        new(RequestAction.Submit, RequestStatus.Returned, RequestStatus.Submitted, false, Approver),
        new(RequestAction.Submit, RequestStatus.AwaitingApproval, RequestStatus.Submitted, false, Approver),
        new(RequestAction.Recall, RequestStatus.Submitted, RequestStatus.Draft, true, Approver),
        new(RequestAction.TakeUp, RequestStatus.Submitted, RequestStatus.InReview, false, Analyst),
        new(RequestAction.Return, RequestStatus.InReview, RequestStatus.Returned, true, Analyst),
        new(RequestAction.Recommend, RequestStatus.InReview, RequestStatus.Recommended, false, Analyst),
        new(RequestAction.Reopen, RequestStatus.Recommended, RequestStatus.InReview, true, [.. Analyst, .. Compiler]),
        new(RequestAction.Reopen, RequestStatus.Decided, RequestStatus.InReview, true, Compiler),
        new(RequestAction.Decide, RequestStatus.Recommended, RequestStatus.Decided, false, Compiler),
        new(RequestAction.Transmit, RequestStatus.Decided, RequestStatus.Transmitted, false, Compiler),
        .. BeforeTransmission(RequestAction.Merge, RequestStatus.Merged, _ => Compiler),
        .. BeforeTransmission(
            RequestAction.Withdraw,
            RequestStatus.Withdrawn,
            from => from.IsEditable() ? OfficeOrCompiler : ApproverOrCompiler
        ),
        new(RequestAction.Restore, RequestStatus.Withdrawn, RequestStatus.Draft, true, ApproverOrCompiler),
    ];

    private static readonly FrozenDictionary<(RequestAction, RequestStatus), Transition> ByAction =
        Transitions.ToFrozenDictionary(transition => (transition.Action, transition.From));

    private static readonly FrozenDictionary<string, RequestAction> ByWords = Enum.GetValues<RequestAction>()
        .ToFrozenDictionary(Past, StringComparer.Ordinal);

    /// <summary>Null where the state does not allow the action.</summary>
    public static Transition? Find(RequestAction action, RequestStatus from) =>
        ByAction.GetValueOrDefault((action, from));

    /// <summary>Is this what the audit trail calls a move?</summary>
    public static bool IsMove(string auditAction) => ByWords.ContainsKey(auditAction);

    /// <summary>What a person may do to a request of an office in this state, in the order of the table.</summary>
    public static IEnumerable<Transition> Open(RequestStatus from, string officeCode, Person by) =>
        Transitions.Where(transition => transition.From == from && transition.IsAllowed(by, officeCode));

    /// <summary>As a button says it: <c>Take up for review</c>.</summary>
    public static string Imperative(this RequestAction action) =>
        action switch
        {
            RequestAction.SendForApproval => "Send for office approval",
            RequestAction.SendBack => "Send back to the author",
            RequestAction.TakeUp => "Take up for review",
            RequestAction.Return => "Return to the office",
            RequestAction.Recommend => "Recommend an amount",
            RequestAction.Merge => "Merge into another",
            _ => action.ToString(),
        };

    /// <summary>As the audit trail says it: <c>Taken up for review</c>.</summary>
    public static string Past(this RequestAction action) =>
        action switch
        {
            RequestAction.SendForApproval => "Sent for office approval",
            RequestAction.SendBack => "Sent back to the author",
            RequestAction.Submit => "Submitted",
            RequestAction.Recall => "Recalled",
            RequestAction.TakeUp => "Taken up for review",
            RequestAction.Return => "Returned to the office",
            RequestAction.Recommend => "Recommended an amount",
            RequestAction.Reopen => "Reopened",
            RequestAction.Decide => "Decided",
            RequestAction.Transmit => "Transmitted",
            RequestAction.Merge => "Merged into another",
            RequestAction.Withdraw => "Withdrawn",
            _ => "Restored",
        };

    /// <summary>
    /// The states that a request went through, from its audit trail alone: where each entry starts from the state that the
    /// one before led to, they are the request's own.
    /// </summary>
    /// <param name="entries">The request's chain, by sequence.</param>
    /// <exception cref="FormatException">An entry moves it from a state in which it was not.</exception>
    public static IReadOnlyList<RequestStatus> Replay(IEnumerable<AuditEntry> entries)
    {
        var states = new List<RequestStatus> { RequestStatus.Draft };
        foreach (var entry in entries)
        {
            if (!ByWords.TryGetValue(entry.Action, out var action))
            {
                continue;
            }

            var transition = Find(action, states[^1]);
            if (transition is null || entry.Before != transition.From.Title())
            {
                throw new FormatException($"Entry {entry.Sequence}: {entry.Action} from {entry.Before}.");
            }

            states.Add(transition.To);
        }

        return states;
    }

    private static IEnumerable<Transition> BeforeTransmission(
        RequestAction action,
        RequestStatus to,
        Func<RequestStatus, IReadOnlyList<Permission>> permissions
    ) =>
        Enum.GetValues<RequestStatus>()
            .Where(status => !status.IsFinal())
            .Select(from => new Transition(action, from, to, NeedsReason: true, permissions(from)));
}
