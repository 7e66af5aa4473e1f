using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.ScrData.Intake;

/// <summary>The sources whose columns are remembered, by name; none for those who may not import.</summary>
public sealed class ListSources(IDbContextFactory<ScrBudgetContext> contexts)
{
    public async Task<IReadOnlyList<string>> ExecuteAsync(Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .ExtractSources.Select(source => source.Name)
            .OrderBy(name => name)
            .ToListAsync(cancellation);
    }
}
