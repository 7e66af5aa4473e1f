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
        var found = await AccountChanges.FindOpenAsync(context, userName, cancellation);
        if (!found.IsDone)
        {
            return found.Refusal;
        }

        var account = found.Value;
        account.SetEmail(address);
        if (account.Audit.Pending.Count == 0)
        {
            return Outcome.Done;
        }

        return await AccountChanges.SaveAsync(context, account, by, time.Now(), cancellation);
    }
}
