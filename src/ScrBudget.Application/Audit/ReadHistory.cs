using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Audit;

/// <summary>What happened to a request, newest first, for those who may see it.</summary>
public sealed class ReadHistory(IDbContextFactory<ScrBudgetContext> contexts)
{
    public async Task<Outcome<IReadOnlyList<AuditEntry>>> ExecuteAsync(
        string number,
        Person by,
        CancellationToken cancellation = default
    )
    {
        number = RequestNumber.Normalize(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var office = await context
            .Requests.Where(request => request.Number == number)
            .Select(request => request.OfficeCode)
            .SingleOrDefaultAsync(cancellation);
        if (office is null || !by.Can(Permission.ReadRequests, office))
        {
            return RequestRefusals.NotFound;
        }

        var subject = $"request {number}";
        return await context
            .AuditEntries.AsNoTracking()
            .Where(entry => entry.Subject == subject)
            .OrderByDescending(entry => entry.Sequence)
            .ToListAsync(cancellation);
    }
}
