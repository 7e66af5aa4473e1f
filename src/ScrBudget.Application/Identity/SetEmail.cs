using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Notices;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Identity;

/// <summary>Sets, changes or takes away the address to which an account's notices are mailed.</summary>
public sealed class SetEmail(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    /// <param name="email">Empty for none.</param>
    public async Task<Outcome> ExecuteAsync(
        string userName,
        string email,
        Person by,
        CancellationToken cancellation = default
    )
    {
        if (!by.Can(Permission.Administer))
        {
            return AccountRefusals.NotAllowed(by);
        }

        string? address = null;
        if (!string.IsNullOrWhiteSpace(email))
        {
            var parsed = MailAddresses.Parse(email);
            if (!parsed.IsDone)
            {
                return parsed.Refusal;
            }

            address = parsed.Value;
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

        account.SetEmail(address);
        if (account.Audit.Pending.Count == 0)
        {
            return Outcome.Done;
        }

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
