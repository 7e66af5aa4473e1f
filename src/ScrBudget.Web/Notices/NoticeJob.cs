using ScrBudget.Application.Notices;

namespace ScrBudget.Web.Notices;

/// <summary>
/// Every minute: reminders, digests, and what is due in the outbox. Several sites on one database may run it side by
/// side, since each piece of work is done by whoever marks or claims it first.
/// </summary>
internal sealed class NoticeJob(
    SendReminders reminders,
    SendDigests digests,
    SendMail mails,
    TimeProvider time,
    ILogger<NoticeJob> logger
) : BackgroundService
{
    internal static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await RunAsync("Reminders", () => reminders.ExecuteAsync(stoppingToken), stoppingToken);
            await RunAsync("Digests", () => digests.ExecuteAsync(stoppingToken), stoppingToken);
            await RunAsync("Mail", () => SendAsync(stoppingToken), stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SendAsync(CancellationToken stopping)
    {
        var run = await mails.ExecuteAsync(stopping);
        if (run.Failed > 0)
        {
            logger.LogWarning(
                "{Failed} mails were not sent, {Sent} were. {Error}",
                run.Failed,
                run.Sent,
                run.LastError
            );
        }
    }

    /// <summary>One part that fails stops neither the others nor the site: the next minute tries again.</summary>
    private async Task RunAsync(string part, Func<Task> run, CancellationToken stopping)
    {
        try
        {
            await run();
        }
        catch (Exception problem) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(problem, "{Part} of the notices failed; the next run tries again.", part);
        }
    }
}
