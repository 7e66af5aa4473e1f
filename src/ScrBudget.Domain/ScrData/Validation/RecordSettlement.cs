using System.Globalization;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.ScrData.Validation;

/// <summary>What the steward decides about a record of the worklist.</summary>
public enum SettlementDecision
{
    /// <summary>A decision was taken back: the record waits again.</summary>
    Reopened = 0,

    /// <summary>The case system is mended; the next extract brings it.</summary>
    CorrectAtSource = 1,

    /// <summary>It was looked up: the record counts as a TCO.</summary>
    ConfirmYes = 2,

    /// <summary>It was looked up: the record counts as not a TCO.</summary>
    ConfirmNo = 3,

    /// <summary>It should not be counted at all; takes a second person.</summary>
    ProposeExclusion = 4,
}

/// <summary>How far a record of the worklist is.</summary>
public enum SettlementState
{
    Open = 0,
    Settled = 1,

    /// <summary>A second person has to approve or reject.</summary>
    ExclusionProposed = 2,
    Excluded = 3,

    /// <summary>The second person said no: the record counts, and waits for another decision.</summary>
    ExclusionRejected = 4,
}

/// <summary>The decision about one record of a snapshot; the last one counts, all stand in the trail.</summary>
public sealed class RecordSettlement : IVersioned, IAudited
{
    public const int ReasonLength = 1000;

    private RecordSettlement() { }

    public RecordSettlement(int snapshotNumber, string scrNumber) =>
        (SnapshotNumber, ScrNumber) = (snapshotNumber, scrNumber);

    public int SnapshotNumber { get; private set; }

    public string ScrNumber { get; private set; } = string.Empty;

    public SettlementDecision Decision { get; private set; }

    public SettlementState State { get; private set; }

    public string Reason { get; private set; } = string.Empty;

    public string DecidedBy { get; private set; } = string.Empty;

    /// <summary>Who may not be the second person.</summary>
    public string DecidedById { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime DecidedAt { get; private set; }

    /// <summary>The second person; null until there is one.</summary>
    public string? SecondPerson { get; private set; }

    public string Note { get; private set; } = string.Empty;

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject =>
        string.Create(CultureInfo.InvariantCulture, $"settlement {SnapshotNumber} {ScrNumber}");

    /// <summary>Does it change what an edition counts?</summary>
    public bool HasEffect =>
        State == SettlementState.Excluded || Decision is SettlementDecision.ConfirmYes or SettlementDecision.ConfirmNo;

    SubjectState IAudited.State() =>
        new SubjectState().With(
            "Settlement",
            [SnapshotNumber, ScrNumber, Decision, State, Reason, DecidedBy, DecidedById, DecidedAt, SecondPerson, Note]
        );

    /// <summary>Decides, or decides anew.</summary>
    /// <param name="reason">Required; 1 to <see cref="ReasonLength"/> characters.</param>
    public Outcome Settle(SettlementDecision decision, string reason, Person by, DateTime at)
    {
        reason = TextCleaning.Paragraphs(reason);
        if ((StateProblem(decision) ?? ReasonProblem(reason)) is { } problem)
        {
            return problem;
        }

        Decision = decision;
        State = decision switch
        {
            SettlementDecision.Reopened => SettlementState.Open,
            SettlementDecision.ProposeExclusion => SettlementState.ExclusionProposed,
            _ => SettlementState.Settled,
        };
        (Reason, DecidedBy, DecidedById, DecidedAt) = (reason, by.Name, by.Id, at);
        (SecondPerson, Note) = (null, string.Empty);
        Audit.Note(decision.ToString(), why: reason);
        return Outcome.Done;
    }

    /// <summary>The second person approves or rejects a proposed exclusion.</summary>
    /// <param name="note">Required for a rejection.</param>
    public Outcome DecideExclusion(bool approve, string note, Person by)
    {
        note = TextCleaning.Paragraphs(note);
        if (State != SettlementState.ExclusionProposed)
        {
            return new Refusal("no-exclusion-proposed", $"No exclusion of {ScrNumber} waits for a second person.");
        }

        if (by.Id == DecidedById)
        {
            return new Refusal(
                "second-person-needed",
                $"{by.Name} proposed to exclude {ScrNumber}: somebody else has to decide."
            );
        }

        if (note.Length > ReasonLength || (!approve && note.Length == 0))
        {
            return ReasonProblem(note)!;
        }

        State = approve ? SettlementState.Excluded : SettlementState.ExclusionRejected;
        (SecondPerson, Note) = (by.Name, note);
        Audit.Note(approve ? "ExclusionApproved" : "ExclusionRejected", why: note.Length == 0 ? null : note);
        return Outcome.Done;
    }

    /// <summary>What two people decided is not undone in passing, and what nobody decided is not taken back.</summary>
    private Refusal? StateProblem(SettlementDecision decision)
    {
        var reopens = decision == SettlementDecision.Reopened;
        return (State, reopens) switch
        {
            (SettlementState.Excluded, false) => new Refusal(
                "excluded-already",
                $"{ScrNumber} is excluded, by two people. Take that decision back first, with the reason."
            ),
            (SettlementState.Open, true) => new Refusal(
                "nothing-to-take-back",
                $"Nobody has decided about {ScrNumber}: there is nothing to take back."
            ),
            _ => null,
        };
    }

    private static Refusal? ReasonProblem(string reason) =>
        reason.Length switch
        {
            0 => new Refusal("reason-missing", "Say why, in a sentence.") { Field = "reason" },
            > ReasonLength => new Refusal("reason-too-long", $"The reason has at most {ReasonLength} characters.")
            {
                Field = "reason",
            },
            _ => null,
        };
}

public static class SettlementWords
{
    public static string Title(this SettlementDecision decision) =>
        decision switch
        {
            SettlementDecision.CorrectAtSource => "Correct at source",
            SettlementDecision.ConfirmYes => "Confirm: a TCO is involved",
            SettlementDecision.ConfirmNo => "Confirm: no TCO is involved",
            SettlementDecision.ProposeExclusion => "Propose to exclude it",
            _ => "Take the decision back",
        };

    public static string Title(this SettlementState state) =>
        state switch
        {
            SettlementState.Settled => "Settled",
            SettlementState.ExclusionProposed => "Exclusion waits for a second person",
            SettlementState.Excluded => "Excluded",
            SettlementState.ExclusionRejected => "Exclusion rejected",
            _ => "Open",
        };
}
