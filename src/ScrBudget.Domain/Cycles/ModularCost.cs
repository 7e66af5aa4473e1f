using System.Globalization;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Cycles;

/// <summary>What one position of a type costs in a full year, as the call sets it.</summary>
/// <param name="FullYearDollars">Whole dollars, from 0 to <see cref="PositionLine.MaximumCost"/>.</param>
public sealed record ModularCost(string PositionType, long FullYearDollars)
{
    /// <summary>Reads one a line, as <c>Victim Assistance Specialist: 246,000</c>; empty lines say nothing.</summary>
    public static Outcome<IReadOnlyList<ModularCost>> ParseLines(string? text)
    {
        var costs = new List<ModularCost>();
        foreach (var line in TextCleaning.Paragraphs(text).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            var colon = line.LastIndexOf(':');
            var digits = line[(colon + 1)..].Replace("$", string.Empty, StringComparison.Ordinal).Trim();
            if (
                colon <= 0
                || !long.TryParse(digits, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var dollars)
            )
            {
                return new Refusal(
                    "modular-cost-unreadable",
                    $"Modular costs: “{line.Trim()}” cannot be read. Write the position type, a colon and whole dollars, as Victim Assistance Specialist: 246,000."
                )
                {
                    Field = "modular-costs",
                };
            }

            costs.Add(new ModularCost(TextCleaning.Line(line[..colon]), dollars));
        }

        return costs;
    }

    /// <summary>As <see cref="ParseLines"/> reads it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{PositionType}: {FullYearDollars:N0}");
}
