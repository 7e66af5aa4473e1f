using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Domain.Requests;

/// <summary>
/// A program office's request for funds and positions in a fiscal year. Every method that changes it either does so and
/// notes the change for the audit trail, or names why not; one that changes nothing notes nothing.
/// </summary>
public sealed partial class ResourceRequest : IVersioned, IAudited
{
    private readonly List<RequestSection> sections = [];
    private readonly List<Submission> submissions = [];

    private ResourceRequest() { }

    private ResourceRequest(RequestNumber number, RequestFacts facts, Person by, DateTime at)
    {
        Id = Guid.NewGuid();
        Number = number.ToString();
        OfficeCode = number.OfficeCode;
        BudgetYear = number.BudgetYear.Year;
        Facts = facts;
        FactsVersion = Guid.NewGuid();
        Status = RequestStatus.Draft;
        CreatedBy = by.Name;
        CreatedAt = at;
        ChangedAt = at;
        sections.AddRange(SectionKinds.All.Select(kind => new RequestSection(kind)));
    }

    public Guid Id { get; private set; }

    /// <summary>See <see cref="RequestNumber"/>.</summary>
    public string Number { get; private set; } = string.Empty;

    public string OfficeCode { get; private set; } = string.Empty;

    /// <summary>The fiscal year that the money is for: the key of the cycle.</summary>
    public int BudgetYear { get; private set; }

    public RequestStatus Status { get; private set; }

    public RequestFacts Facts { get; private set; } = new();

    /// <summary>The facts' own token, as each section has one.</summary>
    public Guid FactsVersion { get; private set; }

    /// <summary>In reading order, whatever order a database gives them.</summary>
    public IReadOnlyList<RequestSection> Sections => [.. sections.OrderBy(section => section.Kind)];

    /// <summary>By number; each hand-in freezes one.</summary>
    public IReadOnlyList<Submission> Submissions => [.. submissions.OrderBy(submission => submission.Number)];

    public string CreatedBy { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC; a change to any part stamps the request.</summary>
    public DateTime ChangedAt { get; private set; }

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject => $"request {Number}";

    public FiscalYear Year => new(BudgetYear);

    /// <summary>Starts a draft; only the title is needed.</summary>
    public static Outcome<ResourceRequest> Create(RequestNumber number, RequestFacts facts, Person by, DateTime at)
    {
        var cleaned = facts.Checked();
        if (!cleaned.IsDone)
        {
            return cleaned.Refusal;
        }

        var request = new ResourceRequest(number, cleaned.Value, by, at);
        request.Audit.Note("Created the request", after: cleaned.Value.ToString());
        return request;
    }

    public RequestSection Section(SectionKind kind) => sections.Single(section => section.Kind == kind);

    /// <summary>Replaces a text. Refused when somebody else revised the section since <paramref name="basedOn"/>.</summary>
    /// <param name="copy">The working copy that the text was last saved as; null for one that was not typed in the editor.</param>
    public Outcome Revise(SectionKind kind, string text, Guid basedOn, Person by, DateTime at, Guid? copy = null)
    {
        var section = Section(kind);
        var cleaned = TextCleaning.Paragraphs(text);
        if (NotEditable() is { } refusal)
        {
            return refusal;
        }

        if (cleaned.Length > RequestSection.TextLength)
        {
            return RequestRefusals.TooLong(kind.Title(), cleaned.Length, RequestSection.TextLength);
        }

        if (cleaned == section.Text)
        {
            return Outcome.Done;
        }

        if (section.Version != basedOn && !section.Continues(copy))
        {
            return RequestRefusals.StaleSection(kind.Title(), section.RevisedBy);
        }

        Note($"Revised {kind.Title()}", at, section.Text, cleaned);
        section.Replace(cleaned, by.Name, at, copy);
        return Outcome.Done;
    }

    /// <summary>Replaces the facts. Refused when somebody else revised them since <paramref name="basedOn"/>.</summary>
    public Outcome ReviseFacts(RequestFacts facts, Guid basedOn, DateTime at)
    {
        if (NotEditable() is { } refusal)
        {
            return refusal;
        }

        var cleaned = facts.Checked();
        if (!cleaned.IsDone)
        {
            return cleaned.Refusal;
        }

        if (cleaned.Value == Facts)
        {
            return Outcome.Done;
        }

        if (FactsVersion != basedOn)
        {
            return RequestRefusals.StaleSection("Facts", "somebody else");
        }

        Note("Revised Facts", at, Facts.ToString(), cleaned.Value.ToString());
        Facts = cleaned.Value;
        FactsVersion = Guid.NewGuid();
        return Outcome.Done;
    }

    private Refusal? NotEditable() => Status.IsEditable() ? null : RequestRefusals.NotDraft(Status);

    private void Note(string action, DateTime at, string? before = null, string? after = null, string? why = null)
    {
        ChangedAt = at;
        Audit.Note(action, before, after, why);
    }
}
