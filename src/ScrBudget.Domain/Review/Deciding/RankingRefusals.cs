using System.Globalization;

namespace ScrBudget.Domain.Review.Deciding;

/// <summary>Why an order is not changed. Codes are stable; messages name the place and the remedy.</summary>
public static class RankingRefusals
{
    public const string ChangedCode = "ranking-changed";

    /// <param name="by">Who changed it; empty where the first order was saved at the same moment.</param>
    public static Refusal Changed(string by) =>
        new(
            ChangedCode,
            $"{(by.Length == 0 ? "Somebody else" : by)} changed the order meanwhile. It is shown as it now stands; yours is kept below: repeat it, or leave theirs."
        );

    public static Refusal NotRanked(string number) =>
        new(
            "request-not-ranked",
            $"{number} is not among the requests of this list: it was withdrawn, merged or is of another list."
        );

    public static Refusal NoSuchPlace(int position, int places) =>
        new(
            "rank-out-of-range",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Rank {position:N0}: give a whole number from 1 to {places:N0}."
            )
        )
        {
            Field = "rank",
        };

    public static Refusal Twice(string number) =>
        new("request-ranked-twice", $"{number} stands twice in the order. Each request has one rank.");

    public static Refusal AllDecided { get; } =
        new(
            "ranking-closed",
            "Every request of this ranking is decided: its order is closed. Reopen a request to rank anew."
        );

    public static Refusal WorkedExamples { get; } =
        new("ranking-of-worked-examples", "Worked examples are outside the ranking: they stand by their numbers.");

    public static Refusal AllOfficesOnly { get; } =
        new(
            "ranking-all-offices",
            "The order over all offices is for those who read every office's requests. Open your own office's ranking."
        );
}
