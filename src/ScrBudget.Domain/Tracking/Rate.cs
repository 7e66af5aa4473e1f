using System.Globalization;

namespace ScrBudget.Domain.Tracking;

/// <summary>A share with both of its numbers: it is never printed without them.</summary>
/// <param name="Part">0 to <paramref name="Whole"/>.</param>
public sealed record Rate(int Part, int Whole)
{
    private const decimal OneDecimalBelow = 10;

    /// <summary>
    /// As printed: <c>71 %</c>, below 10 % with one decimal, <c>2.3 %</c>, rounded half up. All of it alone is
    /// <c>100 %</c>, and none alone <c>0 %</c>. Null where there is nothing to divide by.
    /// </summary>
    public string? Percent
    {
        get
        {
            if (Whole == 0)
            {
                return null;
            }

            if (Part == 0 || Part == Whole)
            {
                return Part == 0 ? "0 %" : "100 %";
            }

            var exact = 100m * Part / Whole;
            var fine = Math.Max(0.1m, Math.Round(exact, 1, MidpointRounding.AwayFromZero));
            return fine < OneDecimalBelow
                ? string.Create(CultureInfo.InvariantCulture, $"{fine:0.0} %")
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Math.Min(99, Math.Round(exact, MidpointRounding.AwayFromZero)):0} %"
                );
        }
    }

    /// <summary><c>41 of 58 (71 %)</c>; <c>0 of 0</c> without a percentage.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Part:N0} of {Whole:N0}{(Percent is { } percent ? $" ({percent})" : string.Empty)}"
        );
}
