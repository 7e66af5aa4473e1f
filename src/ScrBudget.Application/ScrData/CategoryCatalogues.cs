using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>The categories and subcategories that the database holds.</summary>
public static class CategoryCatalogues
{
    public static async Task<CategoryCatalogue> LoadAsync(ScrBudgetContext context, CancellationToken cancellation) =>
        new(
            await context.ScrCategories.AsNoTracking().ToListAsync(cancellation),
            await context.ScrSubcategories.AsNoTracking().ToListAsync(cancellation)
        );
}
