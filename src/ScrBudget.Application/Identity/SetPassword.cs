using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Data.Identity;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Identity;

/// <summary>Gives an account a new password, ends its sessions and a lock-out. The password is in no audit entry.</summary>
public sealed class SetPassword(
    IDbContextFactory<ScrBudgetContext> contexts,
    IPasswordHasher<Account> hasher,
    TimeProvider time
)
{
    public async Task<Outcome> ExecuteAsync(
        string userName,
        string password,
        Person by,
        CancellationToken cancellation = default
    )
    {
        if (!by.Can(Permission.Administer))
        {
            return AccountRefusals.NotAllowed(by);
        }

        if (AccountRefusals.PasswordProblem(password) is { } problem)
        {
            return problem;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var account = await context.Users.SingleOrDefaultAsync(known => known.UserName == userName, cancellation);
        if (account is null)
        {
            return AccountRefusals.Unknown(userName);
        }

        if (account.ClosedAt is not null)
        {
            return AccountRefusals.Closed(userName);
        }

        account.SetPassword(hasher.HashPassword(account, password));
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        try
        {
            await context.SaveAsync(by, time.Now(), cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            return AccountRefusals.Changed(userName);
        }
    }
}
