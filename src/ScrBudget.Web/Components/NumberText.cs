using System.Globalization;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Web.Components;

/// <summary>Whole numbers as people type and read them, by the rules of <see cref="Money"/>: decreases in parentheses.</summary>
public static class NumberText
{
    /// <summary>Empty text is a number left out, and is read as null. What can be read in two ways is refused.</summary>
    public static bool TryParse(string text, decimal min, decimal max, out decimal? number, out string? problem)
    {
        number = null;
        problem = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (!Money.TryParse(text, out var read))
        {
            problem =
                min < 0
                    ? "Enter a whole number, as 1,200, or (1,200) for a decrease."
                    : "Enter a whole number, as 1,200.";
        }
        else if (read.Dollars < min || read.Dollars > max)
        {
            problem = $"Enter a number from {Format(min)} to {Format(max)}.";
        }
        else
        {
            number = read.Dollars;
        }

        return problem is null;
    }

    /// <summary><c>1,200</c>, <c>(1,200)</c>; empty for none.</summary>
    public static string Format(decimal? number) =>
        number is < 0
            ? string.Create(CultureInfo.InvariantCulture, $"({-number:#,0})")
            : number?.ToString("#,0", CultureInfo.InvariantCulture) ?? string.Empty;
}
