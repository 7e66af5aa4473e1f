namespace ScrBudget.Domain.Notices;

/// <summary>What a notice is about, in order of urgency: what waits for the reader first.</summary>
public enum NoticeKind
{
    Overdue = 1,
    DueSoon = 2,
    RequestReturned = 3,
    ScrDataRecommended = 4,
    RecommendationEscalated = 5,
    AwaitingApproval = 6,
    RequestSubmitted = 7,
    RecommendationAnswered = 8,
    ReadyToDecide = 9,
    Reassigned = 10,
    CommentMade = 11,
    GuidanceChanged = 12,
    Decided = 13,
    Transmitted = 14,
}

/// <summary>Kinds that a person chooses mail for together.</summary>
public enum NoticeGroup
{
    /// <summary>Something waits for the reader: nobody else can go on.</summary>
    YourTurn = 1,

    /// <summary>Due dates of data calls.</summary>
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
        [NoticeKind.RequestReturned] = NoticeGroup.YourTurn,
        [NoticeKind.ScrDataRecommended] = NoticeGroup.YourTurn,
        [NoticeKind.RecommendationEscalated] = NoticeGroup.YourTurn,
        [NoticeKind.AwaitingApproval] = NoticeGroup.YourTurn,
        [NoticeKind.RequestSubmitted] = NoticeGroup.YourTurn,
        [NoticeKind.RecommendationAnswered] = NoticeGroup.YourTurn,
        [NoticeKind.ReadyToDecide] = NoticeGroup.YourTurn,
        [NoticeKind.Reassigned] = NoticeGroup.YourTurn,
        [NoticeKind.CommentMade] = NoticeGroup.Discussion,
        [NoticeKind.GuidanceChanged] = NoticeGroup.Discussion,
        [NoticeKind.Decided] = NoticeGroup.Outcome,
        [NoticeKind.Transmitted] = NoticeGroup.Outcome,
    };

    public static NoticeGroup Group(this NoticeKind kind) => Groups[kind];

    /// <summary>Until the person chooses: at once where something waits, else in the daily digest.</summary>
    public static MailChoice Default(this NoticeGroup group) =>
        group is NoticeGroup.YourTurn or NoticeGroup.DueDates ? MailChoice.AtOnce : MailChoice.DailyDigest;
}
