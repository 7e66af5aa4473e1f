using System.Globalization;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.ScrData;

public enum SnapshotStatus
{
    /// <summary>Imported, not yet citable.</summary>
    Candidate = 1,

    /// <summary>Immutable and citable.</summary>
    Published = 2,
}

/// <summary>
/// The five statements that the GPRA Modernization Act asks of a published measure (124 Stat. 3869; domain.md section 5).
/// A snapshot cannot be published without them.
/// </summary>
public sealed record QualityStatements(
    string Verification,
    string Sources,
    string RequiredAccuracy,
    string Limitations,
    string Compensation
)
{
    public const int StatementLength = 2000;

    public bool AreComplete => All.All(statement => !string.IsNullOrWhiteSpace(statement));

    private IEnumerable<string> All => [Verification, Sources, RequiredAccuracy, Limitations, Compensation];

    /// <summary>Without characters that a database or a document refuses.</summary>
    public QualityStatements Cleaned() =>
        new(
            TextCleaning.Paragraphs(Verification),
            TextCleaning.Paragraphs(Sources),
            TextCleaning.Paragraphs(RequiredAccuracy),
            TextCleaning.Paragraphs(Limitations),
            TextCleaning.Paragraphs(Compensation)
        );

    /// <summary>Why a snapshot cannot be published with them; null when it can.</summary>
    public Refusal? Problem()
    {
        if (!AreComplete)
        {
            return new Refusal(
                "quality-statements-missing",
                "Publishing needs all five quality statements: verification, sources, required accuracy, limitations, compensation."
            );
        }

        return All.Any(statement => statement.Length > StatementLength)
            ? new Refusal(
                "quality-statement-too-long",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A quality statement has at most {StatementLength:N0} characters."
                )
            )
            : null;
    }
}

/// <summary>An imported extract, as statistics cite it: <c>snapshot 1</c>, extract of its as-of date.</summary>
public sealed class Snapshot : IVersioned, IAudited
{
    public const int FileNameLength = 260;

    private Snapshot() { }

    /// <summary>Prints in every source line; from 1, never reused.</summary>
    public int Number { get; private set; }

    /// <summary>The day on which the case system exported the extract.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>Invented data: says so wherever it shows.</summary>
    public bool IsSynthetic { get; private set; }

    public SnapshotStatus Status { get; private set; }

    public string FileName { get; private set; } = string.Empty;

    /// <summary>SHA-256 of the file as received, lower-case hexadecimal.</summary>
    public string FileSha256 { get; private set; } = string.Empty;

    /// <summary>Over the records as imported (<see cref="RecordsHash"/>): one that was changed since shows.</summary>
    public string RecordsSha256 { get; private set; } = string.Empty;

    /// <summary>SCRs in the snapshot.</summary>
    public int RecordCount { get; private set; }

    /// <summary>Distinct cases in the snapshot.</summary>
    public int CaseCount { get; private set; }

    /// <summary>First and last fiscal year that have records.</summary>
    public int FirstFiscalYear { get; private set; }

    public int LastFiscalYear { get; private set; }

    /// <summary>Null until published.</summary>
    public QualityStatements? Quality { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ImportedAt { get; private set; }

    public string ImportedBy { get; private set; } = string.Empty;

    /// <summary>UTC; null until published.</summary>
    public DateTime? PublishedAt { get; private set; }

    public string? PublishedBy { get; private set; }

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject => string.Create(CultureInfo.InvariantCulture, $"snapshot {Number}");

    public SubjectState State() =>
        new SubjectState()
            .With(
                "Extract",
                [
                    Number,
                    AsOf,
                    IsSynthetic,
                    FileName,
                    FileSha256,
                    RecordsSha256,
                    RecordCount,
                    CaseCount,
                    FirstFiscalYear,
                    LastFiscalYear,
                    ImportedAt,
                    ImportedBy,
                ]
            )
            .With(
                "Publication",
                [
                    Status,
                    PublishedAt,
                    PublishedBy,
                    Quality?.Verification,
                    Quality?.Sources,
                    Quality?.RequiredAccuracy,
                    Quality?.Limitations,
                    Quality?.Compensation,
                ]
            );

    /// <summary>An extract that was read at once; see <see cref="Begin"/> for one that is read while it is stored.</summary>
    public static Snapshot Import(
        int number,
        DateOnly asOf,
        bool isSynthetic,
        string fileName,
        string fileSha256,
        SnapshotContent content,
        string by,
        DateTime at
    )
    {
        var snapshot = Begin(number, asOf, isSynthetic, fileName, fileSha256, by, at);
        snapshot.Complete(content, rows: content.Records, errors: 0, warnings: 0);
        return snapshot;
    }

    /// <summary>Reserves the number, so that records can refer to it; <see cref="Complete"/> follows in the same transaction.</summary>
    public static Snapshot Begin(
        int number,
        DateOnly asOf,
        bool isSynthetic,
        string fileName,
        string fileSha256,
        string by,
        DateTime at
    ) =>
        new()
        {
            Number = number,
            AsOf = asOf,
            IsSynthetic = isSynthetic,
            Status = SnapshotStatus.Candidate,
            FileName = fileName.Length <= FileNameLength ? fileName : fileName[^FileNameLength..],
            FileSha256 = fileSha256,
            ImportedBy = by,
            ImportedAt = at,
        };

    /// <summary>Notes what the extract held, and how many of its rows were left out or doubted.</summary>
    public void Complete(SnapshotContent content, int rows, int errors, int warnings)
    {
        RecordCount = content.Records;
        RecordsSha256 = content.Sha256;
        CaseCount = content.Cases;
        FirstFiscalYear = content.FirstFiscalYear.Year;
        LastFiscalYear = content.LastFiscalYear.Year;
        Audit.Note(
            "Imported",
            after: string.Create(
                CultureInfo.InvariantCulture,
                $"{FileName}, as of {AsOf:yyyy-MM-dd}{(IsSynthetic ? ", synthetic" : string.Empty)}: {content.Records} records of {content.Cases} cases from {rows} rows; {errors} errors, {warnings} warnings; SHA-256 of the file {FileSha256}, of the records {RecordsSha256}"
            )
        );
    }

    public bool Covers(FiscalYear year) => year.Year >= FirstFiscalYear && year.Year <= LastFiscalYear;

    /// <summary>Is the year over on the as-of date? One in progress prints as incomplete.</summary>
    public bool IsComplete(FiscalYear year) => AsOf >= year.LastDay;

    /// <summary>Makes the snapshot citable and immutable.</summary>
    public Outcome Publish(QualityStatements quality, string by, DateTime at)
    {
        if (Status != SnapshotStatus.Candidate)
        {
            return new Refusal(
                "snapshot-already-published",
                $"Snapshot {Number} is already published and cannot change."
            );
        }

        quality = quality.Cleaned();
        if (quality.Problem() is { } problem)
        {
            return problem;
        }

        Status = SnapshotStatus.Published;
        Quality = quality;
        PublishedBy = by;
        PublishedAt = at;
        Audit.Note(
            "Published",
            after: $"Verification: {quality.Verification}\nSources: {quality.Sources}\nRequired accuracy: {quality.RequiredAccuracy}\nLimitations: {quality.Limitations}\nCompensation: {quality.Compensation}"
        );
        return Outcome.Done;
    }
}

/// <summary>What an extract held, counted while it was read.</summary>
/// <param name="Sha256">See <see cref="RecordsHash"/>.</param>
public sealed record SnapshotContent(
    int Records,
    int Cases,
    FiscalYear FirstFiscalYear,
    FiscalYear LastFiscalYear,
    string Sha256
);
