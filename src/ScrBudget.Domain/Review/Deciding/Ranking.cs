using System.Globalization;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Review.Deciding;

/// <summary>
/// The order in which the requests of a budget year are wanted: one of each office, kept by its approver, and one over all
/// offices, kept by the compiler, who may set a target for it. Requests that nobody has placed follow by number; those
/// withdrawn or merged leave what is shown, and keep their place in the record.
/// </summary>
public sealed class Ranking : IVersioned, IAudited
{
    private Ranking() { }

    /// <param name="officeCode">Null for the ranking over all offices.</param>
    public Ranking(int budgetYear, string? officeCode)
    {
        BudgetYear = budgetYear;
        OfficeCode = officeCode ?? string.Empty;
    }

    /// <summary>Key, with <see cref="OfficeCode"/>.</summary>
    public int BudgetYear { get; private set; }

    /// <summary>Empty for the ranking over all offices.</summary>
    public string OfficeCode { get; private set; } = string.Empty;

    /// <summary>Numbers of requests, the most wanted first; each once.</summary>
    public IReadOnlyList<string> Numbers { get; private set; } = [];

    /// <summary>Whole dollars of the budget year; null while none is set, and always for an office.</summary>
    public long? TargetDollars { get; private set; }

    /// <summary>Empty until it is changed for the first time.</summary>
    public string ChangedBy { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"ranking FY{BudgetYear}{(IsOverall ? string.Empty : $" {OfficeCode}")}"
        );

    public bool IsOverall => OfficeCode.Length == 0;

    public Money? Target => TargetDollars is { } dollars ? new Money(dollars) : null;

    public SubjectState State() =>
        new SubjectState()
            .With("Ranking", [BudgetYear, OfficeCode, TargetDollars, ChangedBy, ChangedAt])
            .With("Order", Numbers);

    /// <summary>Whose the order is: the office's approver's, or the compiler's.</summary>
    /// <param name="officeCode">Null for the ranking over all offices.</param>
    public static bool MayChange(Person by, string? officeCode) =>
        officeCode is null ? by.Can(Permission.DecideRequests) : by.Can(Permission.SubmitRequests, officeCode);

    /// <summary>Why nobody changes a ranking: it is of worked examples, or all that stands in it is decided.</summary>
    /// <param name="standing">States of the requests that are neither withdrawn nor merged.</param>
    /// <returns>Null while it is open.</returns>
    public static Refusal? Closed(bool isWorkedExample, IReadOnlyCollection<RequestStatus> standing) =>
        isWorkedExample ? RankingRefusals.WorkedExamples
        : standing.Count > 0 && standing.All(status => status is RequestStatus.Decided or RequestStatus.Transmitted)
            ? RankingRefusals.AllDecided
        : null;

    /// <summary>What is shown: the requests that still stand, in the kept order, then those not placed yet, by number.</summary>
    /// <param name="standing">Numbers of the requests that are neither withdrawn nor merged.</param>
    public IReadOnlyList<string> Shown(IReadOnlyCollection<string> standing)
    {
        var wanted = standing.ToHashSet(StringComparer.Ordinal);
        var placed = Numbers.Where(wanted.Remove).ToList();
        return [.. placed, .. wanted.Order(StringComparer.Ordinal)];
    }

    /// <summary>Puts one request at a place among those shown; the others close up.</summary>
    /// <param name="position">From 1.</param>
    /// <param name="basedOn">The version that was on the screen.</param>
    public Outcome MoveTo(
        string number,
        int position,
        IReadOnlyCollection<string> standing,
        Guid basedOn,
        Person by,
        DateTime at
    )
    {
        if (Check(basedOn, by) is { } refusal)
        {
            return refusal;
        }

        var shown = Shown(standing).ToList();
        if (!shown.Remove(number))
        {
            return RankingRefusals.NotRanked(number);
        }

        if (position < 1 || position > shown.Count + 1)
        {
            return RankingRefusals.NoSuchPlace(position, shown.Count + 1);
        }

        shown.Insert(position - 1, number);
        return Become(shown, standing, $"Ranked {number} at {position}", by, at);
    }

