using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Notices;

namespace ScrBudget.Application.Notices;

/// <summary>
/// Puts one mail a day into the outbox for whoever chose the digest and has unread notices in it: in the morning, with
/// what came until then. Each notice stands in one digest.
/// </summary>
public sealed class SendDigests(IDbContextFactory<ScrBudgetContext> contexts, MailSettings settings, TimeProvider time)
{
    /// <returns>How many digests were written.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellation = default)
    {
        if (!settings.IsOn)
        {
            return 0;
        }

        var morning = OfficeMorning.Last(time);
        var written = 0;
        foreach (var accountId in await WaitingAsync(morning, cancellation))
        {
            if (await WriteAsync(accountId, morning, cancellation))
            {
                written++;
            }
        }

        return written;
    }

    private async Task<List<string>> WaitingAsync(OfficeMorning morning, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .Notices.Where(notice => notice.IsForDigest && notice.At <= morning.At)
            .Select(notice => notice.AccountId)
            .Distinct()
            .OrderBy(accountId => accountId)
            .ToListAsync(cancellation);
    }

    private async Task<bool> WriteAsync(string accountId, OfficeMorning morning, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var key = NoticeMark.Digest(accountId, morning.Day);
        if (await context.IsMarkedAsync(key, cancellation))
        {
            return false;
        }

        var notices = await context
            .Notices.Where(notice => notice.AccountId == accountId && notice.IsForDigest && notice.At <= morning.At)
            .ToListAsync(cancellation);
        var account = await context.Users.AsNoTracking().SingleAsync(user => user.Id == accountId, cancellation);
        foreach (var notice in notices)
        {
            notice.LeaveDigest();
        }

        // Closed, or without an address since: nobody to write to, and nothing waits any more.
        var isWanted = account.ClosedAt is null && account.Email is not null && notices.Count > 0;
        if (isWanted)
        {
            List<Notice> urgentFirst = [.. notices.OrderBy(notice => notice.Kind).ThenBy(notice => notice.At)];
            context.Add(MailWording.Digest(accountId, account.Email!, urgentFirst, settings, time.Now()));
        }

        return await context.SaveOnceAsync(key, time.Now(), cancellation) && isWanted;
    }
}
