using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>The categories, and the figures that the report publishes.</summary>
public sealed record ScrCatalogue(IReadOnlyList<ScrCategory> Categories, IReadOnlyList<PublishedFigure> Published);

/// <summary>Reads the catalogue for those who may read statistics.</summary>
public sealed class ReadScrCatalogue(IDbContextFactory<ScrBudgetContext> contexts)
{
    public async Task<Outcome<ScrCatalogue>> ExecuteAsync(Person by, CancellationToken cancellation = default)
    {
        if (!by.Can(Permission.ReadScrStatistics))
        {
            return ScrDataRefusals.NotAllowed(by, "read SCR statistics");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return new ScrCatalogue(
            await context.ScrCategories.AsNoTracking().OrderBy(category => category.Order).ToListAsync(cancellation),
            await context
                .PublishedFigures.AsNoTracking()
                .OrderBy(figure => figure.Table)
                .ThenBy(figure => figure.FiscalYear)
                .ThenBy(figure => figure.Row)
                .ThenBy(figure => figure.Column)
                .ToListAsync(cancellation)
        );
    }
}
