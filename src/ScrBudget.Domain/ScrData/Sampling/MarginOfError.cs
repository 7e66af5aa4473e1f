namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>How far a projected share may lie from the true one, each way: 0.1 to 50 percentage points.</summary>
public sealed record MarginOfError
{
    public const decimal Least = 0.001m;
    public const decimal Most = 0.5m;

    private MarginOfError(int perMille) => PerMille = perMille;

    /// <summary>The OIG's: 5 %.</summary>
    public static MarginOfError Standard { get; } = new(50);

    /// <summary>As it is stored: 50 for 5 %.</summary>
    public int PerMille { get; }

    /// <summary>From 0 to 1.</summary>
    public double Share => PerMille / 1000d;

    /// <param name="margin">0.05 for 5 %; refused outside <see cref="Least"/> to <see cref="Most"/> and in finer steps than 0.001.</param>
    public static Outcome<MarginOfError> Of(decimal margin) =>
        margin is < Least or > Most || margin * 1000 % 1 != 0
            ? new Refusal(
                "margin-out-of-range",
                $"The margin of error is a number from {Confidence.Percent(Least)} to {Confidence.Percent(Most)} with at most one decimal; 5 % is 0.05."
            )
            {
                Field = "margin",
            }
            : new MarginOfError((int)(margin * 1000));

    /// <exception cref="ArgumentOutOfRangeException">Not what <see cref="PerMille"/> can be.</exception>
    public static MarginOfError FromStored(int perMille) =>
        perMille is >= 1 and <= 500
            ? new MarginOfError(perMille)
            : throw new ArgumentOutOfRangeException(nameof(perMille), perMille, null);

    /// <summary><c>5 %</c></summary>
    public override string ToString() => Confidence.Percent(PerMille / 1000m);
}
