using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Notices;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Notices;

/// <summary>
/// Reminds offices that have drafts in an open data call of its due date: seven days and one day ahead, and once when it
/// has passed, in the morning. What was reminded is marked, so that each comes once.
/// </summary>
public sealed class SendReminders(IDbContextFactory<ScrBudgetContext> contexts, Notifier notifier, TimeProvider time)
{
    /// <returns>How many offices were reminded.</returns>
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
        var cycles = await context.Cycles.AsNoTracking().ToListAsync(cancellation);
        var stages = cycles
            .Where(cycle => cycle.IsOpen(today) && !cycle.IsWorkedExample)
            .Select(cycle => (Cycle: cycle, Stage: Reminders.StageOn(today, cycle.DueOn)))
            .Where(near => near.Stage is not null)
            .ToList();
        var years = stages.ConvertAll(near => near.Cycle.BudgetYear);
        var unfinished = Enum.GetValues<RequestStatus>().Where(status => !status.IsHandedIn()).ToList();
        var drafts = await context
            .Requests.Where(request => years.Contains(request.BudgetYear) && unfinished.Contains(request.Status))
            .GroupBy(request => new { request.BudgetYear, request.OfficeCode })
            .Select(office => new
            {
                office.Key.BudgetYear,
                office.Key.OfficeCode,
                Count = office.Count(),
            })
            .ToListAsync(cancellation);
        return
        [
            .. from near in stages
            from office in drafts
            where office.BudgetYear == near.Cycle.BudgetYear
            orderby office.BudgetYear, office.OfficeCode
            select new Due(near.Cycle, near.Stage!.Value, office.OfficeCode, office.Count),
        ];
    }

    private async Task<bool> RemindAsync(Due due, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var key = NoticeMark.Reminder(due.Stage, due.Cycle, due.OfficeCode);
        if (await context.IsMarkedAsync(key, cancellation))
        {
            return false;
        }

        await notifier.NotifyAsync(
            context,
            due.Stage == ReminderStage.Overdue ? NoticeKind.Overdue : NoticeKind.DueSoon,
            new NoticeParameters
            {
                BudgetYear = due.Cycle.BudgetYear,
                DueOn = due.Cycle.DueOn,
                Count = due.Drafts,
            },
            Recipients.Offices(due.OfficeCode),
            time.Now(),
            cancellation
        );
        return await context.SaveOnceAsync(key, time.Now(), cancellation);
    }

    private sealed record Due(BudgetCycle Cycle, ReminderStage Stage, string OfficeCode, int Drafts);
}
