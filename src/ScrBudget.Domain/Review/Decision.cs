using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Review;

/// <summary>What OAO decided on a request.</summary>
public enum Decision
{
    Approved = 1,
    ApprovedInPart = 2,
    NotSelected = 3,
}

public static class Decisions
{
    /// <summary>As lists show it: <c>Approved in part</c>.</summary>
    public static string Title(this Decision decision) =>
        decision switch
        {
            Decision.Approved => "Approved",
            Decision.ApprovedInPart => "Approved in part",
            _ => "Not selected",
        };

    /// <summary>What an approval with this amount is: less than what was asked for is <em>in part</em>.</summary>
    public static Decision Approval(Money amount, Money requested) =>
        Share(amount, requested) < Share(requested, requested) ? Decision.ApprovedInPart : Decision.Approved;

    /// <summary>
    /// The one rule of what is decided: <em>approved</em> is at least what was asked for, <em>in part</em> more than nothing
    /// and less than that, <em>not selected</em> nothing.
    /// </summary>
    /// <returns>Null where the amount is one of that decision.</returns>
    public static Refusal? Problem(this Decision decision, Money amount, Money requested) =>
        !Enum.IsDefined(decision) ? RequestRefusals.NotUsable("Decision", "approve, approve in part, or do not select.")
        : decision == Decision.NotSelected
            ? amount == Money.Zero ? null
                : Contradicted("a request that is not selected gets nothing.")
        : Approval(amount, requested) == Decision.Approved
            ? decision == Decision.Approved ? null
                : Contradicted($"that is all of the {requested} asked for: approve it, or give less.")
        : amount == Money.Zero ? Contradicted("an approval has an amount; nothing is “not selected”.")
        : decision == Decision.ApprovedInPart ? null
        : Contradicted($"that is less than the {requested} asked for: approve it in part, or give at least that.");

    private static Refusal Contradicted(string why) => RequestRefusals.NotUsable("Amount", why);

    /// <summary>Dollars in the direction of the request: of a decrease, the deeper one is the larger.</summary>
    private static long Share(Money amount, Money requested) =>
        requested < Money.Zero ? -amount.Dollars : amount.Dollars;
}
