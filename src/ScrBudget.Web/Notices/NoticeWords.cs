using ScrBudget.Domain.Notices;

namespace ScrBudget.Web.Notices;

/// <summary>Groups, choices and statuses as the notices' pages name them.</summary>
internal static class NoticeWords
{
    public static string Of(NoticeGroup group) =>
        group switch
        {
            NoticeGroup.YourTurn => "Something waits for you",
            NoticeGroup.DueDates => "Due dates of data calls",
            NoticeGroup.Discussion => "Comments and guidance",
            _ => "What became of a request",
        };

    /// <summary>The kinds in a group, as one sentence.</summary>
    public static string Kinds(NoticeGroup group) =>
        string.Join(
                ", ",
                Enum.GetValues<NoticeKind>()
                    .Where(kind => kind.Group() == group)
                    .Select(kind => NoticeWording.Of(kind).ToLowerInvariant())
            )
            .Replace("scr data", "SCR data", StringComparison.Ordinal);

    public static string Of(MailChoice choice) =>
        choice switch
        {
            MailChoice.AtOnce => "At once",
            MailChoice.DailyDigest => "In one mail a day, at 7:00 AM",
            _ => "No e-mail",
        };

    public static string Of(MailStatus status) =>
        status switch
        {
            MailStatus.GivenUp => "Given up",
            _ => status.ToString(),
        };
}
