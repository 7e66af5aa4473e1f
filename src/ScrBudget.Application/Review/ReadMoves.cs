using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review;

/// <summary>What a person may do to a request that is read already, without all that a reviewer reads of it.</summary>
public sealed class ReadMoves(IDbContextFactory<ScrBudgetContext> contexts)
{
    public async Task<IReadOnlyList<Transition>> OfAsync(
        RequestReading read,
        Person by,
        CancellationToken cancellation = default
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rules = await MoveCircumstances.OfAsync(context, read.Request, read.Around.Cycle, cancellation);
        return [.. read.Request.MovesOpenTo(by, rules)];
    }
}
