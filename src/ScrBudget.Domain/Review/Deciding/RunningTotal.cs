using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Review.Deciding;

/// <summary>What the requests down to one rank cost together.</summary>
/// <param name="Total">This one included.</param>
/// <param name="IsPast">The total is above the target.</param>
/// <param name="Passes">This is the first one at which it is.</param>
public sealed record RunningTotal(Money Total, bool IsPast, bool Passes)
{
    /// <summary>One for each amount, in its order.</summary>
    /// <param name="target">Null where none is set: nothing is past it.</param>
    public static IReadOnlyList<RunningTotal> Of(IEnumerable<Money> amounts, Money? target)
    {
        var totals = new List<RunningTotal>();
        var total = Money.Zero;
        var wasPassed = false;
        foreach (var amount in amounts)
        {
            total += amount;
            var isPast = target is { } limit && total > limit;
            totals.Add(new RunningTotal(total, isPast, isPast && !wasPassed));
            wasPassed |= isPast;
        }

        return totals;
    }

    /// <summary>
    /// The amount that counts: OAO's where it decided, else the analyst's as long as the recommendation stands, else what
    /// the office asks for.
    /// </summary>
    /// <param name="analyst">The last amount that was recommended.</param>
    /// <param name="oao">The last amount that was decided.</param>
    public static Money Counted(
        RequestStatus status,
        Decision? decision,
        Money requested,
        Money? analyst,
        Money? oao
    ) =>
        decision is not null && oao is { } decided ? decided
        : status is RequestStatus.Recommended or RequestStatus.Decided or RequestStatus.Transmitted
            ? analyst ?? requested
        : requested;
}
