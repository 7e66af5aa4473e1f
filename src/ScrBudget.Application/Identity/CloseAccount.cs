using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Data.Identity;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Identity;

/// <summary>Closes an account: nobody signs in with it any more, open sessions end, its name stays in the trail.</summary>
public sealed class CloseAccount(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public async Task<Outcome> ExecuteAsync(string userName, Person by, CancellationToken cancellation = default)
    {
        if (!by.Can(Permission.Administer))
        {
            return AccountRefusals.NotAllowed(by);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var accounts = await context.Users.ToListAsync(cancellation);
        var account = accounts.Find(known => known.UserName == userName);
        if (account is null)
        {
            return AccountRefusals.Unknown(userName);
        }

        if (account.ClosedAt is not null)
        {
            return AccountRefusals.Closed(userName);
        }

        if (IsAdministrator(account))
        {
            // One that can sign in counts for one that can; a demo account has no password.
            var other = accounts.Find(known =>
                known != account
                && IsAdministrator(known)
                && known.ClosedAt is null
                && (known.PasswordHash is not null || account.PasswordHash is null)
            );
            if (other is null)
            {
                return AccountRefusals.LastAdministrator;
            }

            // The one who stays is written too: of two administrators who close each other at once, one is refused.
            other.ConcurrencyStamp = Guid.NewGuid().ToString();
        }

        var at = time.Now();
        account.Close(at);
        return await AccountChanges.SaveAsync(context, account, by, at, cancellation);
    }

    private static bool IsAdministrator(Account account) => account.Roles.Any(held => held.Role == Role.Administrator);
}
