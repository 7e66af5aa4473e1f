using System.Globalization;

namespace ScrBudget.Domain.Cycles;

/// <summary>
/// A federal fiscal year, named for the calendar year in which it ends: FY 2022 runs from October 1, 2021, to
/// September 30, 2022 (31 U.S.C. 1102). From 1977, the first that began on October 1, to 2199.
/// </summary>
public readonly record struct FiscalYear : IComparable<FiscalYear>
{
    public const int Earliest = 1977;
    public const int Latest = 2199;

    /// <exception cref="ArgumentOutOfRangeException">Outside <see cref="Earliest"/> to <see cref="Latest"/>.</exception>
    public FiscalYear(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, Latest);
        Year = year;
    }

    public int Year { get; }

    public DateOnly FirstDay => new(Year - 1, 10, 1);

    public DateOnly LastDay => new(Year, 9, 30);

    public static FiscalYear Of(DateOnly date) => new(date.Month >= 10 ? date.Year + 1 : date.Year);

    /// <summary>Reads <c>2029</c>, <c>FY2029</c> or <c>FY 2029</c>.</summary>
    public static bool TryParse(string? text, out FiscalYear fiscalYear)
    {
        var digits = text?.Trim() ?? string.Empty;
        if (digits.StartsWith("FY", StringComparison.OrdinalIgnoreCase))
        {
            digits = digits[2..].TrimStart();
        }

        if (
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= Earliest and <= Latest
        )
        {
            fiscalYear = new FiscalYear(year);
            return true;
        }

        fiscalYear = default;
        return false;
    }

    public FiscalYear Plus(int years) => new(Year + years);

    public int CompareTo(FiscalYear other) => Year.CompareTo(other.Year);

    public static bool operator <(FiscalYear left, FiscalYear right) => left.Year < right.Year;

    public static bool operator >(FiscalYear left, FiscalYear right) => left.Year > right.Year;

    public static bool operator <=(FiscalYear left, FiscalYear right) => left.Year <= right.Year;

    public static bool operator >=(FiscalYear left, FiscalYear right) => left.Year >= right.Year;

    /// <summary>As printed: <c>FY 2029</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"FY {Year}");
}
