using System.Globalization;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Cycles;

/// <summary>Whom a cycle's training is for.</summary>
public enum TrainingAudience
{
    /// <summary>Who drafts and submits requests.</summary>
    Authors = 1,

    /// <summary>Who reviews them.</summary>
    Analysts = 2,
}

public static class TrainingAudiences
{
    public static IReadOnlyList<TrainingAudience> All { get; } = [TrainingAudience.Authors, TrainingAudience.Analysts];

    /// <summary>The roles that an audience is made of.</summary>
    public static IReadOnlyList<Role> Roles(this TrainingAudience audience) =>
        audience == TrainingAudience.Authors
            ? [Role.ProgramOfficeAuthor, Role.ProgramOfficeApprover]
            : [Role.BudgetAnalyst];

    /// <summary>Is the training for somebody who holds these roles?</summary>
    public static bool Concerns(this TrainingAudience audience, IEnumerable<Role> roles) =>
        roles.Intersect(audience.Roles()).Any();

    /// <summary>As headings print it.</summary>
    public static string Title(this TrainingAudience audience) =>
        audience == TrainingAudience.Authors ? "Authors and approvers" : "Budget analysts";
}

/// <param name="Link">Where more is to be read, as an http or https address; may be empty.</param>
public sealed record TrainingText(string Title, string Text, string Link)
{
    internal Outcome<TrainingText> Checked()
    {
        var cleaned = new TrainingText(
            TextCleaning.Line(Title),
            TextCleaning.Paragraphs(Text),
            TextCleaning.Line(Link)
        );
        var problem =
            CycleTexts.Problem(cleaned.Title, "title", "title", Training.TitleLength)
            ?? CycleTexts.Problem(cleaned.Text, "text", "text", Training.TextLength);
        if (problem is not null)
        {
            return problem;
        }

        var isLink =
            cleaned.Link.Length == 0
            || (
                cleaned.Link.Length <= Training.LinkLength
                && Uri.TryCreate(cleaned.Link, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            );
        return isLink
            ? cleaned
            : new Refusal(
                "link-invalid",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Give the link as a whole address that begins with https://, at most {Training.LinkLength} characters, or leave it empty."
                )
            )
            {
                Field = "link",
            };
    }
}

/// <summary>What the authors or the analysts of a cycle read and acknowledge.</summary>
public sealed class Training : IVersioned, IAudited
{
    public const int TitleLength = 200;
    public const int TextLength = 20_000;
    public const int LinkLength = 500;

    private Training() { }

    public int BudgetYear { get; private set; }

    public TrainingAudience Audience { get; private set; }

    public string Title { get; private set; } = string.Empty;

    /// <summary>Paragraphs, bullets, bold and italic (<see cref="RequestText"/>).</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Where more is to be read; empty for nowhere.</summary>
    public string Link { get; private set; } = string.Empty;

    /// <summary>From 1; counts the revisions, so that an acknowledgement says which text was read.</summary>
    public int Edition { get; private set; }

    public string RevisedBy { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime RevisedAt { get; private set; }

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject => string.Create(CultureInfo.InvariantCulture, $"training FY{BudgetYear} {Audience}");

    public TrainingText Content => new(Title, Text, Link);

    public SubjectState State() =>
        new SubjectState().With("Training", [BudgetYear, Audience, Title, Text, Link, Edition, RevisedBy, RevisedAt]);

    public static Outcome<Training> Create(
        FiscalYear budgetYear,
        TrainingAudience audience,
        TrainingText text,
        string by,
        DateTime at
    )
    {
        var cleaned = text.Checked();
        if (!cleaned.IsDone)
        {
            return cleaned.Refusal;
        }

        var training = new Training { BudgetYear = budgetYear.Year, Audience = audience };
        training.Set(cleaned.Value, by, at);
        training.Audit.Note("Wrote the training", after: InWords(cleaned.Value));
        return training;
    }

    /// <summary>Replaces the material; the same again changes nothing. Who has acknowledged an earlier text has done so.</summary>
    /// <param name="basedOn">The version that was on the screen.</param>
    public Outcome Revise(TrainingText text, Guid basedOn, string by, DateTime at)
    {
        var cleaned = text.Checked();
        if (!cleaned.IsDone)
        {
            return cleaned.Refusal;
        }

        if (cleaned.Value == Content)
        {
            return Outcome.Done;
        }

        if (basedOn != Version)
        {
            return Changed(RevisedBy);
        }

        Audit.Note("Revised the training", InWords(Content), InWords(cleaned.Value));
        Set(cleaned.Value, by, at);
        return Outcome.Done;
    }

    /// <summary>Somebody else revised the material since it was read.</summary>
    public static Refusal Changed(string by) =>
        new(
            "training-changed",
            $"{by} has revised this material since you opened it. What you entered still stands in the form: compare it with what is saved now, then save again."
        );

    private void Set(TrainingText text, string by, DateTime at)
    {
        (Title, Text, Link) = (text.Title, text.Text, text.Link);
        (RevisedBy, RevisedAt) = (by, at);
        Edition++;
    }

    private static string InWords(TrainingText text) =>
        $"{text.Title}\n{text.Text}{(text.Link.Length == 0 ? string.Empty : $"\n{text.Link}")}";
}

/// <summary>Somebody has read a cycle's training and acknowledged it; once, and never taken back.</summary>
public sealed class TrainingCompletion : IVersioned, IAudited
{
    public const int AccountIdLength = 128;

    private TrainingCompletion() { }

    public TrainingCompletion(Training training, Person by, DateTime at)
    {
        BudgetYear = training.BudgetYear;
        Audience = training.Audience;
        AccountId = by.Id;
        PersonName = by.Name;
        Edition = training.Edition;
        At = at;
        Audit.Note(
            "Acknowledged the training",
            after: string.Create(CultureInfo.InvariantCulture, $"{training.Title}, edition {training.Edition}")
        );
    }

    public int BudgetYear { get; private set; }

    public TrainingAudience Audience { get; private set; }

    public string AccountId { get; private set; } = string.Empty;

    public string PersonName { get; private set; } = string.Empty;

    /// <summary>The edition of the material that was read.</summary>
    public int Edition { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject =>
        string.Create(CultureInfo.InvariantCulture, $"completion FY{BudgetYear} {Audience} {AccountId}");

    public SubjectState State() =>
        new SubjectState().With("Completion", [BudgetYear, Audience, AccountId, PersonName, Edition, At]);
}
