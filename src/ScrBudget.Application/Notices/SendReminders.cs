using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;

namespace ScrBudget.Application.Notices;

/// <summary>
/// Reminds of a data call's due dates: seven days and one day ahead, and once when one has passed, in the morning. Offices
/// with requests to submit, or with none begun, of the call's; analysts and OAO, of the review's, with what is in their
/// hands. What was reminded is marked, so that each comes once.
/// </summary>
public sealed class SendReminders(
    IDbContextFactory<ScrBudgetContext> contexts,
    RequestDigests digests,
    Notifier notifier,
    TimeProvider time
)
{
    private static readonly Role[] Reviewers = [Role.BudgetAnalyst, Role.OaoCompiler];

    /// <returns>How many offices and reviewers were reminded.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellation = default)
    {
        var today = OfficeMorning.Last(time).Day;
        var reminded = 0;
        foreach (var due in await DueAsync(today, cancellation))
        {
            if (await RemindAsync(due, cancellation))
            {
                reminded++;
            }
        }

        return reminded;
    }

    private async Task<List<Due>> DueAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var due = new List<Due>();
        foreach (
            var cycle in await context
                .Cycles.AsNoTracking()
                .Where(cycle => !cycle.IsWorkedExample)
                .OrderBy(cycle => cycle.BudgetYear)
                .ToListAsync(cancellation)
        )
        {
            var (call, review) = (Reminders.StageOn(today, cycle.DueOn), Reminders.StageOn(today, cycle.ReviewDueOn));
            if (!cycle.IsOpen(today) || (call is null && review is null))
            {
                continue;
            }

            var requests = await digests.ReadAsync(Person.SystemOperator, cycle.BudgetYear, cancellation);
            if (call is { } near)
            {
                due.AddRange(OfCall(cycle, near, today, requests, await OfficesAsync(context, cancellation)));
            }

            if (review is { } end)
            {
                due.AddRange(OfReview(cycle, end, requests, await ReviewersAsync(context, cancellation)));
            }
        }

        return due;
    }

    private static IEnumerable<Due> OfCall(
        BudgetCycle cycle,
        ReminderStage stage,
        DateOnly today,
        IReadOnlyList<RequestDigest> requests,
        IEnumerable<string> offices
    ) =>
        from office in offices
        let own = requests.Where(request => request.OfficeCode == office).ToList()
        let toSubmit = own.Count(request => request.IsToSubmit)
        // Once the review is due, nobody is asked to begin.
        where toSubmit > 0 || (own.Count == 0 && cycle.Invites(office) && today <= cycle.ReviewDueOn)
        select new Due(
            stage == ReminderStage.Overdue ? NoticeKind.Overdue : NoticeKind.DueSoon,
            cycle.BudgetYear,
            cycle.DueOn,
            toSubmit,
            Recipients.Offices(office),
            NoticeMark.Reminder(stage, cycle, office)
        );

    /// <summary>As each one's desk lists it; what waits for an office is not theirs to hurry.</summary>
    private static IEnumerable<Due> OfReview(
        BudgetCycle cycle,
        ReminderStage stage,
        IReadOnlyList<RequestDigest> requests,
        IEnumerable<Person> reviewers
    ) =>
        from reviewer in reviewers
        let inHand = requests.Count(request =>
            request.Next is { } next && Reviewers.Contains(next.Role) && next.Is(reviewer)
        )
        where inHand > 0
        select new Due(
            stage == ReminderStage.Overdue ? NoticeKind.ReviewOverdue : NoticeKind.ReviewDueSoon,
            cycle.BudgetYear,
            cycle.ReviewDueOn,
            inHand,
            Recipients.Accounts(reviewer.Id),
            NoticeMark.ReviewReminder(stage, cycle, reviewer.Id)
        );

    private static Task<List<string>> OfficesAsync(ScrBudgetContext context, CancellationToken cancellation) =>
        context.Offices.Select(office => office.Code).Order().ToListAsync(cancellation);

    private static async Task<IEnumerable<Person>> ReviewersAsync(
        ScrBudgetContext context,
        CancellationToken cancellation
    ) =>
        (
            await context
                .Users.AsNoTracking()
                .Where(account => account.ClosedAt == null && account.Roles.Any(held => Reviewers.Contains(held.Role)))
                .OrderBy(account => account.Id)
                .ToListAsync(cancellation)
        ).Select(account => account.AsPerson());

    private async Task<bool> RemindAsync(Due due, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.IsMarkedAsync(due.Mark, cancellation))
        {
            return false;
        }

        await notifier.NotifyAsync(
            context,
            due.Kind,
            new NoticeParameters
            {
                BudgetYear = due.BudgetYear,
                DueOn = due.On,
                Count = due.Count,
            },
            due.To,
            time.Now(),
            cancellation
        );
        // An office without an open account: it is reminded when it gets one.
        return context.ChangeTracker.HasChanges() && await context.SaveOnceAsync(due.Mark, time.Now(), cancellation);
    }

    /// <param name="Mark">Names this reminder, once and for all.</param>
    private sealed record Due(NoticeKind Kind, int BudgetYear, DateOnly On, int Count, Recipients To, string Mark);
}
