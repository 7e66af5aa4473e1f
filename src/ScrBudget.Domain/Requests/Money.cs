using System.Globalization;
using System.Text.RegularExpressions;

namespace ScrBudget.Domain.Requests;

/// <summary>
/// Whole dollars (domain.md section 6). Between minus and plus <see cref="MaximumDollars"/>, far above any request, so
/// that sums of lines cannot overflow. Decreases are negative and print in parentheses.
/// </summary>
public readonly partial record struct Money : IComparable<Money>
{
    public const long MaximumDollars = 999_999_999_999_999;

    /// <exception cref="ArgumentOutOfRangeException">Beyond <see cref="MaximumDollars"/>.</exception>
    public Money(long dollars)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dollars, MaximumDollars);
        ArgumentOutOfRangeException.ThrowIfLessThan(dollars, -MaximumDollars);
        Dollars = dollars;
    }

    public static Money Zero { get; }

    public long Dollars { get; }

    public static Money operator +(Money left, Money right) => new(left.Dollars + right.Dollars);

    public static Money operator -(Money left, Money right) => new(left.Dollars - right.Dollars);

    /// <summary>An exact amount rounded once to whole thousands, halves away from zero: how a cost line's year is computed.</summary>
    /// <exception cref="OverflowException">Beyond what a decimal holds.</exception>
    public static Money RoundedToThousands(decimal dollars) =>
        new((long)Math.Round(dollars / 1000m, 0, MidpointRounding.AwayFromZero) * 1000);

    public int CompareTo(Money other) => Dollars.CompareTo(other.Dollars);

    public static bool operator <(Money left, Money right) => left.Dollars < right.Dollars;

    public static bool operator >(Money left, Money right) => left.Dollars > right.Dollars;

    public static bool operator <=(Money left, Money right) => left.Dollars <= right.Dollars;

    public static bool operator >=(Money left, Money right) => left.Dollars >= right.Dollars;

    /// <summary>For tables in thousands: <c>1,560</c>, <c>(640)</c>, <c>–</c> for nothing. The amount is in whole thousands.</summary>
    public string ToThousands()
    {
        var thousands = (long)Math.Round(Dollars / 1000m, 0, MidpointRounding.AwayFromZero);
        return thousands switch
        {
            0 => "–",
            < 0 => string.Create(CultureInfo.InvariantCulture, $"({-thousands:N0})"),
            _ => thousands.ToString("N0", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>
    /// For headlines: <c>$3.0 million</c>, one decimal, halves away from zero. An amount that would print as 0.0 million
    /// stands in dollars.
    /// </summary>
    public string ToMillions()
    {
        var tenths = Math.Round(Dollars / 100_000m, 0, MidpointRounding.AwayFromZero);
        return tenths == 0
            ? ToString()
            : Parenthesized(string.Create(CultureInfo.InvariantCulture, $"${Math.Abs(tenths) / 10m:N1} million"));
    }

    /// <summary>In dollars: <c>$3,000,000</c>, <c>($250,000)</c>.</summary>
    public override string ToString() =>
        Parenthesized(string.Create(CultureInfo.InvariantCulture, $"${Math.Abs(Dollars):N0}"));

    /// <summary>
    /// Reads whole dollars as people type them: <c>3,000,000</c>, <c>$3000000</c>, <c>(250,000)</c>, <c>-250000</c>. A comma
    /// that parts anything but thousands is refused: <c>1,5</c> may have meant one and a half.
    /// </summary>
    public static bool TryParse(string? text, out Money money)
    {
        var match = Form().Match(text?.Trim() ?? string.Empty);
        if (
            match.Success
            && decimal.TryParse(
                match.Groups["amount"].Value,
                NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture,
                out var dollars
            )
            && dollars <= MaximumDollars
        )
        {
            money = new Money(match.Groups["less"].Success ? -(long)dollars : (long)dollars);
            return true;
        }

        money = Zero;
        return false;
    }

    private string Parenthesized(string amount) => Dollars < 0 ? $"({amount})" : amount;

    [GeneratedRegex(
        @"^(?:(?<less>-)?\$? ?(?<amount>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,20})(?:\.0{1,2})?|(?<less>\()\$? ?(?<amount>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,20})(?:\.0{1,2})?\))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}
