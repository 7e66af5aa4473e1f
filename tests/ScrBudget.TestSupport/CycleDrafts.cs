using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Cycles;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.TestSupport;

/// <summary>Data calls as tests need them, by the use cases.</summary>
public static class CycleDrafts
{
    private static readonly Person Compiler = People.Holding(Role.OaoCompiler);

    public static async Task<BudgetCycle> CycleAsync(this TestSystem system, int year)
    {
        await using var context = system.CreateContext();
        return await context.Cycles.AsNoTracking().SingleAsync(cycle => cycle.BudgetYear == year);
    }

    /// <summary>Revises the open call.</summary>
    /// <returns>The code of the refusal; null when it was done.</returns>
    public static async Task<string?> ReviseCycleAsync(
        this TestSystem system,
        Func<CycleSettings, CycleSettings> change
    )
    {
        var cycle = await system.CycleAsync(TestSystem.OpenYear);
        var revised = await system
            .Get<ReviseCycle>()
            .ExecuteAsync(
                new ReviseCycleInput(cycle.BudgetYear, change(cycle.Settings), cycle.Version),
                Compiler,
                CancellationToken.None
            );
        return revised.Refusal?.Code;
    }

    /// <summary>Training for the open call.</summary>
    public static async Task WriteTrainingAsync(
        this TestSystem system,
        TrainingAudience audience,
        string text = "Read this.",
        Guid? basedOn = null
    )
    {
        var saved = await system
            .Get<SaveTraining>()
            .ExecuteAsync(
                new SaveTrainingInput(
                    TestSystem.OpenYear,
                    audience,
                    new TrainingText($"Training of {audience}", text, string.Empty),
                    basedOn
                ),
                Compiler,
                CancellationToken.None
            );
        if (saved.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message);
        }
    }

    /// <summary>Guidance for the open call, in force since it opened.</summary>
    /// <returns>The version's number.</returns>
    public static async Task<int> IssueGuidanceAsync(
        this TestSystem system,
        string title = "Guidance",
        DateOnly? effectiveOn = null,
        bool requiresScrData = true,
        GuidanceUpload? file = null
    )
    {
        var issued = await system
            .Get<IssueGuidance>()
            .ExecuteAsync(
                new IssueGuidanceInput(
                    TestSystem.OpenYear,
                    title,
                    "Office of Budget",
                    effectiveOn ?? new DateOnly(2026, 10, 1),
                    "SCR data is **required** where applicable.",
                    requiresScrData,
                    file
                ),
                Compiler,
                CancellationToken.None
            );
        return issued.Value;
    }
}
