using System.Globalization;

namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>
/// How many cases to draw, the way that gives the 258 of OIG-23-59: the size for a population without end is rounded up
/// (271), corrected for the population (257.2), and rounded up again.
/// </summary>
public sealed record SampleSize
{
    /// <summary>The expected share that needs the largest sample: what to take where nothing is known.</summary>
    public const decimal StandardProportion = 0.5m;

    private SampleSize(int population, Confidence confidence, MarginOfError margin, decimal proportion) =>
        (Population, Confidence, Margin, Proportion) = (population, confidence, margin, proportion);

    /// <summary>Cases that the sample is drawn from.</summary>
    public int Population { get; }

    public Confidence Confidence { get; }

    public MarginOfError Margin { get; }

    /// <summary>The share that is expected to be found, between 0 and 1.</summary>
    public decimal Proportion { get; }

    /// <summary>For a population without end, not rounded: 270.55.</summary>
    public double Unlimited =>
        Confidence.Z * Confidence.Z * (double)(Proportion * (1 - Proportion)) / (Margin.Share * Margin.Share);

    /// <summary>The same, rounded up: 271.</summary>
    public int UnlimitedCases => Math.Max(1, (int)Math.Ceiling(Unlimited));

    /// <summary>Corrected for the population, not rounded: 257.16.</summary>
    public double Corrected => (double)UnlimitedCases * Population / Denominator;

    /// <summary>Cases to draw: 258. Never more than there are.</summary>
    public int Cases => (int)((((long)UnlimitedCases * Population) + Denominator - 1) / Denominator);

    /// <summary>Each step with its numbers, for the screen and the command line.</summary>
    public IReadOnlyList<string> Steps =>
        [
            Text($"{Confidence} confidence: z = {Confidence.ZInWords}."),
            Text(
                $"Without end: z² × p × (1 − p) ÷ e² = {Confidence.ZInWords}² × {Proportion:0.###} × {1 - Proportion:0.###} ÷ {Margin.Share:0.###}² = {Unlimited:N2}, rounded up to {UnlimitedCases:N0}."
            ),
            Text(
                $"Finite-population correction: {UnlimitedCases:N0} ÷ (1 + ({UnlimitedCases:N0} − 1) ÷ {Population:N0}) = {Corrected:N1}."
            ),
            Text($"Rounded up: {Cases:N0} {(Cases == 1 ? "case" : "cases")}."),
        ];

    /// <summary>Of n ÷ (1 + (n − 1) ÷ N) = n × N ÷ (N + n − 1), in whole numbers.</summary>
    private long Denominator => (long)Population + UnlimitedCases - 1;

    public static Outcome<SampleSize> Of(
        int population,
        Confidence confidence,
        MarginOfError margin,
        decimal proportion = StandardProportion
    )
    {
        if (population < 1)
        {
            return SamplingRefusals.EmptyPopulation;
        }

        return proportion is <= 0 or >= 1
            ? new Refusal(
                "proportion-out-of-range",
                "The expected share lies between 0 and 1; 0.5 where it is not known."
            )
            {
                Field = "proportion",
            }
            : new SampleSize(population, confidence, margin, proportion);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
