using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Requests;

/// <summary>Whether a request may cite a statistic: asked before one is attached, and before one is recommended.</summary>
internal static class CitableStatistics
{
    /// <returns>The snapshot that answers it.</returns>
    public static async Task<Outcome<Snapshot>> FindAsync(
        ScrBudgetContext context,
        StatisticQuery query,
        int snapshotNumber,
        int edition,
        CancellationToken cancellation
    )
    {
        if (
            query.CategoryCode is { } category
            && await SubcategoryProblemAsync(context, category, query.Subcategory, cancellation) is { } problem
        )
        {
            return problem;
        }

        var snapshot = await context.Snapshots.FindAsync([snapshotNumber], cancellation);
        return snapshot is null ? new Refusal("snapshot-unknown", $"There is no snapshot {snapshotNumber}.")
            : query.CannotBeCitedFrom(snapshot, edition) is { } refusal ? refusal
            : snapshot;
    }

    /// <param name="subcategory">Null for the whole category.</param>
    public static async Task<Refusal?> SubcategoryProblemAsync(
        ScrBudgetContext context,
        string category,
        string? subcategory,
        CancellationToken cancellation
    ) =>
        subcategory is null
        || await context.ScrSubcategories.AnyAsync(
            known => known.CategoryCode == category && known.Name == subcategory,
            cancellation
        )
            ? null
            : new Refusal("subcategory-unknown", "Choose a subcategory of the category from the list.");
}
