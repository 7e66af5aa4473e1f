using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Notices;

namespace ScrBudget.Application.Notices;

/// <param name="Failed">Attempts that failed in this run, those given up among them.</param>
/// <param name="LastError">What the last of them met; null when none failed.</param>
public sealed record MailRun(int Sent, int Failed, string? LastError);

/// <summary>
/// Sends what is due in the outbox. Each mail is claimed and saved before it is sent, guarded by its version, so that of
/// two senders one has it; how and when it is tried again is <see cref="Mail"/>'s rule.
/// </summary>
public sealed class SendMail(
    IDbContextFactory<ScrBudgetContext> contexts,
    IMailTransport transport,
    MailSettings settings,
    TimeProvider time
)
{
    private const int BatchSize = 200;

    /// <summary>So many failures in a row mean that the server is away: the rest keeps its attempts for later.</summary>
    private const int FailuresInARow = 3;

    public async Task<MailRun> ExecuteAsync(CancellationToken cancellation = default)
    {
        var run = new MailRun(0, 0, null);
        if (!settings.IsOn)
        {
            return run;
        }

        var inARow = 0;
        foreach (var id in await DueAsync(cancellation))
        {
            if (inARow == FailuresInARow || cancellation.IsCancellationRequested)
            {
                break;
            }

            switch (await TryAsync(id))
            {
                case { SentAt: not null }:
                    run = run with { Sent = run.Sent + 1 };
                    inARow = 0;
                    break;
                case { } failed:
                    run = run with { Failed = run.Failed + 1, LastError = failed.LastError };
                    inARow++;
                    break;
            }
        }

        return run;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        var now = time.Now();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .Mails.Where(mail => mail.NextAttemptAt != null && mail.NextAttemptAt <= now)
            .OrderBy(mail => mail.NextAttemptAt)
            .Select(mail => mail.Id)
            .Take(BatchSize)
            .ToListAsync(cancellation);
    }

    /// <summary>The mail after its attempt; null when another sender has it.</summary>
    private async Task<Mail?> TryAsync(Guid id)
    {
        // Not to be stopped in the middle: what was sent must be marked.
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        var mail = await context.Mails.SingleAsync(waiting => waiting.Id == id, CancellationToken.None);
        if (mail.NextAttemptAt is not { } due || due > time.Now())
        {
            return null;
        }

        var isClaimed = mail.Claim(time.Now());
        try
        {
            await context.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }

        if (!isClaimed)
        {
            return mail;
        }

        try
        {
            await transport.SendAsync(mail);
            mail.Sent(time.Now());
        }
        catch (MailTransportException problem)
        {
            mail.Failed(problem.Message, time.Now());
        }

        await context.SaveChangesAsync(CancellationToken.None);
        return mail;
    }
}
