namespace ScrBudget.Domain;

/// <summary>An expected "no": a stable code for programs and tests, and a sentence that names the place and the remedy.</summary>
public sealed record Refusal(string Code, string Message)
{
    /// <summary>What stands in the way, one by one, where there is more than one thing (gaps before a submission).</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>The stable name of the field that has to be mended (<c>unit-cost</c>); null when it is about no single one.</summary>
    public string? Field { get; init; }
}
