using Microsoft.EntityFrameworkCore;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <summary>What rules ask for beside the request in hand.</summary>
internal static class InHandReadings
{
    public static async Task<BudgetCycle> CycleAsync(this RequestInHand inHand, CancellationToken cancellation) =>
        (await inHand.Context.Cycles.FindAsync([inHand.Request.BudgetYear], cancellation))!;

    /// <summary>The prompt as it stands.</summary>
    public static async Task<ScrPrompt> PromptAsync(this RequestInHand inHand, CancellationToken cancellation) =>
        ScrPrompt.Of(
            inHand.Request,
            await inHand
                .Context.Offices.AsNoTracking()
                .SingleAsync(office => office.Code == inHand.Request.OfficeCode, cancellation)
        );
}
