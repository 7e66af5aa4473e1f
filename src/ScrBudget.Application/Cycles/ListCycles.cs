using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Application.Cycles;

/// <summary>The data calls, latest budget year first; open to everybody who is signed in.</summary>
public sealed class ListCycles(IDbContextFactory<ScrBudgetContext> contexts)
{
    public async Task<IReadOnlyList<BudgetCycle>> ExecuteAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Cycles.AsNoTracking().OrderByDescending(cycle => cycle.BudgetYear).ToListAsync(cancellation);
    }
}
