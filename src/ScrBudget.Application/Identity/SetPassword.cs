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
        var found = await AccountChanges.FindOpenAsync(context, userName, cancellation);
        if (!found.IsDone)
        {
            return found.Refusal;
        }

        var account = found.Value;
        account.SetPassword(hasher.HashPassword(account, password));
        return await AccountChanges.SaveAsync(context, account, by, time.Now(), cancellation);
    }
}
