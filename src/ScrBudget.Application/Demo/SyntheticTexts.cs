using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Demo;

/// <summary>Texts of invented requests: short enough for the quad chart with three figures in them.</summary>
internal static class SyntheticTexts
{
    public const int MostFigures = 3;

    public static IEnumerable<(SectionKind Kind, string Text)> Of(SyntheticPlan plan, Office office)
    {
        var thing = InSentence(plan.Thing);
        var positions = plan.Positions.Sum(line => line.Count);
        yield return (
            SectionKind.Description,
            $"The {office.Name} asks for {thing}, for {plan.Purpose} in {plan.Where}.\n"
                + $"- {positions} {(positions == 1 ? "position" : "positions")}: {string.Join(" and ", plan.Positions.Select(line => line.Type).Distinct())}\n"
                + "- Equipment and services as in the cost plan"
        );
        yield return (
            SectionKind.Justification,
            $"Work in {plan.Where} waits for means that other offices have. What waits longest is what {thing} would take up first."
        );
        yield return (
            SectionKind.Impact,
            $"With {thing}, leads in {plan.Where} are taken up within ten days instead of forty."
        );
        yield return (SectionKind.IfNotFunded, $"Leads in {plan.Where} go on waiting.");
    }

    /// <summary>Inside a sentence: it begins with a small letter.</summary>
    public static string InSentence(string thing) => char.ToLowerInvariant(thing[0]) + thing[1..];
}
