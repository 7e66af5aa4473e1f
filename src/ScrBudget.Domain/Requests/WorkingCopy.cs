namespace ScrBudget.Domain.Requests;

/// <summary>
/// What one person has typed into one section and not yet left: saved while typing, seen by its owner alone. Leaving the
/// section promotes it into the request.
/// </summary>
public sealed class WorkingCopy
{
    private WorkingCopy() { }

    public WorkingCopy(Guid requestId, SectionKind section, string accountId) =>
        (RequestId, Section, AccountId) = (requestId, section, accountId);

    public Guid RequestId { get; private set; }

    public SectionKind Section { get; private set; }

    public string AccountId { get; private set; } = string.Empty;

    public string Text { get; private set; } = string.Empty;

    /// <summary>The section's version that the typing started from.</summary>
    public Guid BasedOn { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>Changes with each save: a window that knows another one does not write over this text unseen.</summary>
    public Guid Version { get; private set; }

    public void Save(string text, Guid basedOn, DateTime at) =>
        (Text, BasedOn, SavedAt, Version) = (text, basedOn, at, Guid.NewGuid());
}
