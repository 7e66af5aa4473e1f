namespace ScrBudget.Web.Components;

/// <summary>What an <see cref="Alert"/> tells: something to know, to heed, to mend, or done.</summary>
public enum AlertKind
{
    Info,
    Warning,
    Error,
    Success,
}
