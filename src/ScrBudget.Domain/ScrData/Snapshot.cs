using System.Globalization;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.ScrData;

public enum SnapshotStatus
{
    /// <summary>Imported, not yet citable.</summary>
    Candidate = 1,

    /// <summary>Immutable and citable; the newest of these is the current one, the others are superseded by it.</summary>
    Published = 2,

    /// <summary>Published once and found erroneous: not citable any more, still readable.</summary>
    Withdrawn = 3,

    /// <summary>A candidate that was given up; its records are gone, its number is not used again.</summary>
    Discarded = 4,
}

/// <summary>An imported export, as statistics cite it: <c>snapshot 1</c>, extract of its as-of date.</summary>
public sealed class Snapshot : IVersioned, IAudited
{
    public const int ReasonLength = 1000;

    private readonly List<ScrExtract> extracts = [];

    private Snapshot() { }

    /// <summary>Prints in every source line; from 1, never reused.</summary>
    public int Number { get; private set; }

    /// <summary>The day on which the case system exported the extract.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>Invented data: says so wherever it shows.</summary>
    public bool IsSynthetic { get; private set; }

    public SnapshotStatus Status { get; private set; }

    /// <summary>The files that it was imported from, in the order given: one export may come in several.</summary>
    public IReadOnlyList<ScrExtract> Extracts => extracts;

    /// <summary>For people: <c>scr-2017-2022.csv, scr-2023-2025.csv</c>.</summary>
    public string FileNames => string.Join(", ", extracts.Select(extract => extract.FileName));

    /// <summary>Over the records as imported (<see cref="RecordsHash"/>): one that was changed since shows.</summary>
    public string RecordsSha256 { get; private set; } = string.Empty;

    /// <summary>SCRs in the snapshot.</summary>
    public int RecordCount { get; private set; }

    /// <summary>Distinct cases in the snapshot.</summary>
    public int CaseCount { get; private set; }

    /// <summary>The earliest and the latest date of approval; null for a snapshot made without them.</summary>
    public DateOnly? FirstApproval { get; private set; }

    public DateOnly? LastApproval { get; private set; }

    /// <summary>First and last fiscal year that have records.</summary>
    public int FirstFiscalYear { get; private set; }

    public int LastFiscalYear { get; private set; }

    /// <summary>Fiscal years between the two that have no records: not covered, never 0.</summary>
    public IReadOnlyList<int> YearsWithoutRecords { get; private set; } = [];

    /// <summary>What the steward knew of the export beforehand.</summary>
    public ControlTotals ControlTotals { get; private set; } = ControlTotals.None;

    /// <summary>Each control total that was entered, against what was read.</summary>
    public IReadOnlyList<ControlTotal> Reconciliation =>
        ControlTotals.Reconcile(
            new ControlTotals(extracts.Sum(extract => extract.Rows), CaseCount, FirstApproval, LastApproval)
        );

    /// <summary>Why a control total differs from what was read; null where none does, or until published.</summary>
    public string? DifferencesExplained { get; private set; }

    /// <summary>The number of the newest validated edition; 0 is the snapshot as published.</summary>
    public int LatestEdition { get; private set; }

    /// <summary>Null until published.</summary>
    public QualityStatements? Quality { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ImportedAt { get; private set; }

    public string ImportedBy { get; private set; } = string.Empty;

    /// <summary>UTC; null until published.</summary>
    public DateTime? PublishedAt { get; private set; }

    public string? PublishedBy { get; private set; }

    /// <summary>Why it was withdrawn as erroneous; null while it is not.</summary>
    public string? WithdrawnBecause { get; private set; }

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
                    .. extracts.SelectMany(extract => extract.State()),
                    RecordsSha256,
                    RecordCount,
                    CaseCount,
                    FirstFiscalYear,
                    LastFiscalYear,
                    FirstApproval,
                    LastApproval,
                    string.Join(',', YearsWithoutRecords),
                    ControlTotals.Rows,
                    ControlTotals.Cases,
                    ControlTotals.FirstApproval,
                    ControlTotals.LastApproval,
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
                    DifferencesExplained,
                    WithdrawnBecause,
                    LatestEdition,
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
        var snapshot = Begin(number, asOf, by, at);
        var extract = new ScrExtract(1, fileName, fileSha256, source: null);
        extract.Complete("CSV", content.Records, content.Records, errors: 0, warnings: 0);
        snapshot.Add(extract);
        snapshot.Complete(content, isSynthetic);
        return snapshot;
    }

    /// <summary>
    /// Reserves the number, so that records can refer to it; the extracts and <see cref="Complete"/> follow in the same
    /// transaction.
    /// </summary>
    public static Snapshot Begin(
        int number,
        DateOnly asOf,
        string by,
        DateTime at,
        ControlTotals? controlTotals = null
    ) =>
        new()
        {
            Number = number,
            AsOf = asOf,
            Status = SnapshotStatus.Candidate,
            // A copy: a context tracks each instance for one snapshot.
            ControlTotals = (controlTotals ?? ControlTotals.None) with
            { },
            ImportedBy = by,
            ImportedAt = at,
        };

    public void Add(ScrExtract extract) => extracts.Add(extract);

