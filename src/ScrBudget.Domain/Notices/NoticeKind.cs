namespace ScrBudget.Domain.Notices;

/// <summary>What a notice is about, in order of urgency: what waits for the reader first.</summary>
public enum NoticeKind
{
    Overdue = 1,
    DueSoon = 2,
    ReviewOverdue = 3,
    ReviewDueSoon = 4,
    RequestReturned = 5,
    ScrDataRecommended = 6,
    RecommendationEscalated = 7,
    AwaitingApproval = 8,
    RequestSubmitted = 9,
    RecommendationAnswered = 10,

    /// <summary>The compiler judged what was escalated: the analyst goes on.</summary>
    EscalationSettled = 11,
    ReadyToDecide = 12,
    Reassigned = 13,
    Reopened = 14,

    /// <summary>Withdrawn once, and a draft again.</summary>
    Restored = 15,
    CommentMade = 16,
    GuidanceChanged = 17,

    /// <summary>The office took back what it had submitted.</summary>
    Recalled = 18,
    Withdrawn = 19,
    Merged = 20,
    Decided = 21,
    Transmitted = 22,

    /// <summary>A removal by a later stage was recorded, or such a record taken back.</summary>
    LaterStage = 23,

    /// <summary>SCR data were recommended after transmission, for the next cycle.</summary>
    LateRecommendation = 24,
}

/// <summary>Kinds that a person chooses mail for together.</summary>
public enum NoticeGroup
{
    /// <summary>Something waits for the reader: nobody else can go on.</summary>
    YourTurn = 1,

    /// <summary>Due dates of data calls and of their reviews.</summary>
    DueDates = 2,

    /// <summary>What others said or changed: comments, guidance.</summary>
    Discussion = 3,

    /// <summary>What became of a request.</summary>
    Outcome = 4,
}

/// <summary>When a notice also comes by e-mail; in the product it stands always.</summary>
public enum MailChoice
{
    AtOnce = 1,
    DailyDigest = 2,
    None = 3,
}

/// <summary>Which group a kind belongs to, and what holds while a person has chosen nothing: as data.</summary>
public static class NoticeGroups
{
    private static readonly Dictionary<NoticeKind, NoticeGroup> Groups = new()
    {
        [NoticeKind.Overdue] = NoticeGroup.DueDates,
        [NoticeKind.DueSoon] = NoticeGroup.DueDates,
        [NoticeKind.ReviewOverdue] = NoticeGroup.DueDates,
        [NoticeKind.ReviewDueSoon] = NoticeGroup.DueDates,
        [NoticeKind.RequestReturned] = NoticeGroup.YourTurn,
        [NoticeKind.ScrDataRecommended] = NoticeGroup.YourTurn,
        [NoticeKind.RecommendationEscalated] = NoticeGroup.YourTurn,
        [NoticeKind.AwaitingApproval] = NoticeGroup.YourTurn,
        [NoticeKind.RequestSubmitted] = NoticeGroup.YourTurn,
        [NoticeKind.RecommendationAnswered] = NoticeGroup.YourTurn,
        [NoticeKind.EscalationSettled] = NoticeGroup.YourTurn,
        [NoticeKind.ReadyToDecide] = NoticeGroup.YourTurn,
        [NoticeKind.Reassigned] = NoticeGroup.YourTurn,
        [NoticeKind.Reopened] = NoticeGroup.YourTurn,
        [NoticeKind.Restored] = NoticeGroup.YourTurn,
        [NoticeKind.CommentMade] = NoticeGroup.Discussion,
        [NoticeKind.GuidanceChanged] = NoticeGroup.Discussion,
        [NoticeKind.Recalled] = NoticeGroup.Outcome,
        [NoticeKind.Withdrawn] = NoticeGroup.Outcome,
        [NoticeKind.Merged] = NoticeGroup.Outcome,
        [NoticeKind.Decided] = NoticeGroup.Outcome,
        [NoticeKind.Transmitted] = NoticeGroup.Outcome,
        [NoticeKind.LaterStage] = NoticeGroup.Outcome,
        [NoticeKind.LateRecommendation] = NoticeGroup.Outcome,
    };

    public static NoticeGroup Group(this NoticeKind kind) => Groups[kind];

    /// <summary>Until the person chooses: at once where something waits, else in the daily digest.</summary>
    public static MailChoice Default(this NoticeGroup group) =>
        group is NoticeGroup.YourTurn or NoticeGroup.DueDates ? MailChoice.AtOnce : MailChoice.DailyDigest;
}
