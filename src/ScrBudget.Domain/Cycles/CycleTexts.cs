using System.Globalization;

namespace ScrBudget.Domain.Cycles;

internal static class CycleTexts
{
    /// <summary>Why a text that must be given cannot be taken; null when it can.</summary>
    /// <param name="what">Its name in a sentence.</param>
    public static Refusal? Problem(string text, string field, string what, int maximum)
    {
        if (text.Length == 0)
        {
            return new Refusal($"{field}-missing", $"Give the {what}.") { Field = field };
        }

        return text.Length > maximum
            ? new Refusal(
                $"{field}-too-long",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The {what} has {text.Length:N0} characters; at most {maximum:N0} can be kept."
                )
            )
            {
                Field = field,
            }
            : null;
    }
}
