using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review;

/// <summary>Reads what bears on a request's moves and stands outside it, for its buttons and for the moves themselves.</summary>
internal static class MoveCircumstances
{
    public static async Task<MoveRules> OfAsync(
        ScrBudgetContext context,
        ResourceRequest request,
        BudgetCycle cycle,
        CancellationToken cancellation
    ) =>
        new(
            cycle.RequiresOfficeApproval,
            CompilerWithdrew: await CompilerWithdrewAsync(context, request, cancellation)
        );

    /// <summary>By the account of the last withdrawal: that of an office reaches its own requests alone, a compiler's all.</summary>
    private static async Task<bool> CompilerWithdrewAsync(
        ScrBudgetContext context,
        ResourceRequest request,
        CancellationToken cancellation
    )
    {
        if (request.Moves is not [.., { Action: RequestAction.Withdraw, ById: var id }])
        {
            return false;
        }

        var account = await context.Users.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        var by = id == Person.SystemOperator.Id ? Person.SystemOperator : account?.AsPerson();
        return by?.Can(Permission.DecideRequests, request.OfficeCode) == true;
    }
}
