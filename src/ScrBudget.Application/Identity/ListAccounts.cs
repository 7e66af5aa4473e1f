using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Identity;

/// <param name="ClosedAt">UTC; null while the account is open.</param>
/// <param name="Email">Where notices are mailed to; null for nowhere.</param>
public sealed record AccountLine(
    string UserName,
    string DisplayName,
    string? OfficeName,
    IReadOnlyList<Role> Roles,
    DateTime? ClosedAt,
    string? Email
);

public sealed record AccountList(IReadOnlyList<AccountLine> Accounts, IReadOnlyList<Office> Offices);

/// <summary>All accounts, for an administrator, with the offices that one can belong to.</summary>
public sealed class ListAccounts(IDbContextFactory<ScrBudgetContext> contexts)
{
    public async Task<Outcome<AccountList>> ExecuteAsync(Person by, CancellationToken cancellation = default)
    {
        if (!by.Can(Permission.Administer))
        {
            return new Refusal("not-allowed", $"{by.Name} may not see accounts.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var offices = await context.Offices.AsNoTracking().OrderBy(office => office.Name).ToListAsync(cancellation);
        var accounts = await context
            .Users.AsNoTracking()
            .OrderBy(account => account.UserName)
            .ToListAsync(cancellation);
        return new AccountList(
            [
                .. accounts.Select(account => new AccountLine(
                    account.UserName!,
                    account.DisplayName,
                    offices.Find(office => office.Code == account.OfficeCode)?.Name,
                    [.. account.Roles.Select(held => held.Role).Order()],
                    account.ClosedAt,
                    account.Email
                )),
            ],
            offices
        );
    }
}
