using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Cycles;

/// <summary>The parts of a request that a data call may ask for or leave out, by the names that the form prints.</summary>
public static class AskedFields
{
    /// <summary>The section that is pre-decisional.</summary>
    public static string IfNotFunded { get; } = SectionKind.IfNotFunded.Title();

    /// <summary>In the order of the form: every fact but the title, and the section that the quad chart does not print.</summary>
    public static IReadOnlyList<string> All { get; } =
    [.. new RequestFacts().Fields.Skip(1).Select(field => field.Name), IfNotFunded];
}
