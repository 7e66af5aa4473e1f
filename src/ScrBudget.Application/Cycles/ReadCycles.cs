using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Cycles;

/// <param name="Requests">Requests of the call, drafts among them.</param>
/// <param name="HandedIn">Those that were submitted at least once.</param>
/// <param name="Guidance">The version in force; null where none is.</param>
public sealed record CycleLine(BudgetCycle Cycle, CycleState State, int Requests, int HandedIn, Guidance? Guidance);

/// <summary>A data call with what its settings are chosen from.</summary>
public sealed record CycleReading(BudgetCycle Cycle, IReadOnlyList<Office> Offices);

/// <summary>The data calls with what stands in them, for who takes part in the budget and who audits it.</summary>
public sealed class ReadCycles(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    /// <summary>Latest budget year first.</summary>
    /// <param name="state">Null for all.</param>
    public async Task<Outcome<IReadOnlyList<CycleLine>>> ListAsync(
        CycleState? state,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ReadCycles))
        {
            return CycleRefusals.NotAllowed(by, "see data calls");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycles = await context
            .Cycles.AsNoTracking()
            .OrderByDescending(cycle => cycle.BudgetYear)
            .ToListAsync(cancellation);
        var requests = await context
            .Requests.GroupBy(request => request.BudgetYear)
            .Select(year => new { year.Key, Count = year.Count() })
            .ToDictionaryAsync(year => year.Key, year => year.Count, cancellation);
        var handedIn = await context
            .Requests.Where(request => request.Submissions.Any())
            .GroupBy(request => request.BudgetYear)
            .Select(year => new { year.Key, Count = year.Count() })
            .ToDictionaryAsync(year => year.Key, year => year.Count, cancellation);
        var guidance = (await context.Guidance.AsNoTracking().ToListAsync(cancellation)).ToLookup(version =>
            version.BudgetYear
        );
        var today = time.Today();
        return cycles
            .Select(cycle => new CycleLine(
                cycle,
                cycle.StateOn(today),
                requests.GetValueOrDefault(cycle.BudgetYear),
                handedIn.GetValueOrDefault(cycle.BudgetYear),
                Guidance.Current(guidance[cycle.BudgetYear], today)
            ))
            .Where(line => state is null || line.State == state)
            .ToList();
    }

    public async Task<Outcome<CycleReading>> ByYearAsync(int budgetYear, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ReadCycles))
        {
            return CycleRefusals.NotAllowed(by, "see data calls");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycle = await context
            .Cycles.AsNoTracking()
            .SingleOrDefaultAsync(one => one.BudgetYear == budgetYear, cancellation);
        return cycle is null
            ? CycleRefusals.NotFound(budgetYear)
            : new CycleReading(
                cycle,
                await context.Offices.AsNoTracking().OrderBy(office => office.Name).ToListAsync(cancellation)
            );
    }
}
