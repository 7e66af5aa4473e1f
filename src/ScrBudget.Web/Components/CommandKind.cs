namespace ScrBudget.Web.Components;

/// <summary>How a command looks: one <see cref="Primary"/> a screen.</summary>
public enum CommandKind
{
    Primary,
    Secondary,

    /// <summary>Takes something away.</summary>
    Destructive,

    /// <summary>Looks like a link.</summary>
    Link,
}
