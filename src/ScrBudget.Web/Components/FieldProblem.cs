namespace ScrBudget.Web.Components;

/// <summary>A line of an <see cref="ErrorSummary"/>: what is wrong, and where it is mended.</summary>
/// <param name="Message">What is wrong and how to mend it.</param>
/// <param name="FieldId">The input's id, on this page unless <paramref name="Address"/> names another.</param>
/// <param name="Address">The page that holds the field; null for this one.</param>
public sealed record FieldProblem(string Message, string FieldId, string? Address = null)
{
    /// <summary>What stands in the way, one by one, where the message only counts it.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