    /// <summary>Notes what the extracts held together; how many of their rows were left out or doubted, they know.</summary>
    public void Complete(SnapshotContent content, bool isSynthetic)
    {
        IsSynthetic = isSynthetic;
        RecordCount = content.Records;
        RecordsSha256 = content.Sha256;
        CaseCount = content.Cases;
        FirstFiscalYear = content.FirstFiscalYear.Year;
        LastFiscalYear = content.LastFiscalYear.Year;
        FirstApproval = content.FirstApproval;
        LastApproval = content.LastApproval;
        YearsWithoutRecords = content.YearsWithoutRecords;
        Audit.Note(
            "Imported",
            after: string.Create(
                CultureInfo.InvariantCulture,
                $"As of {AsOf:yyyy-MM-dd}{(IsSynthetic ? ", synthetic" : string.Empty)}: {content.Records} records of {content.Cases} cases; SHA-256 of the records {RecordsSha256}; from {string.Join("; ", extracts)}"
            )
        );
    }

    public bool Covers(FiscalYear year) =>
        year.Year >= FirstFiscalYear && year.Year <= LastFiscalYear && !YearsWithoutRecords.Contains(year.Year);

    /// <summary>Is the year over on the as-of date? One in progress prints as incomplete.</summary>
    public bool IsComplete(FiscalYear year) => AsOf >= year.LastDay;

    /// <summary>Makes the snapshot citable and immutable.</summary>
    /// <param name="differencesExplained">Why a control total differs from what was read; needed where one does.</param>
    public Outcome Publish(QualityStatements quality, string by, DateTime at, string? differencesExplained = null)
    {
        if (Status != SnapshotStatus.Candidate)
        {
            return SnapshotRefusals.NotACandidate(this, "published");
        }

        quality = quality.Cleaned();
        var explained = TextCleaning.Paragraphs(differencesExplained ?? string.Empty);
        if ((quality.Problem() ?? Unexplained(explained)) is { } problem)
        {
            return problem;
        }

        Status = SnapshotStatus.Published;
        Quality = quality;
        DifferencesExplained = explained.Length == 0 ? null : explained;
        PublishedBy = by;
        PublishedAt = at;
        Audit.Note(
            "Published",
            after: $"Verification: {quality.Verification}\nSources: {quality.Sources}\nRequired accuracy: {quality.RequiredAccuracy}\nLimitations: {quality.Limitations}\nCompensation: {quality.Compensation}",
            why: DifferencesExplained
        );
        return Outcome.Done;
    }

    /// <summary>Gives a candidate up. Its records are deleted with it; what it was stays in the trail.</summary>
    public Outcome Discard(string reason)
    {
        reason = TextCleaning.Paragraphs(reason);
        if (Status != SnapshotStatus.Candidate)
        {
            return SnapshotRefusals.NotACandidate(this, "discarded");
        }

        if (SnapshotRefusals.ReasonProblem(reason) is { } problem)
        {
            return problem;
        }

        Status = SnapshotStatus.Discarded;
        Audit.Note("Discarded", why: reason);
        return Outcome.Done;
    }

    /// <summary>Says that a published snapshot is erroneous: nobody can cite it any more, all can still read it.</summary>
    public Outcome Withdraw(string reason)
    {
        reason = TextCleaning.Paragraphs(reason);
        if (Status != SnapshotStatus.Published)
        {
            return SnapshotRefusals.NotPublished(this);
        }

        if (SnapshotRefusals.ReasonProblem(reason) is { } problem)
        {
            return problem;
        }

        Status = SnapshotStatus.Withdrawn;
        WithdrawnBecause = reason;
        Audit.Note("Withdrawn", why: reason);
        return Outcome.Done;
    }

    /// <summary>Takes the next number for a validated edition.</summary>
    /// <param name="contains">What it leaves out and confirms, for the trail.</param>
    public Outcome<int> BeginEdition(string contains)
    {
        if (Status != SnapshotStatus.Published)
        {
            return SnapshotRefusals.NotPublished(this);
        }

        LatestEdition++;
        Audit.Note(string.Create(CultureInfo.InvariantCulture, $"Edition {LatestEdition} made"), after: contains);
        return LatestEdition;
    }

    private Refusal? Unexplained(string explained)
    {
        var differing = Reconciliation.Where(total => total.Differs).ToList();
        if (differing.Count > 0 && explained.Length == 0)
        {
            return new Refusal(
                "control-total-differs",
                "What was read differs from the control totals. Say why, or discard the candidate and import again."
            )
            {
                Details = [.. differing.Select(total => total.ToString())],
            };
        }

        return explained.Length > ReasonLength ? SnapshotRefusals.ReasonTooLong : null;
    }
}

/// <summary>What the extracts of a snapshot held together.</summary>
/// <param name="Sha256">See <see cref="RecordsHash"/>.</param>
public sealed record SnapshotContent(
    int Records,
    int Cases,
    FiscalYear FirstFiscalYear,
    FiscalYear LastFiscalYear,
    string Sha256
)
{
    /// <summary>Fiscal years between the first and the last that have no records.</summary>
    public IReadOnlyList<int> YearsWithoutRecords { get; init; } = [];

    public DateOnly? FirstApproval { get; init; }

    public DateOnly? LastApproval { get; init; }
}
