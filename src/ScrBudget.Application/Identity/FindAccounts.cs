using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Demo;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Identity;

/// <summary>What the doors of the system ask before anybody is known: who there is, and whether there is anybody.</summary>
public sealed class FindAccounts(IDbContextFactory<ScrBudgetContext> contexts)
{
    /// <summary>Until somebody can sign in with a password, the first start asks for an administrator.</summary>
    public async Task<bool> AnyWithPasswordAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Users.AnyAsync(account => account.PasswordHash != null, cancellation);
    }

    /// <summary>
    /// The accounts that the demo made in this database and nobody closed or gave a password: they alone open with one
    /// click, and in Development only.
    /// </summary>
    public async Task<IReadOnlyList<DemoPerson>> DemoAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var open = await context
            .Users.Where(account => account.PasswordHash == null && account.ClosedAt == null)
            .Select(account => account.Id)
            .ToListAsync(cancellation);
        return [.. DemoPeople.All.Where(person => open.Contains(person.AsPerson().Id))];
    }

    /// <param name="userName">In any case, as Identity compares names.</param>
    public async Task<Outcome<Person>> ByUserNameAsync(string userName, CancellationToken cancellation = default)
    {
        var sought = userName.ToUpperInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var account = await context.Users.FirstOrDefaultAsync(user => user.NormalizedUserName == sought, cancellation);
        if (account is null)
        {
            return new Refusal("user-unknown", $"There is no user “{userName}” in this database.");
        }

        return account.ClosedAt is null
            ? account.AsPerson()
            : new Refusal("account-closed", $"The account {account.UserName} is closed.");
    }
}
