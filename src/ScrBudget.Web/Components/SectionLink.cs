namespace ScrBudget.Web.Components;

/// <summary>An entry of a <see cref="SectionNav"/>.</summary>
/// <param name="Text">The section's name.</param>
/// <param name="Words">Its state as read: <c>complete</c>, <c>2 lines over</c>, <c>1 to answer</c>; null for none.</param>
/// <param name="Kind">How the words are coloured.</param>
public sealed record SectionLink(
    string Text,
    string Address,
    string? Words = null,
    StatusKind Kind = StatusKind.Neutral,
    bool IsCurrent = false
);
