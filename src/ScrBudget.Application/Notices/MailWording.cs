using System.Text;
using ScrBudget.Domain.Notices;

namespace ScrBudget.Application.Notices;

/// <summary>
/// What a mail says beside its notices: plain text, which every reader and screen reader takes. It tells what waits and
/// links there; a title, an amount or a figure never leaves by mail.
/// </summary>
internal static class MailWording
{
    public static Mail AtOnce(string accountId, string address, Notice notice, MailSettings settings, DateTime at) =>
        new(
            accountId,
            address,
            $"ScrBudget: {notice.Subject}",
            $"{notice.Text}\n\n{settings.BaseAddress}{notice.Address}\n\n{Foot(settings)}",
            at
        );

    /// <param name="notices">Unread, the most urgent first; one at least.</param>
    public static Mail Digest(
        string accountId,
        string address,
        IReadOnlyList<Notice> notices,
        MailSettings settings,
        DateTime at
    )
    {
        var count = notices.Count == 1 ? "1 unread notice" : $"{notices.Count} unread notices";
        var body = new StringBuilder($"{count} since the last daily mail:\n\n");
        foreach (var notice in notices)
        {
            body.Append($"- {notice.Subject}\n  {settings.BaseAddress}{notice.Address}\n");
        }

        return new Mail(accountId, address, $"ScrBudget: {count}", $"{body}\n{Foot(settings)}", at);
    }

    private static string Foot(MailSettings settings) =>
        $"--\nAll notices: {settings.BaseAddress}{NoticePaths.All}\n"
        + $"Choose what comes by e-mail: {settings.BaseAddress}{NoticePaths.Settings}\n"
        + "This message was sent by ScrBudget. Do not answer it.\n";
}
