using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Application.Cycles;

/// <summary>The data calls, latest budget year first; open to everybody who is signed in.</summary>
public sealed class ListCycles(IDbContextFactory<ScrBudgetContext> contexts)
{
    /// <summary>The latest data call that is open on a day; null when none is.</summary>
    public async Task<BudgetCycle?> OpenCallAsync(DateOnly today, CancellationToken cancellation = default) =>
        (await ExecuteAsync(cancellation)).FirstOrDefault(cycle => cycle.IsOpen(today) && !cycle.IsWorkedExample);

    public async Task<IReadOnlyList<BudgetCycle>> ExecuteAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .Cycles.AsNoTracking()
            .OrderByDescending(cycle => cycle.BudgetYear)
            .ToListAsync(cancellation);
    }
}
