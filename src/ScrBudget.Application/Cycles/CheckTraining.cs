using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Cycles;

/// <summary>Whether somebody lacks training that a cycle requires before they submit or review.</summary>
internal static class CheckTraining
{
    /// <returns>True where the cycle requires the training of this audience and the person has not acknowledged it.</returns>
    public static async Task<bool> IsMissingAsync(
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
