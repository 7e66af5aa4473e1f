using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Domain.Requests;

/// <summary>What analysts say of the request's SCR data: findings, verdicts, dispositions, the check-list.</summary>
public sealed partial class ResourceRequest
{
    private readonly List<FigureFinding> findings = [];
    private readonly List<AnswerReview> answerReviews = [];
    private readonly List<Disposition> dispositions = [];
    private readonly List<CheckListTick> ticks = [];

    public IReadOnlyList<FigureFinding> Findings => [.. findings.OrderBy(finding => finding.Sequence)];

    public IReadOnlyList<AnswerReview> AnswerReviews => [.. answerReviews.OrderBy(review => review.Sequence)];

    public IReadOnlyList<Disposition> Dispositions => [.. dispositions.OrderBy(given => given.Sequence)];

    public IReadOnlyList<CheckListTick> Ticks => [.. ticks.OrderBy(tick => tick.Sequence)];

    /// <summary>The tick of a line for the latest submission; null where it is not ticked.</summary>
    public CheckListTick? TickOf(string line) =>
        Ticks.LastOrDefault(tick => tick.Line == line && tick.SubmissionNumber == submissions.Count)
            is { IsTicked: true } tick
            ? tick
            : null;

    /// <summary>The disposition of the latest submission; null while it is pending.</summary>
    public Disposition? CurrentDisposition =>
        Dispositions.LastOrDefault(given => given.SubmissionNumber == submissions.Count);

    /// <summary>What an analyst found of a figure last; null where nobody has.</summary>
    public FigureFinding? FindingOn(int figureNumber) =>
        Findings.LastOrDefault(finding => finding.FigureNumber == figureNumber);

    /// <summary>The last verdict on an answer; null where it has none.</summary>
    public AnswerReview? ReviewOf(CategoryAnswer answer) =>
        AnswerReviews.LastOrDefault(review => review.AnswerSequence == answer.Sequence);

    /// <summary>Was this answer put before the compiler? From then on nobody else judges it, and the compiler may correct the verdict.</summary>
    public bool IsBeforeTheCompiler(CategoryAnswer answer) =>
        answerReviews.Exists(review => review.AnswerSequence == answer.Sequence && review.Verdict == Verdict.Escalated);

    /// <summary>One click on an attached statistic: does it bear on the request?</summary>
    /// <param name="reason">Needed where it does not: its category is open again.</param>
    public Outcome FindOnFigure(int figureNumber, bool bears, string reason, Person by, DateTime at)
    {
        if (CheckReview(by) is { } refusal)
        {
            return refusal;
        }

        if (!IsCited(figureNumber))
        {
            return ReviewRefusals.NotCited(figureNumber);
        }

        var why = TextCleaning.Line(reason);
        if ((!bears || why.Length > 0) && ReasonProblem(why, ReviewWords.ReasonLength) is { } problem)
        {
            return problem;
        }

        var before = FindingOn(figureNumber);
        if (before?.Bears == bears && before.Reason == why)
        {
            return Outcome.Done;
        }

        findings.Add(new FigureFinding(findings.Count + 1, figureNumber, bears, why, by.Name, at));
        Note(
            $"Found on S{figureNumber}",
            at,
            before is null ? null : Words(before.Bears),
            Words(bears),
            why.Length == 0 ? null : why
        );
        return Outcome.Done;

        static string Words(bool bears) => bears ? "Bears on the request" : "Does not bear on the request";
    }

