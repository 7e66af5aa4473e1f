namespace ScrBudget.Web.Components.Layout;

/// <summary>Places of the shell that a page may fill with a <c>SectionContent</c>.</summary>
public static class ShellSections
{
    /// <summary>The fiscal year in the header: a page about one request shows that request's.</summary>
    public static object FiscalYear { get; } = new();

    /// <summary>The marking on top: a page about one request shows the one that its documents print.</summary>
    public static object MarkingOnTop { get; } = new();

    /// <summary>The same at the foot; a section has one place.</summary>
    public static object MarkingAtTheFoot { get; } = new();
}
