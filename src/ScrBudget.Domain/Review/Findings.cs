namespace ScrBudget.Domain.Review;

/// <summary>An analyst's finding on one attached statistic: does it bear on the request? The last one counts.</summary>
public sealed class FigureFinding
{
    private FigureFinding() { }

    internal FigureFinding(int sequence, int figureNumber, bool bears, string reason, string by, DateTime at)
    {
        Sequence = sequence;
        FigureNumber = figureNumber;
        Bears = bears;
        Reason = reason;
        By = by;
        At = at;
    }

    public int Sequence { get; private set; }

    public int FigureNumber { get; private set; }

    public bool Bears { get; private set; }

    /// <summary>Given where it does not bear.</summary>
    public string Reason { get; private set; } = string.Empty;

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>What became of an office's answer that uses no SCR data.</summary>
public enum Verdict
{
    Accepted = 1,

    /// <summary>The category is open again: the office answers anew.</summary>
    Refused = 2,

    /// <summary>Before the compiler, whose verdict is the last.</summary>
    Escalated = 3,
}

/// <summary>A verdict on one answer (<em>declined</em> or <em>not applicable</em>). The last one counts.</summary>
public sealed class AnswerReview
{
    private AnswerReview() { }

    internal AnswerReview(int sequence, int answerSequence, Verdict verdict, string reason, string by, DateTime at)
    {
        Sequence = sequence;
        AnswerSequence = answerSequence;
        Verdict = verdict;
        Reason = reason;
        By = by;
        At = at;
    }

    public int Sequence { get; private set; }

    public int AnswerSequence { get; private set; }

    public Verdict Verdict { get; private set; }

    /// <summary>Given unless accepted.</summary>
    public string Reason { get; private set; } = string.Empty;

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>An analyst's disposition of the SCR question, without which no review completes (domain.md section 8).</summary>
public enum DispositionKind
{
    Recommended = 1,
    AlreadyUsed = 2,
    AgreedNotApplicable = 3,
}

/// <summary>One disposition, for one submission. The last one of the latest submission counts.</summary>
public sealed class Disposition
{
    private Disposition() { }

    internal Disposition(int sequence, int submissionNumber, DispositionKind kind, string note, string by, DateTime at)
    {
        Sequence = sequence;
        SubmissionNumber = submissionNumber;
        Kind = kind;
        Note = note;
        By = by;
        At = at;
    }

    public int Sequence { get; private set; }

    public int SubmissionNumber { get; private set; }

    public DispositionKind Kind { get; private set; }

    /// <summary>May be empty.</summary>
    public string Note { get; private set; } = string.Empty;

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>A line of the cycle's check-list, ticked or taken back by an analyst for one submission. The last one counts.</summary>
public sealed class CheckListTick
{
    private CheckListTick() { }

    internal CheckListTick(int sequence, int submissionNumber, string line, bool isTicked, string by, DateTime at)
    {
        Sequence = sequence;
        SubmissionNumber = submissionNumber;
        Line = line;
        IsTicked = isTicked;
        By = by;
        At = at;
    }

    public int Sequence { get; private set; }

    public int SubmissionNumber { get; private set; }

    /// <summary>As the cycle had it then.</summary>
    public string Line { get; private set; } = string.Empty;

    public bool IsTicked { get; private set; }

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}

public static class ReviewWords
{
    /// <summary>Characters of a reason or a note.</summary>
    public const int ReasonLength = 500;

    public static string Title(this DispositionKind kind) =>
        kind switch
        {
            DispositionKind.Recommended => "Recommended",
            DispositionKind.AlreadyUsed => "Already used",
            _ => "Agreed not applicable",
        };

    public static string Title(this RecommendationState state) =>
        state switch
        {
            RecommendationState.AwaitingAnswer => "Awaiting the office’s answer",
            RecommendationState.Answered => "Answered",
            RecommendationState.Escalated => "Before the compiler",
            _ => "Settled",
        };
}
