namespace ScrBudget.Web.Components.Layout;

/// <summary>What the shell shows on every page; a cascading value.</summary>
public sealed record ShellFacts
{
    /// <summary>The banner's words, on top and at the foot.</summary>
    public string Marking { get; init; } = "CUI//SP-BUDG · Pre-decisional";
}
