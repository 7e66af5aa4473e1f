using System.Globalization;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Review;

/// <summary>An amount of the budget year, as asked for or settled on at a stage. The last one of a stage counts.</summary>
/// <param name="Dollars">Below nothing only where the request is a decrease.</param>
/// <param name="Positions">Null where the stage gave none.</param>
/// <param name="Fte">Null where the stage gave none.</param>
public sealed record Amount(Money Dollars, int? Positions = null, int? Fte = null)
{
    /// <summary>Positions or FTE, either way: far above any request; more is a slip of the keys.</summary>
    public const int MostPositions = 99_999;

    /// <summary>The least dollars that a stage may give to what was asked for.</summary>
    public static Money Least(Money requested) =>
        requested < Money.Zero ? new Money(-Money.MaximumDollars) : Money.Zero;

    /// <summary>The most dollars that a stage may give to what was asked for.</summary>
    public static Money Most(Money requested) => requested < Money.Zero ? Money.Zero : new Money(Money.MaximumDollars);

    /// <summary>The limits of every amount that is kept, at whatever stage.</summary>
    /// <returns>Null where it keeps to them.</returns>
    public Refusal? Problem(Money requested) =>
        Dollars < Least(requested) ? RequestRefusals.NotUsable("Amount", "give 0 or more: the request is no decrease.")
        : Dollars > Most(requested)
            ? RequestRefusals.NotUsable(
                "Amount",
                "the request is a decrease: give the amount in parentheses, or 0 for nothing."
            )
        : CountProblem("Positions", Positions) ?? CountProblem("FTE", Fte);

    /// <summary>As the audit trail says it: <c>$2,000,000, 10 positions, 5 FTE</c>; what was not given is left out.</summary>
    public override string ToString() =>
        Dollars + Count(Positions, Positions is 1 or -1 ? "position" : "positions") + Count(Fte, "FTE");

    private static string Count(int? count, string unit) =>
        count is { } given ? $", {CostPlan.Count(given)} {unit}" : string.Empty;

    private static Refusal? CountProblem(string field, int? count) =>
        count is null or (>= -MostPositions and <= MostPositions)
            ? null
            : RequestRefusals.NotUsable(
                field,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"give a whole number of at most {MostPositions:N0}, or leave it empty."
                )
            );
}
