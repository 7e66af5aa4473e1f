using System.Globalization;

namespace ScrBudget.Application.Review.Comparing;

/// <summary>
/// Numbers as cost tables print them. A plan's amounts are whole thousands, so that what a table prints in thousands is
/// exact, and a difference of two printed cells is the difference of the amounts.
/// </summary>
internal static class PrintedNumber
{
    private const string Nothing = "–";

    /// <summary><c>1,560</c>, <c>(640)</c> for a decrease, <c>–</c> for nothing; null for what is no such number.</summary>
    public static long? Parse(string text) =>
        text == Nothing ? 0
        : long.TryParse(
            text,
            NumberStyles.AllowThousands | NumberStyles.AllowParentheses,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
        : null;
}
