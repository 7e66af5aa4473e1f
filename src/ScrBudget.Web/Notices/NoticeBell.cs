namespace ScrBudget.Web.Notices;

/// <summary>Within one circuit: tells the header that notices were read, so that its count follows at once.</summary>
public sealed class NoticeBell
{
    public event EventHandler? Changed;

    public void Ring() => Changed?.Invoke(this, EventArgs.Empty);
}
