using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;

namespace ScrBudget.Application.Notices;

/// <summary>One mail, without its text: whom it goes to and how far it got.</summary>
/// <param name="NextAttemptAt">UTC; null once it is sent or given up.</param>
public sealed record MailLine(
    Guid Id,
    string Recipient,
    string Subject,
    MailStatus Status,
    DateTime CreatedAt,
    int Attempts,
    DateTime? NextAttemptAt,
    DateTime? SentAt,
    string? LastError
);

/// <param name="Counts">Mails by status, whatever the filter.</param>
public sealed record OutboxReading(
    bool IsMailOn,
    IReadOnlyList<MailLine> Mails,
    IReadOnlyDictionary<MailStatus, int> Counts,
    int Total,
    int Page,
    int PageCount
);

/// <summary>The outbox, for an administrator, who can mend what stopped a mail.</summary>
public sealed class ReadOutbox(IDbContextFactory<ScrBudgetContext> contexts, MailSettings settings)
{
    public const int PageSize = 50;

    /// <param name="status">Null for all.</param>
    /// <param name="page">From 1; beyond the last page, the last.</param>
    public async Task<Outcome<OutboxReading>> ExecuteAsync(
        MailStatus? status,
        int page,
        Person by,
        CancellationToken cancellation = default
    )
    {
        if (!by.Can(Permission.Administer))
        {
            return OutboxRefusals.NotAllowed(by);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var counts = new Dictionary<MailStatus, int>();
        foreach (var one in Enum.GetValues<MailStatus>())
        {
            counts[one] = await With(context, one).CountAsync(cancellation);
        }

        var total = status is { } counted ? counts[counted] : counts.Values.Sum();
        var pageCount = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pageCount);
        var mails = await With(context, status)
            .OrderByDescending(mail => mail.CreatedAt)
            .ThenBy(mail => mail.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellation);
        return new OutboxReading(settings.IsOn, [.. mails.Select(Line)], counts, total, page, pageCount);
    }

    private static IQueryable<Mail> With(ScrBudgetContext context, MailStatus? status)
    {
        var mails = context.Mails.AsNoTracking();
        return status switch
        {
            MailStatus.Sent => mails.Where(mail => mail.SentAt != null),
            MailStatus.GivenUp => mails.Where(mail => mail.SentAt == null && mail.NextAttemptAt == null),
            MailStatus.Waiting => mails.Where(mail => mail.NextAttemptAt != null),
            _ => mails,
        };
    }

    private static MailLine Line(Mail mail) =>
        new(
            mail.Id,
            mail.Recipient,
            mail.Subject,
            mail.Status,
            mail.CreatedAt,
            mail.Attempts,
            mail.NextAttemptAt,
            mail.SentAt,
            mail.LastError
        );
}

/// <summary>Has a mail that was given up tried again, from the first attempt on.</summary>
public sealed class RetryMail(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public async Task<Outcome> ExecuteAsync(Guid id, Person by, CancellationToken cancellation = default)
    {
        if (!by.Can(Permission.Administer))
        {
            return OutboxRefusals.NotAllowed(by);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var mail = await context.Mails.SingleOrDefaultAsync(known => known.Id == id, cancellation);
        if (mail is null)
        {
            return new Refusal("mail-unknown", "There is no such mail in the outbox.");
        }

        var at = time.Now();
        var tried = mail.TryAgain(at);
        if (!tried.IsDone)
        {
            return tried;
        }

        var account = await context.Users.SingleAsync(known => known.Id == mail.AccountId, cancellation);
        account.NoteRetried(mail);
        try
        {
            await context.SaveAsync(by, at, cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            return new Refusal(
                "mail-changed",
                "Somebody else has just had a mail to this account tried again, or changed the account. Look again."
            );
        }
    }
}

internal static class OutboxRefusals
{
    public static Refusal NotAllowed(Person by) => new("not-allowed", $"{by.Name} may not see the outbox.");
}
