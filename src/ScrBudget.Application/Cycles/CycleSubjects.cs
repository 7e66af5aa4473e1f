using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Application.Cycles;

/// <summary>What belongs to a data call and has a chain of its own, by the chain's name.</summary>
internal static class CycleSubjects
{
    /// <summary>Files of guidance that are gone, or not those that were uploaded; one at a time, for they may be large.</summary>
    public static async Task<IReadOnlyList<AuditProblem>> AlteredFilesAsync(
        ScrBudgetContext context,
        CancellationToken cancellation
    )
    {
        var problems = new List<AuditProblem>();
        var withFile = await context
            .Guidance.AsNoTracking()
            .Where(guidance => guidance.FileSha256 != null)
            .ToListAsync(cancellation);
        foreach (var guidance in withFile)
        {
            var content = await context
                .GuidanceFiles.Where(file => file.BudgetYear == guidance.BudgetYear && file.Number == guidance.Number)
                .Select(file => file.Content)
                .SingleOrDefaultAsync(cancellation);
            if (content is null || GuidanceUpload.HashOf(content) != guidance.FileSha256)
            {
                problems.Add(
                    new AuditProblem(
                        guidance.AuditSubject,
                        1,
                        $"{guidance.FileName} is not the file that was uploaded."
                    )
                );
            }
        }

        return problems;
    }

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
