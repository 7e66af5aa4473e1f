namespace ScrBudget.Web.Components;

/// <summary>Which of two texts stays.</summary>
public enum ConflictResolution
{
    Mine,
    Theirs,
    Merged,
}

/// <summary>The answer of a <see cref="ConflictView"/>.</summary>
/// <param name="Text">The text that stays, whole.</param>
public sealed record ConflictChoice(ConflictResolution Resolution, string Text);
