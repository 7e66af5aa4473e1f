using ScrBudget.Web.Components;

namespace ScrBudget.Web.Requests;

/// <summary>
/// What the editor knows of the typing in one section, also while another section is open: how far it is saved, and the
/// text that is not. So a failure in one section is not called saved because another one was.
/// </summary>
/// <param name="title">The section, as the status names it.</param>
public sealed class SectionTyping(string title)
{
    public string Title { get; } = title;

    public SaveTracker Tracker { get; } = new(SaveOverview.StatusId);

    /// <summary>Typed and not on the server; null when all is.</summary>
    public string? Unsaved { get; private set; }

    /// <summary>The section's version that the unsaved text was typed on.</summary>
    public Guid BasedOn { get; private set; }

    /// <summary>The version of the own working copy that this window last saved or read.</summary>
    public Guid? Copy { get; set; }

    public void Typed(string text, Guid basedOn) => (Unsaved, BasedOn) = (text, basedOn);

    /// <summary>This text is on the server; a text typed after it is not.</summary>
    public void Saved(string text)
    {
        if (Unsaved == text)
        {
            Unsaved = null;
        }
    }

    /// <summary>The author chose another text.</summary>
    public void Forget() => Unsaved = null;
}
