using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Cycles;

/// <summary>Whether somebody lacks training that a cycle requires before they submit or review.</summary>
public sealed class CheckTraining(IDbContextFactory<ScrBudgetContext> contexts)
{
    /// <returns>True where the cycle requires the training of this audience and the person has not acknowledged it.</returns>
    public async Task<bool> MissingAsync(
        int budgetYear,
        TrainingAudience audience,
        Person person,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycle = await context
            .Cycles.AsNoTracking()
            .SingleOrDefaultAsync(one => one.BudgetYear == budgetYear, cancellation);
        return cycle is not null && await IsMissingAsync(context, cycle, audience, person, cancellation);
    }

    /// <summary>The same within an open operation.</summary>
    internal static async Task<bool> IsMissingAsync(
        ScrBudgetContext context,
        BudgetCycle cycle,
        TrainingAudience audience,
        Person person,
        CancellationToken cancellation
    ) =>
        cycle.Requires(audience)
        && !await context.TrainingCompletions.AnyAsync(
            one => one.BudgetYear == cycle.BudgetYear && one.Audience == audience && one.AccountId == person.Id,
            cancellation
        );
}
