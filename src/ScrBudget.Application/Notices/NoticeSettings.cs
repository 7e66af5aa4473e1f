using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;

namespace ScrBudget.Application.Notices;

/// <param name="Email">The account's address; null while it has none.</param>
/// <param name="IsMailOn">Whether the site has a mail server at all.</param>
/// <param name="Choices">For every group, what holds: the person's choice, else the default.</param>
public sealed record NoticeSettingsReading(
    string? Email,
    bool IsMailOn,
    IReadOnlyDictionary<NoticeGroup, MailChoice> Choices
);

/// <summary>What a person's notices do beside standing in the product.</summary>
public sealed class ReadNoticeSettings(IDbContextFactory<ScrBudgetContext> contexts, MailSettings mail)
{
    public async Task<NoticeSettingsReading> ExecuteAsync(Person by, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var email = await context
            .Users.Where(account => account.Id == by.Id)
            .Select(account => account.Email)
            .SingleOrDefaultAsync(cancellation);
        var chosen = await context
            .NoticeSettings.AsNoTracking()
            .Where(setting => setting.AccountId == by.Id)
            .ToDictionaryAsync(setting => setting.Group, setting => setting.Mail, cancellation);
        return new NoticeSettingsReading(
            email,
            mail.IsOn,
            Enum.GetValues<NoticeGroup>()
                .ToDictionary(group => group, group => chosen.GetValueOrDefault(group, group.Default()))
        );
    }
}

/// <summary>Keeps what a person chose, for the own account only.</summary>
public sealed class SaveNoticeSettings(IDbContextFactory<ScrBudgetContext> contexts)
{
    public async Task<Outcome> ExecuteAsync(
        IReadOnlyDictionary<NoticeGroup, MailChoice> choices,
        Person by,
        CancellationToken cancellation = default
    )
    {
        if (choices.Any(choice => !Enum.IsDefined(choice.Key) || !Enum.IsDefined(choice.Value)))
        {
            return new Refusal("mail-choice-unknown", "Choose at once, daily, or no e-mail, from the list.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var settings = await context
            .NoticeSettings.Where(setting => setting.AccountId == by.Id)
            .ToDictionaryAsync(setting => setting.Group, cancellation);
        foreach (var (group, mail) in choices)
        {
            if (settings.TryGetValue(group, out var known))
            {
                known.Choose(mail);
            }
            else
            {
                context.Add(new NoticeSetting(by.Id, group, mail));
            }
        }

        // What waits for a digest that is not wanted any more stays in the product.
        var waiting = await context
            .Notices.Where(notice => notice.AccountId == by.Id && notice.IsForDigest)
            .ToListAsync(cancellation);
        foreach (var notice in waiting)
        {
            if (choices.GetValueOrDefault(notice.Kind.Group(), MailChoice.DailyDigest) != MailChoice.DailyDigest)
            {
                notice.LeaveDigest();
            }
        }

        try
        {
            await context.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            return new Refusal("settings-changed", "The settings were changed elsewhere a moment ago. Save again.");
        }
    }
}
