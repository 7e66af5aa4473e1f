using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Data.Identity;
using ScrBudget.Domain.Notices;

namespace ScrBudget.Application.Notices;

/// <summary>
/// Tells people what happened. A use case calls it beside what it changes and saves both at once: a refused or rolled
/// back change leaves neither a notice nor a mail.
/// </summary>
public sealed class Notifier(MailSettings mail)
{
    /// <summary>
    /// Adds a notice for each recipient, and the mail for whoever wants it at once, to <paramref name="context"/>, which
    /// the caller saves.
    /// </summary>
    /// <param name="at">UTC, the moment of the change.</param>
    /// <exception cref="ArgumentException">The kind needs a parameter that is missing: a mistake in the caller.</exception>
    public async Task NotifyAsync(
        ScrBudgetContext context,
        NoticeKind kind,
        NoticeParameters what,
        Recipients to,
        DateTime at,
        CancellationToken cancellation = default
    )
    {
        var accounts = await FindAsync(context, to, what.By?.Id, cancellation);
        if (accounts.Count == 0)
        {
            return;
        }

        var choices = await ChoicesAsync(context, kind.Group(), accounts, cancellation);
        foreach (var account in accounts)
        {
            var choice =
                mail.IsOn && account.Email is not null
                    ? choices.GetValueOrDefault(account.Id, kind.Group().Default())
                    : MailChoice.None;
            var notice = new Notice(account.Id, kind, what, choice == MailChoice.DailyDigest, at);
            context.Add(notice);
            if (choice == MailChoice.AtOnce)
            {
                context.Add(MailWording.AtOnce(account.Id, account.Email!, notice, mail, at));
            }
        }
    }

    private static async Task<List<Account>> FindAsync(
        ScrBudgetContext context,
        Recipients to,
        string? actor,
        CancellationToken cancellation
    )
    {
        var ids = to.AccountIds;
        var roles = to.Roles.ToList();
        var found = await context
            .Users.AsNoTracking()
            .Where(account => account.ClosedAt == null && account.Id != actor)
            .Where(account => ids.Contains(account.Id) || account.Roles.Any(held => roles.Contains(held.Role)))
            .OrderBy(account => account.Id)
            .ToListAsync(cancellation);
        return [.. found.Where(account => to.Include(account.AsPerson()))];
    }

    private static async Task<Dictionary<string, MailChoice>> ChoicesAsync(
        ScrBudgetContext context,
        NoticeGroup group,
        List<Account> accounts,
        CancellationToken cancellation
    )
    {
        var ids = accounts.ConvertAll(account => account.Id);
        return await context
            .NoticeSettings.AsNoTracking()
            .Where(setting => setting.Group == group && ids.Contains(setting.AccountId))
            .ToDictionaryAsync(setting => setting.AccountId, setting => setting.Mail, cancellation);
    }
}
