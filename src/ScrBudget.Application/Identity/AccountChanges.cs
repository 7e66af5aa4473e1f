using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Data.Identity;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Identity;

/// <summary>How an account that is there is changed: found while it is open, saved against whoever was faster.</summary>
internal static class AccountChanges
{
    public static async Task<Outcome<Account>> FindOpenAsync(
        ScrBudgetContext context,
        string userName,
        CancellationToken cancellation
    )
    {
        var account = await context.Users.SingleOrDefaultAsync(known => known.UserName == userName, cancellation);
        return account is null ? AccountRefusals.Unknown(userName)
            : account.ClosedAt is not null ? AccountRefusals.Closed(userName)
            : account;
    }

    public static async Task<Outcome> SaveAsync(
        ScrBudgetContext context,
        Account account,
        Person by,
        DateTime at,
        CancellationToken cancellation
    )
    {
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        try
        {
            await context.SaveAsync(by, at, cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            return AccountRefusals.Changed(account.UserName!);
        }
    }
}
