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

    /// <summary>What its office asks for in the budget year: what every later amount is measured against.</summary>
    public Money Requested => Cost(1).Request;

    /// <summary>What OAO decides, with an amount that is one of that decision (<see cref="Decisions.Problem"/>).</summary>
    public Outcome Decide(Decision decision, Amount amount, string note, Person by, DateTime at)
    {
        if ((CheckMove(RequestAction.Decide, by) ?? decision.Problem(amount.Dollars, Requested)) is { } refusal)
        {
            return refusal;
        }

        if (Enter(Stages.Oao, amount, note, by, at) is { Refusal: { } problem })
        {
            return problem;
        }

        var moved = Move(RequestAction.Decide, by, at, detail: $"{decision.Title()}, {amount}");
        Decision = decision;
        return moved;
    }

    /// <summary>Keeps an amount of a later stage, or a corrected one; those before stay.</summary>
    /// <param name="later">The cycle's stages after OAO: those before have steps of their own.</param>
    public Outcome EnterAmount(
        string stage,
        IReadOnlyList<string> later,
        Amount amount,
        string note,
        Person by,
        DateTime at
    )
    {
        if (!by.Can(Permission.DecideRequests, OfficeCode))
        {
            return RequestRefusals.NotAllowed;
        }

        if (!later.Contains(stage, StringComparer.Ordinal))
        {
            return ReviewRefusals.NotLater(stage, later);
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

    /// <summary>The one place where amounts are kept, of whatever stage: their limits hold at every door.</summary>
    private Outcome Enter(string stage, Amount amount, string note, Person by, DateTime at)
    {
        if (amount.Problem(Requested) is { } problem)
        {
            return problem;
        }

        var cleaned = TextCleaning.Line(note);
        if (cleaned.Length > ReviewWords.ReasonLength)
        {
            return RequestRefusals.TooLong("Note", cleaned.Length, ReviewWords.ReasonLength);
        }

        var before = AmountAt(stage);
        if (before?.Amount == amount && before.Note == cleaned)
        {
            return Outcome.Done;
        }

        amounts.Add(new StageAmount(amounts.Count + 1, stage, amount, cleaned, by.Name, at));
        Note(
            "Entered an amount",
            at,
            before is null ? null : $"{stage}: {before.Amount}",
            $"{stage}: {amount}",
            cleaned.Length == 0 ? null : cleaned
        );
        return Outcome.Done;
    }
}
