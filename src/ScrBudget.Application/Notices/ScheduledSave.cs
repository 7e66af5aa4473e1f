using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Notices;

namespace ScrBudget.Application.Notices;

/// <summary>Saves what a job made together with the mark that it was made.</summary>
internal static class ScheduledSave
{
    public static Task<bool> IsMarkedAsync(this ScrBudgetContext context, string key, CancellationToken cancellation) =>
        context.NoticeMarks.AsNoTracking().AnyAsync(mark => mark.Key == key, cancellation);

    /// <summary>False when another job made it first: nothing of this one is saved.</summary>
    public static async Task<bool> SaveOnceAsync(
        this ScrBudgetContext context,
        string key,
        DateTime at,
        CancellationToken cancellation
    )
    {
        context.Add(new NoticeMark(key, at));
        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            context.ChangeTracker.Clear();
            if (await context.IsMarkedAsync(key, cancellation))
            {
                return false;
            }

            throw;
        }
    }
}
