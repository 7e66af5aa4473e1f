namespace ScrBudget.Web.Components;

/// <summary>One of the answers that a list or a group of buttons offers.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Text">What is read.</param>
/// <param name="Hint">A line beneath, in groups of buttons.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);
