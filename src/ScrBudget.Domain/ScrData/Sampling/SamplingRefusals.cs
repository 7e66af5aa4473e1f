using System.Globalization;

namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>What the rules of sampling refuse.</summary>
internal static class SamplingRefusals
{
    public static Refusal EmptyPopulation { get; } =
        new("population-empty", "The population holds no case: choose years that have approved SCRs.")
        {
            Field = "population",
        };

    public static Refusal NotForStrata { get; } =
        new(
            "method-not-for-strata",
            "For a stratified sample only the normal approximation is offered: the Wilson and the exact interval are made for one share of one simple sample, not for a sum of strata."
        )
        {
            Field = "method",
        };

    /// <summary>Not tested, or in one test only.</summary>
    public static Refusal NotTested { get; } =
        new(
            "sampled-case-not-tested",
            "Both tests of every SCR must be answered first: that is what the component responds to and what is adjudicated."
        );

    public static Refusal Adjudicated { get; } =
        new(
            "sampled-case-adjudicated",
            "This case is adjudicated. Reopen it, with a reason, before anything in it changes."
        );

    public static Refusal NotAdjudicated { get; } =
        new("sampled-case-not-adjudicated", "This case is not adjudicated: there is nothing to reopen.");

    public static Refusal Responded { get; } =
        new(
            "sampled-case-responded",
            "The component has responded to these tests: what its response changes goes into the adjudicated result."
        );

    public static Refusal? OfNumbers(int population, int sample, int found)
    {
        if (population < 1)
        {
            return EmptyPopulation;
        }

        if (sample < 1 || sample > population)
        {
            return new Refusal(
                "sample-out-of-range",
                Text($"The sample has 1 to {population:N0} cases, no more than the population; {sample:N0} was given.")
            )
            {
                Field = "sample",
            };
        }

        return found < 0 || found > sample
            ? new Refusal(
                "found-out-of-range",
                Text($"Found are 0 to {sample:N0} cases, no more than the sample; {found:N0} was given.")
            )
            {
                Field = "found",
            }
            : null;
    }

    /// <summary>An interval without width would claim to know the population from a part of it.</summary>
    public static Refusal NoSpread(int found, int sample, bool isStratified) =>
        new(
            "normal-without-spread",
            Text(
                $"{(isStratified ? "In each stratum none or all" : Text($"{found:N0} of {sample:N0}"))} cases were found: from these the normal approximation makes an interval without width, which would claim too much. {(isStratified ? "A stratified sample like this is not projected." : "Choose the Wilson or the exact interval.")}"
            )
        )
        {
            Field = "method",
        };

    public static Refusal Missing(string field, string message) => new($"{field}-missing", message) { Field = field };

    public static Refusal TooLong(string field, string what, int limit) =>
        new($"{field}-too-long", Text($"{what} has at most {limit:N0} characters.")) { Field = field };

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
