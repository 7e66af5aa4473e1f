namespace ScrBudget.Web.Components;

/// <summary>How a status is coloured; its words carry the meaning.</summary>
public enum StatusKind
{
    Neutral,
    Information,
    Good,
    Warning,
    Gap,
}