    /// <summary>Judges the last answer of a category, where it says <em>declined</em> or <em>not applicable</em>.</summary>
    /// <param name="reason">Needed unless accepted.</param>
    public Outcome ReviewAnswer(int answerSequence, Verdict verdict, string reason, Person by, DateTime at)
    {
        var answer = Answers.FirstOrDefault(given => given.Sequence == answerSequence);
        if (answer is null || !IsToBeJudged(answer))
        {
            return ReviewRefusals.NoSuchAnswer;
        }

        var before = ReviewOf(answer);
        var isEscalated = IsBeforeTheCompiler(answer);
        if (isEscalated && !by.Can(Permission.DecideRequests, OfficeCode))
        {
            return by.Can(Permission.ReviewRequests, OfficeCode)
                ? ReviewRefusals.BeforeTheCompiler
                : RequestRefusals.NotAllowed;
        }

        if (!isEscalated && CheckReview(by) is { } refusal)
        {
            return refusal;
        }

        if (isEscalated && Status != RequestStatus.InReview)
        {
            return ReviewRefusals.NotInReview(Status);
        }

        if (!Enum.IsDefined(verdict) || (isEscalated && verdict == Verdict.Escalated))
        {
            return RequestRefusals.NotUsable("Verdict", "accept the answer or refuse it.");
        }

        var why = TextCleaning.Line(reason);
        if (
            (verdict != Verdict.Accepted || why.Length > 0)
            && ReasonProblem(why, ReviewWords.ReasonLength) is { } problem
        )
        {
            return problem;
        }

        if (before?.Verdict == verdict && before.Reason == why)
        {
            return Outcome.Done;
        }

        answerReviews.Add(new AnswerReview(answerReviews.Count + 1, answerSequence, verdict, why, by.Name, at));
        Note(
            answer.CategoryCode.Length == 0
                ? "Judged that no category applies"
                : $"Judged the answer on {answer.CategoryCode}",
            at,
            $"{answer.Decision.Title()}: {answer.Reason}",
            verdict.ToString(),
            why.Length == 0 ? null : why
        );
        return Outcome.Done;
    }

    /// <summary>The analyst's disposition of the SCR question, for the latest submission.</summary>
    public Outcome Dispose(DispositionKind kind, string note, ScrPrompt prompt, Person by, DateTime at)
    {
        if (CheckReview(by) is { } refusal)
        {
            return refusal;
        }

        if (!Enum.IsDefined(kind))
        {
            return RequestRefusals.NotUsable("Disposition", "choose one of the three.");
        }

        var cleaned = TextCleaning.Line(note);
        if (cleaned.Length > ReviewWords.ReasonLength)
        {
            return RequestRefusals.TooLong("Note", cleaned.Length, ReviewWords.ReasonLength);
        }

        if (!ReviewGaps.IsConsistent(kind, this, prompt))
        {
            return ReviewRefusals.NotThatDisposition(kind);
        }

        var before = CurrentDisposition;
        if (before?.Kind == kind && before.Note == cleaned)
        {
            return Outcome.Done;
        }

        dispositions.Add(new Disposition(dispositions.Count + 1, submissions.Count, kind, cleaned, by.Name, at));
        Note("Gave the SCR disposition", at, before?.Kind.Title(), kind.Title(), cleaned.Length == 0 ? null : cleaned);
        return Outcome.Done;
    }

    /// <summary>Ticks a line of the cycle's check-list for the latest submission, or takes the tick back.</summary>
    /// <param name="lines">The check-list as the cycle has it.</param>
    public Outcome Tick(string line, bool isTicked, IReadOnlyList<string> lines, Person by, DateTime at)
    {
        if (CheckReview(by) is { } refusal)
        {
            return refusal;
        }

        if (!lines.Contains(line))
        {
            return new Refusal("check-list-changed", "That line is not on the check-list any more. Reload the page.");
        }

        if (TickOf(line) is not null == isTicked)
        {
            return Outcome.Done;
        }

        ticks.Add(new CheckListTick(ticks.Count + 1, submissions.Count, line, isTicked, by.Name, at));
        Note(isTicked ? "Ticked a line of the check-list" : "Took a tick back", at, after: line);
        return Outcome.Done;
    }

    /// <summary>Is this an answer without SCR data that counts now: the last one of its category or recommendation?</summary>
    private bool IsToBeJudged(CategoryAnswer answer) =>
        answer.Decision is CategoryDecision.Declined or CategoryDecision.NotApplicable
        && (
            Answers.Last(given => given.CategoryCode == answer.CategoryCode).Sequence == answer.Sequence
            || (
                answer.RecommendationNumber is { } recommendation
                && ResponseTo(recommendation)!.Sequence == answer.Sequence
            )
        );

    private Refusal? CheckReview(Person by) =>
        !by.Can(Permission.ReviewRequests, OfficeCode) ? RequestRefusals.NotAllowed
        : Status != RequestStatus.InReview ? ReviewRefusals.NotInReview(Status)
        : null;
}
