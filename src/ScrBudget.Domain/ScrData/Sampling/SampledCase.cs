using System.Globalization;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>
/// A case of a sample with its SCRs, what the tests found, what the component says to it, and the adjudicated result. A
/// subject of its own in the trail, so that two people with two cases never collide.
/// </summary>
public sealed class SampledCase : IVersioned, IAudited
{
    public const int TextLength = 4000;

    private readonly List<SampledScr> scrs = [];

    private SampledCase() { }

    public SampledCase(AuditSample sample, int order, DrawnCase drawn, IEnumerable<ScrRecord> records)
    {
        SampleNumber = sample.Number;
        Order = order;
        CaseNumber = drawn.CaseNumber;
        CategoryCode = drawn.CategoryCode;
        scrs.AddRange(
            records
                .OrderBy(record => record.ApprovedOn)
                .ThenBy(record => record.ScrNumber, StringComparer.Ordinal)
                .Select((record, i) => new SampledScr(i + 1, record))
        );
        Audit.Note("Drawn", after: $"Case {CaseNumber}: {string.Join(", ", scrs.Select(scr => scr.ScrNumber))}");
    }

    public int SampleNumber { get; private set; }

    /// <summary>Place in the order of drawing, from 1.</summary>
    public int Order { get; private set; }

    public string CaseNumber { get; private set; } = string.Empty;

    /// <summary>The category of its earliest SCR: its stratum in a stratified sample.</summary>
    public string CategoryCode { get; private set; } = string.Empty;

    /// <summary>Its approved SCRs in the years of the sample, by date of approval.</summary>
    public IReadOnlyList<SampledScr> Scrs => [.. scrs.OrderBy(scr => scr.Order)];

    public string? TestedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? TestedAt { get; private set; }

    /// <summary>Does the component agree with the tests? Null until it responds.</summary>
    public bool? Agrees { get; private set; }

    public string Response { get; private set; } = string.Empty;

    public string? RespondedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? RespondedAt { get; private set; }

    /// <summary>What the adjudicated result rests on, where it is not simply what the tests say.</summary>
    public string Reasons { get; private set; } = string.Empty;

    public string? AdjudicatedBy { get; private set; }

    /// <summary>UTC; null until adjudicated.</summary>
    public DateTime? AdjudicatedAt { get; private set; }

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject => Subject(SampleNumber, Order);

    public bool IsTested => scrs.TrueForAll(scr => scr.IsTested);

    public bool IsAdjudicated => AdjudicatedAt is not null;

    /// <summary>Found by <see cref="SampleWording.CaseRule"/>; false until adjudicated.</summary>
    public bool IsNotTco => IsAdjudicated && scrs.Exists(scr => scr.Finding != ScrFinding.Tco);

    /// <summary>Some of its SCRs describe a TCO and some do not.</summary>
    public bool IsMixed => IsNotTco && scrs.Exists(scr => scr.Finding == ScrFinding.Tco);

    public SampledCaseStatus Status =>
        IsAdjudicated ? SampledCaseStatus.Adjudicated
        : !IsTested ? SampledCaseStatus.ToTest
        : Agrees is null && HasSomethingFound ? SampledCaseStatus.AwaitingResponse
        : SampledCaseStatus.ToAdjudicate;

    /// <summary>A test failed, or cannot be told.</summary>
    private bool HasSomethingFound => scrs.Exists(scr => scr.ByTests != ScrFinding.Tco);

    public static string Subject(int sample, int order) =>
        string.Create(CultureInfo.InvariantCulture, $"sample {sample} case {order}");

    public SubjectState State() =>
        new SubjectState()
            .With(
                "Drawing",
                [SampleNumber, Order, CaseNumber, CategoryCode, .. Scrs.SelectMany(scr => scr.DrawingState())]
            )
            .With("Tests", [TestedBy, TestedAt, .. Scrs.SelectMany(scr => scr.TestState())])
            .With("Response", [Agrees, Response, RespondedBy, RespondedAt])
            .With(
                "Adjudicated result",
                [Reasons, AdjudicatedBy, AdjudicatedAt, .. Scrs.Select(scr => (object?)scr.Finding)]
            );

    /// <summary>Keeps the answers to the two tests; some may still be missing.</summary>
    /// <param name="basedOn">The version that the answers were given on.</param>
    public Outcome Test(IReadOnlyList<ScrTests> tests, Guid basedOn, Person by, DateTime at)
    {
        if ((Stale(basedOn) ?? (Agrees is not null ? SamplingRefusals.Responded : null)) is { } refusal)
        {
            return refusal;
        }

        var before = TestsInWords();
        var taken = new List<(SampledScr Scr, ScrTests Tests, string Note)>();
        foreach (var answers in tests)
        {
            if (Find(answers.ScrNumber) is not { } scr)
            {
                return NoSuchScr(answers.ScrNumber);
            }

            var note = TextCleaning.Paragraphs(answers.Note);
            if (note.Length > SampledScr.NoteLength)
            {
                return SamplingRefusals.TooLong(
                    $"note-{scr.Order}",
                    $"The note on {scr.ScrNumber}",
                    SampledScr.NoteLength
                );
            }

            taken.Add((scr, answers, note));
        }

        taken.ForEach(answer => answer.Scr.Take(answer.Tests, answer.Note));
        var after = TestsInWords();
        if (after != before)
        {
            (TestedBy, TestedAt) = (by.Name, at);
            Audit.Note("Tested", before, after);
        }

        return Outcome.Done;
    }

