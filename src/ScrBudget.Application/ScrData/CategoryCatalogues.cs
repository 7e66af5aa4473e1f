using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>The categories and subcategories that the database holds, with the texts that mean one of them: of two decisions the later counts.</summary>
public static class CategoryCatalogues
{
    public static async Task<CategoryCatalogue> LoadAsync(ScrBudgetContext context, CancellationToken cancellation) =>
        new(
            await context.ScrCategories.AsNoTracking().ToListAsync(cancellation),
            await context.ScrSubcategories.AsNoTracking().ToListAsync(cancellation),
            (
                await context
                    .TaxonomyEntries.AsNoTracking()
                    .Where(entry => entry.Decision == TaxonomyDecision.Mapped)
                    .OrderByDescending(entry => entry.Number)
                    .ToListAsync(cancellation)
            ).Select(entry => (entry.Text, entry.CategoryCode))
        );
}
