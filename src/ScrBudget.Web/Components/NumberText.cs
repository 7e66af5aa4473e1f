using System.Globalization;

namespace ScrBudget.Web.Components;

/// <summary>Numbers as people type and read them: thousands separated by commas, with or without a dollar sign.</summary>
internal static class NumberText
{
    /// <summary>Empty text is a number left out, and is read as null.</summary>
    public static bool TryParse(
        string text,
        int decimals,
        decimal min,
        decimal max,
        out decimal? number,
        out string? problem
    )
    {
        number = null;
        problem = null;
        var digits = text.Replace("$", string.Empty).Replace(",", string.Empty).Replace(" ", string.Empty).Trim();
        if (digits.Length == 0)
        {
            return true;
        }

        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(digits, Style, CultureInfo.InvariantCulture, out var value))
        {
            problem = decimals == 0 ? "Enter a whole number, as 1,200." : "Enter a number, as 1,200.50.";
        }
        else if (decimal.Round(value, decimals) != value)
        {
            problem = decimals == 0 ? "Enter a whole number." : $"Enter at most {decimals} digits after the point.";
        }
        else if (value < min || value > max)
        {
            problem = $"Enter a number from {Format(min, decimals)} to {Format(max, decimals)}.";
        }
        else
        {
            number = value;
        }

        return problem is null;
    }

    public static string Format(decimal? number, int decimals)
    {
        var format = decimals == 0 ? "#,0" : $"#,0.{new string('#', decimals)}";
        return number?.ToString(format, CultureInfo.InvariantCulture) ?? string.Empty;
    }
}
