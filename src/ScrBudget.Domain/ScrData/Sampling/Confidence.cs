using System.Globalization;
using MathNet.Numerics.Distributions;

namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>How often an interval made this way holds the true number: 0.5 to 0.999, in thousandths.</summary>
public sealed record Confidence
{
    public const decimal Least = 0.5m;
    public const decimal Most = 0.999m;

    private Confidence(int perMille) => PerMille = perMille;

    /// <summary>The OIG's: 90 %.</summary>
    public static Confidence Standard { get; } = new(900);

    /// <summary>As it is stored: 900 for 90 %.</summary>
    public int PerMille { get; }

    /// <summary>From 0 to 1.</summary>
    public double Level => PerMille / 1000d;

    /// <summary>Half of what lies outside the interval, from 0 to 1.</summary>
    public double Tail => (1 - Level) / 2;

    /// <summary>Standard deviations of the normal distribution between its mean and each end: 1.645 for 90 %.</summary>
    public double Z => Normal.InvCDF(0, 1, 1 - Tail);

    /// <summary>1.645, as it prints.</summary>
    public string ZInWords => Z.ToString("0.000", CultureInfo.InvariantCulture);

    /// <param name="level">0.9 for 90 %; refused outside <see cref="Least"/> to <see cref="Most"/> and in finer steps than 0.001.</param>
    public static Outcome<Confidence> Of(decimal level) =>
        level is < Least or > Most || level * 1000 % 1 != 0
            ? new Refusal(
                "confidence-out-of-range",
                $"The confidence is a number from {Percent(Least)} to {Percent(Most)} with at most one decimal; 90 % is 0.90."
            )
            {
                Field = "confidence",
            }
            : new Confidence((int)(level * 1000));

    /// <exception cref="ArgumentOutOfRangeException">Not what <see cref="PerMille"/> can be.</exception>
    public static Confidence FromStored(int perMille) =>
        perMille is >= 500 and <= 999
            ? new Confidence(perMille)
            : throw new ArgumentOutOfRangeException(nameof(perMille), perMille, null);

    /// <summary><c>90 %</c>, <c>99.5 %</c></summary>
    public override string ToString() => Percent(PerMille / 1000m);

    internal static string Percent(decimal share) => (share * 100).ToString("0.# '%'", CultureInfo.InvariantCulture);
}
