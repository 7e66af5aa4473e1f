using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Notices;

/// <summary>Marks a person's own notices read, and takes them out of the next daily mail.</summary>
public sealed class MarkNoticesRead(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    /// <summary>One notice; another's, or one that is read already, changes nothing.</summary>
    public Task OneAsync(Guid id, Person by, CancellationToken cancellation = default) =>
        ReadAsync(id, by, cancellation);

    /// <returns>How many were unread.</returns>
    public Task<int> AllAsync(Person by, CancellationToken cancellation = default) => ReadAsync(null, by, cancellation);

    private async Task<int> ReadAsync(Guid? id, Person by, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var unread = await context
            .Notices.Where(notice => notice.AccountId == by.Id && notice.ReadAt == null)
            .Where(notice => id == null || notice.Id == id)
            .ToListAsync(cancellation);
        var at = time.Now();
        foreach (var notice in unread)
        {
            notice.Read(at);
        }

        await context.SaveChangesAsync(cancellation);
        return unread.Count;
    }
}
