using System.Globalization;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Cycles;

/// <summary>What is issued as a version of the guidance.</summary>
/// <param name="Text">Paragraphs, bullets, bold and italic (<see cref="RequestText"/>).</param>
/// <param name="RequiresScrData">Does the text say where SCR data is required, where it is applicable?</param>
/// <param name="File">Null for guidance that is a text alone.</param>
public sealed record NewGuidance(
    string Title,
    string Issuer,
    DateOnly EffectiveOn,
    string Text,
    bool RequiresScrData,
    GuidanceFileFacts? File
);

/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Bytes">Length of the file.</param>
public sealed record GuidanceFileFacts(string Name, string MediaType, string Sha256, int Bytes);

/// <summary>
/// One version of what the authors of a cycle go by. Never overwritten: a later version takes its place from its effective
/// date on.
/// </summary>
public sealed class Guidance : IVersioned, IAudited
{
    public const int TitleLength = 200;
    public const int IssuerLength = 200;
    public const int TextLength = 20_000;
    public const int FileNameLength = 200;
    public const int MediaTypeLength = 100;

    private Guidance() { }

    public int BudgetYear { get; private set; }

    /// <summary>From 1 in each cycle, in the order of issue.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = string.Empty;

    /// <summary>The office that issued it.</summary>
    public string Issuer { get; private set; } = string.Empty;

    public DateOnly EffectiveOn { get; private set; }

    public string Text { get; private set; } = string.Empty;

    /// <summary>Does the text say where SCR data is required, where it is applicable? (OIG-23-59, recommendation 3.)</summary>
    public bool RequiresScrData { get; private set; }

    /// <summary>Null without a file.</summary>
    public string? FileName { get; private set; }

    public string? FileMediaType { get; private set; }

    /// <summary>Lower-case hexadecimal; null without a file.</summary>
    public string? FileSha256 { get; private set; }

    /// <summary>Bytes; null without a file.</summary>
    public int? FileBytes { get; private set; }

    public string IssuedBy { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime IssuedAt { get; private set; }

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject => string.Create(CultureInfo.InvariantCulture, $"guidance FY{BudgetYear} {Number}");

    public SubjectState State() =>
        new SubjectState().With(
            "Guidance",
            [
                BudgetYear,
                Number,
                Title,
                Issuer,
                EffectiveOn,
                Text,
                RequiresScrData,
                FileName,
                FileMediaType,
                FileSha256,
                FileBytes,
                IssuedBy,
                IssuedAt,
            ]
        );

    public static Outcome<Guidance> Issue(FiscalYear budgetYear, int number, NewGuidance issued, string by, DateTime at)
    {
        var (title, issuer) = (TextCleaning.Line(issued.Title), TextCleaning.Line(issued.Issuer));
        var text = TextCleaning.Paragraphs(issued.Text);
        if (
            (
                CycleTexts.Problem(title, "title", "title", TitleLength)
                ?? CycleTexts.Problem(issuer, "issuer", "issuer", IssuerLength)
                ?? CycleTexts.Problem(text, "text", "text", TextLength)
            ) is
            { } problem
        )
        {
            return problem;
        }

        var guidance = new Guidance
        {
            BudgetYear = budgetYear.Year,
            Number = number,
            Title = title,
            Issuer = issuer,
            EffectiveOn = issued.EffectiveOn,
            Text = text,
            RequiresScrData = issued.RequiresScrData,
            FileName = issued.File?.Name,
            FileMediaType = issued.File?.MediaType,
            FileSha256 = issued.File?.Sha256,
            FileBytes = issued.File?.Bytes,
            IssuedBy = by,
            IssuedAt = at,
        };
        guidance.Audit.Note("Issued the guidance", after: guidance.InWords());
        return guidance;
    }

    /// <summary>The one in force on a day: the newest effective; of two of one day, the one issued later.</summary>
    public static Guidance? Current(IEnumerable<Guidance> versions, DateOnly today) =>
        versions
            .Where(version => version.EffectiveOn <= today)
            .OrderByDescending(version => version.EffectiveOn)
            .ThenByDescending(version => version.Number)
            .FirstOrDefault();

    private string InWords() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Title}, issued by {Issuer}, effective {EffectiveOn:yyyy-MM-dd}; {(RequiresScrData ? "requires SCR data where applicable" : "does not require SCR data")}{(FileName is null ? string.Empty : $"; {FileName}, {FileBytes:N0} bytes, SHA-256 {FileSha256}")}\n{Text}"
        );
}

/// <summary>The uploaded file of a version, apart from it: lists of guidance do not read it.</summary>
public sealed class GuidanceFile
{
    /// <summary>5 MB.</summary>
    public const int MaximumBytes = 5 * 1024 * 1024;

    private GuidanceFile() { }

    public GuidanceFile(int budgetYear, int number, byte[] content) =>
        (BudgetYear, Number, Content) = (budgetYear, number, content);

    public int BudgetYear { get; private set; }

    public int Number { get; private set; }

    public byte[] Content { get; private set; } = [];
}
