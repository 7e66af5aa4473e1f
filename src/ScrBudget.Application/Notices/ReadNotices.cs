using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;

namespace ScrBudget.Application.Notices;

/// <param name="Kind">Null for all.</param>
/// <param name="Page">From 1; beyond the last page, the last.</param>
public sealed record ReadNoticesInput(bool IsUnreadOnly = false, NoticeKind? Kind = null, int Page = 1);

/// <param name="Notices">Unread first, then the newest.</param>
/// <param name="Total">How many the filters let through, on all pages.</param>
/// <param name="Unread">How many are unread at all, whatever the filters.</param>
public sealed record NoticeList(IReadOnlyList<Notice> Notices, int Total, int Unread, int Page, int PageCount);

/// <summary>A person's own notices; nobody reads another's.</summary>
public sealed class ReadNotices(IDbContextFactory<ScrBudgetContext> contexts)
{
    public const int PageSize = 25;

    /// <summary>What the bell counts, on every page.</summary>
    /// <param name="accountId">The signed-in person's own.</param>
    public async Task<int> CountUnreadAsync(string accountId, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Notices.CountAsync(
            notice => notice.AccountId == accountId && notice.ReadAt == null,
            cancellation
        );
    }

    public async Task<NoticeList> ExecuteAsync(
        ReadNoticesInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var own = context.Notices.AsNoTracking().Where(notice => notice.AccountId == by.Id);
        var unread = await own.CountAsync(notice => notice.ReadAt == null, cancellation);
        var wanted = own;
        if (input.IsUnreadOnly)
        {
            wanted = wanted.Where(notice => notice.ReadAt == null);
        }

        if (input.Kind is { } kind)
        {
            wanted = wanted.Where(notice => notice.Kind == kind);
        }

        var total = await wanted.CountAsync(cancellation);
        var pageCount = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(input.Page, 1, pageCount);
        var notices = await wanted
            .OrderBy(notice => notice.ReadAt == null ? 0 : 1)
            .ThenByDescending(notice => notice.At)
            .ThenBy(notice => notice.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellation);
        return new NoticeList(notices, total, unread, page, pageCount);
    }
}
