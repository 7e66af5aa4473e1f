using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Application.Cycles;

/// <summary>What belongs to a data call and has a chain of its own, by the chain's name.</summary>
internal static class CycleSubjects
{
    /// <param name="subject">As <c>guidance FY2029 1</c>, <c>training FY2029 Authors</c> or <c>completion FY2029 Authors KEY</c>.</param>
    public static async Task<IAudited?> FindAsync(
        ScrBudgetContext context,
        string subject,
        CancellationToken cancellation
    )
    {
        var words = subject.Split(' ', 4);
        if (words.Length < 3 || !FiscalYear.TryParse(words[1], out var fiscalYear))
        {
            return null;
        }

        var year = fiscalYear.Year;
        if (words[0] == "guidance")
        {
            return int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? await context
                    .Guidance.AsNoTracking()
                    .SingleOrDefaultAsync(one => one.BudgetYear == year && one.Number == number, cancellation)
                : null;
        }

        if (!Enum.TryParse<TrainingAudience>(words[2], out var audience))
        {
            return null;
        }

        if (words[0] == "training")
        {
            return await context
                .Training.AsNoTracking()
                .SingleOrDefaultAsync(one => one.BudgetYear == year && one.Audience == audience, cancellation);
        }

        var accountId = words[^1];
        return await context
            .TrainingCompletions.AsNoTracking()
            .SingleOrDefaultAsync(
                one => one.BudgetYear == year && one.Audience == audience && one.AccountId == accountId,
                cancellation
            );
    }
}