    /// <summary>Keeps what the component says to the tests; it may change its mind until the case is adjudicated.</summary>
    /// <param name="text">Needed where it disagrees.</param>
    public Outcome Respond(bool? agrees, string? text, Guid basedOn, Person by, DateTime at)
    {
        if ((Stale(basedOn) ?? (IsTested ? null : SamplingRefusals.NotTested)) is { } refusal)
        {
            return refusal;
        }

        var response = TextCleaning.Paragraphs(text);
        if (agrees is not { } answer)
        {
            return SamplingRefusals.Missing("agrees", "Say whether the component agrees with the tests.");
        }

        if (!answer && response.Length == 0)
        {
            return SamplingRefusals.Missing("response", "Say what the component disagrees with, and why.");
        }

        if (response.Length > TextLength)
        {
            return SamplingRefusals.TooLong("response", "The response", TextLength);
        }

        if (Agrees != answer || Response != response)
        {
            Audit.Note("Responded", ResponseInWords(Agrees, Response), ResponseInWords(answer, response));
            (Agrees, Response, RespondedBy, RespondedAt) = (answer, response, by.Name, at);
        }

        return Outcome.Done;
    }

    /// <summary>Settles what each SCR is, and so what the case is.</summary>
    /// <param name="reasons">Needed where a result is not what the tests say, and where findings had no response.</param>
    public Outcome Adjudicate(
        IReadOnlyList<AdjudicatedScr> results,
        string? reasons,
        Guid basedOn,
        Person by,
        DateTime at
    )
    {
        if ((Stale(basedOn) ?? (IsTested ? null : SamplingRefusals.NotTested)) is { } refusal)
        {
            return refusal;
        }

        var findings = results.ToLookup(result => result.ScrNumber, result => result.Finding, StringComparer.Ordinal);
        if (results.FirstOrDefault(result => Find(result.ScrNumber) is null) is { } unknown)
        {
            return NoSuchScr(unknown.ScrNumber);
        }

        if (Scrs.FirstOrDefault(scr => findings[scr.ScrNumber].LastOrDefault() is null) is { } open)
        {
            return SamplingRefusals.Missing(
                SamplingRefusals.Text($"finding-{open.Order}"),
                $"Give the adjudicated result of {open.ScrNumber}."
            );
        }

        var text = TextCleaning.Paragraphs(reasons);
        if (text.Length > TextLength)
        {
            return SamplingRefusals.TooLong("reasons", "The reasons", TextLength);
        }

        if (text.Length == 0 && Status == SampledCaseStatus.AwaitingResponse)
        {
            return SamplingRefusals.Missing(
                "reasons",
                "The component has not responded to what was found: wait for its response, or say why the case is adjudicated without one."
            );
        }

        if (text.Length == 0 && scrs.Exists(scr => findings[scr.ScrNumber].Last() != scr.ByTests))
        {
            return SamplingRefusals.Missing("reasons", "A result is not what the tests say: give the reasons.");
        }

        scrs.ForEach(scr => scr.Adjudicate(findings[scr.ScrNumber].Last()));
        (Reasons, AdjudicatedBy, AdjudicatedAt) = (text, by.Name, at);
        Audit.Note("Adjudicated", after: FindingsInWords(), why: text.Length == 0 ? null : text);
        return Outcome.Done;
    }

    /// <summary>Takes the adjudicated result back; tests and response stay.</summary>
    public Outcome Reopen(string? reason, Guid basedOn)
    {
        if (basedOn != Version)
        {
            return Changed;
        }

        if (!IsAdjudicated)
        {
            return SamplingRefusals.NotAdjudicated;
        }

        var why = TextCleaning.Paragraphs(reason);
        if (why.Length == 0 || why.Length > AuditSample.ReasonLength)
        {
            return why.Length == 0
                ? SamplingRefusals.Missing("reopen-reason", "Say why the case is reopened.")
                : SamplingRefusals.TooLong("reopen-reason", "The reason", AuditSample.ReasonLength);
        }

        Audit.Note("Reopened", before: FindingsInWords(), why: why);
        scrs.ForEach(scr => scr.Adjudicate(finding: null));
        (Reasons, AdjudicatedBy, AdjudicatedAt) = (string.Empty, null, null);
        return Outcome.Done;
    }

    /// <summary>Somebody else saved the case since it was read.</summary>
    public static Refusal Changed { get; } =
        new(
            "sampled-case-changed",
            "Somebody else has saved this case since you opened it. What you entered still stands in the form: compare it with what is saved now, then save again."
        );

    private Refusal? Stale(Guid basedOn) =>
        basedOn != Version ? Changed
        : IsAdjudicated ? SamplingRefusals.Adjudicated
        : null;

    private SampledScr? Find(string scrNumber) => scrs.Find(scr => scr.ScrNumber == scrNumber);

    private Refusal NoSuchScr(string scrNumber) =>
        new("scr-not-in-case", $"Case {CaseNumber} has no SCR {scrNumber} in this sample.");

    private string TestsInWords() => string.Join('\n', Scrs.Select(scr => scr.TestsInWords()));

    private string FindingsInWords() =>
        string.Join('\n', Scrs.Select(scr => $"{scr.ScrNumber}: {SampleWording.Finding(scr.Finding)}"));

    private static string? ResponseInWords(bool? agrees, string response) =>
        agrees is { } answer ? $"{(answer ? "Agrees" : "Disagrees")}. {response}".TrimEnd() : null;
}
