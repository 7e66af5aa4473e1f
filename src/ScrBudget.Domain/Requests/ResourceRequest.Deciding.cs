using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;

namespace ScrBudget.Domain.Requests;

/// <summary>What is decided on a request, and its amounts stage by stage.</summary>
public sealed partial class ResourceRequest
{
    private readonly List<StageAmount> amounts = [];
    private readonly List<DownstreamRemoval> removals = [];

    /// <summary>In the order in which they were entered; the last one of a stage counts.</summary>
    public IReadOnlyList<StageAmount> Amounts => [.. amounts.OrderBy(amount => amount.Sequence)];

    public IReadOnlyList<DownstreamRemoval> Removals => [.. removals.OrderBy(removal => removal.Sequence)];

    /// <summary>Null until OAO decided.</summary>
    public Decision? Decision { get; private set; }

    public StageAmount? AmountAt(string stage) => Amounts.LastOrDefault(amount => amount.Stage == stage);

    /// <summary>What OAO decides, with its amount: nothing where it was not selected.</summary>
    /// <param name="requested">What the office asked for: only less of it is <em>in part</em>.</param>
    public Outcome Decide(Decision decision, Amount amount, Money requested, string note, Person by, DateTime at)
    {
        if (CheckMove(RequestAction.Decide, by) is { } refusal)
        {
            return refusal;
        }

        if (!Enum.IsDefined(decision))
        {
            return RequestRefusals.NotUsable("Decision", "approve, approve in part, or do not select.");
        }

        if (decision == Review.Decision.NotSelected != (amount.Dollars == Money.Zero))
        {
            return RequestRefusals.NotUsable(
                "Amount",
                decision == Review.Decision.NotSelected
                    ? "a request that is not selected gets nothing."
                    : "an approval has an amount; nothing is “not selected”."
            );
        }

        if (decision == Review.Decision.ApprovedInPart && amount.Dollars == requested)
        {
            return RequestRefusals.NotUsable(
                "Amount",
                "it is all that was asked for: that is “approved”, not in part."
            );
        }

        if (Enter(Stages.Oao, amount, note, by, at) is { Refusal: { } problem })
        {
            return problem;
        }

        var moved = Move(RequestAction.Decide, by, at, detail: $"{decision.Title()}, {amount.Dollars}");
        Decision = decision;
        return moved;
    }

    /// <summary>Keeps an amount of a later stage, or a corrected one; those before stay.</summary>
    public Outcome EnterAmount(string stage, Amount amount, string note, Person by, DateTime at)
    {
        if (!by.Can(Permission.DecideRequests, OfficeCode))
        {
            return RequestRefusals.NotAllowed;
        }

        return Status is RequestStatus.Decided or RequestStatus.Transmitted
            ? Enter(stage, amount, note, by, at)
            : new Refusal(
                ReviewRefusals.NotPossibleCode,
                $"{Number} is {Status.Title().ToLowerInvariant()}: amounts of later stages are kept once it is decided."
            );
    }

    /// <summary>Records that a later stage took the transmitted request out.</summary>
    public Outcome RecordRemoval(string stage, DateOnly on, string reason, Person by, DateTime at)
    {
        if (!by.Can(Permission.DecideRequests, OfficeCode))
        {
            return RequestRefusals.NotAllowed;
        }

        if (Status != RequestStatus.Transmitted)
        {
            return new Refusal(
                ReviewRefusals.NotPossibleCode,
                $"{Number} is {Status.Title().ToLowerInvariant()}: only what was transmitted is removed downstream."
            );
        }

        var why = TextCleaning.Line(reason);
        if (ReasonProblem(why, ReviewWords.ReasonLength) is { } problem)
        {
            return problem;
        }

        var sequence = removals.Select(removal => removal.Sequence).DefaultIfEmpty().Max() + 1;
        var recorded = new DownstreamRemoval(sequence, TextCleaning.Line(stage), on, why, by.Name, at);
        removals.Add(recorded);
        Note("Recorded a removal downstream", at, after: recorded.ToString(), why: why);
        return Outcome.Done;
    }

    /// <summary>Takes back a removal that was recorded by mistake: it counts no more, and stays in the trail.</summary>
    /// <param name="sequence">Of <see cref="Removals"/>.</param>
    public Outcome TakeBackRemoval(int sequence, string reason, Person by, DateTime at)
    {
        if (!by.Can(Permission.DecideRequests, OfficeCode))
        {
            return RequestRefusals.NotAllowed;
        }

        var recorded = removals.Find(removal => removal.Sequence == sequence);
        if (recorded is null)
        {
            return new Refusal(
                "removal-not-found",
                $"{Number} has no such removal: it may have been taken back meanwhile. Read the page again."
            );
        }

        var why = TextCleaning.Line(reason);
        if (ReasonProblem(why, ReviewWords.ReasonLength) is { } problem)
        {
            return problem;
        }

        removals.Remove(recorded);
        Note("Took back a removal downstream", at, before: $"{recorded}: {recorded.Reason}", why: why);
        return Outcome.Done;
    }

    private Outcome Enter(string stage, Amount amount, string note, Person by, DateTime at)
    {
        var cleaned = TextCleaning.Line(note);
        if (cleaned.Length > ReviewWords.ReasonLength)
        {
            return RequestRefusals.TooLong("Note", cleaned.Length, ReviewWords.ReasonLength);
        }

        var before = AmountAt(stage);
        if (
            before is not null
            && before.Money == amount.Dollars
            && before.Positions == amount.Positions
            && before.Fte == amount.Fte
            && before.Note == cleaned
        )
        {
            return Outcome.Done;
        }

        amounts.Add(new StageAmount(amounts.Count + 1, stage, amount, cleaned, by.Name, at));
        Note(
            "Entered an amount",
            at,
            before is null ? null : $"{stage}: {before.Money}",
            $"{stage}: {amount.Dollars}",
            cleaned.Length == 0 ? null : cleaned
        );
        return Outcome.Done;
    }
}