    /// <summary>Gives all an order at once; requests that are not in it follow in the order that they had.</summary>
    /// <param name="numbers">What has been withdrawn or merged meanwhile is passed over.</param>
    /// <param name="basedOn">The version that was on the screen.</param>
    public Outcome SetOrder(
        IReadOnlyList<string> numbers,
        IReadOnlyCollection<string> standing,
        Guid basedOn,
        Person by,
        DateTime at
    )
    {
        if (Check(basedOn, by) is { } refusal)
        {
            return refusal;
        }

        if (numbers.GroupBy(number => number).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return RankingRefusals.Twice(twice.Key);
        }

        var shown = Shown(standing);
        var unknown = numbers.FirstOrDefault(number => !IsOfThis(number));
        if (unknown is not null)
        {
            return RankingRefusals.NotRanked(unknown);
        }

        return Become(
            [
                .. numbers.Where(number => shown.Contains(number, StringComparer.Ordinal)),
                .. shown.Where(number => !numbers.Contains(number, StringComparer.Ordinal)),
            ],
            standing,
            "Ranked the requests",
            by,
            at
        );
    }

    /// <summary>Sets what the year may cost, or takes it away; of the ranking over all offices alone.</summary>
    /// <param name="target">Null takes it away.</param>
    /// <param name="basedOn">The version that was on the screen.</param>
    public Outcome SetTarget(Money? target, Guid basedOn, Person by, DateTime at)
    {
        if (!IsOverall)
        {
            return RequestRefusals.NotAllowed;
        }

        if (Check(basedOn, by) is { } refusal)
        {
            return refusal;
        }

        if (target is { Dollars: <= 0 })
        {
            return RequestRefusals.NotUsable("Target", "give whole dollars above nothing, or leave it empty.");
        }

        if (target?.Dollars == TargetDollars)
        {
            return Outcome.Done;
        }

        Audit.Note("Set the target", Target?.ToString(), target?.ToString());
        TargetDollars = target?.Dollars;
        (ChangedBy, ChangedAt) = (by.Name, at);
        return Outcome.Done;
    }

    /// <summary>By its number: of the budget year, and of the office where this is an office's ranking.</summary>
    private bool IsOfThis(string number) =>
        RequestNumber.TryParse(number, out var parsed)
        && parsed.BudgetYear.Year == BudgetYear
        && (IsOverall || parsed.OfficeCode == OfficeCode);

    private Refusal? Check(Guid basedOn, Person by) =>
        !MayChange(by, IsOverall ? null : OfficeCode) ? RequestRefusals.NotAllowed
        : basedOn != Version ? RankingRefusals.Changed(ChangedBy)
        : null;

    private Outcome Become(
        List<string> shown,
        IReadOnlyCollection<string> standing,
        string action,
        Person by,
        DateTime at
    )
    {
        var kept = Woven(shown);
        // The order that is shown may be written down for the first time without any change of it: nothing to record.
        if (shown.SequenceEqual(Shown(standing), StringComparer.Ordinal))
        {
            return Outcome.Done;
        }

        Audit.Note(action, Words(Shown(standing)), Words(shown));
        Numbers = kept;
        (ChangedBy, ChangedAt) = (by.Name, at);
        return Outcome.Done;

        static string Words(IEnumerable<string> numbers) => string.Join(", ", numbers);
    }

    /// <summary>The new order in the places of the old one: what is not shown keeps its own.</summary>
    private List<string> Woven(IReadOnlyList<string> shown)
    {
        var moving = shown.ToHashSet(StringComparer.Ordinal);
        var next = new Queue<string>(shown);
        var woven = Numbers.Select(number => moving.Contains(number) ? next.Dequeue() : number).ToList();
        woven.AddRange(next);
        return woven;
    }
}
