using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData.Taxonomy;

/// <param name="Text">As extracts have it.</param>
/// <param name="Category">What it means, by code or name.</param>
public sealed record MapCategoryInput(string Text, string Category);

/// <summary>Says that a text of extracts means a category that there is; extracts read from now on follow it.</summary>
public sealed class MapCategory(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(MapCategoryInput input, Person by, CancellationToken cancellation) =>
        new TaxonomyChange(contexts, time).ExecuteAsync(
            (_, catalogue, number, at) =>
            {
                var category = catalogue.Find(input.Category);
                if (!category.IsDone)
                {
                    return category.Refusal;
                }

                return catalogue.TryFind(input.Text, out var known)
                    ? new Refusal("category-known", $"“{input.Text.Trim()}” is read as {known.Name} already.")
                    : TaxonomyEntry.Map(number, input.Text, category.Value, by.Name, at);
            },
            by,
            cancellation
        );
}

/// <summary>Adds a category that extracts may carry.</summary>
public sealed class AddCategory(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(NewCategory input, Person by, CancellationToken cancellation) =>
        new TaxonomyChange(contexts, time).ExecuteAsync(
            (context, catalogue, number, at) =>
            {
                var added = ScrCategory.Add(input, catalogue.Categories.Max(category => category.Order) + 1);
                if (!added.IsDone)
                {
                    return added.Refusal;
                }

                foreach (var (text, field) in new[] { (added.Value.Code, "code"), (added.Value.Name, "name") })
                {
                    if (catalogue.TryFind(text, out var known))
                    {
                        return new Refusal("category-known", $"“{text}” is read as {known.Name} already.")
                        {
                            Field = field,
                        };
                    }
                }

                context.ScrCategories.Add(added.Value);
                return TaxonomyEntry.Added(number, added.Value, by.Name, at);
            },
            by,
            cancellation
        );
}

/// <param name="Category">By code or name.</param>
public sealed record AddSubcategoryInput(
    string Category,
    string Name,
    DateOnly? EffectiveFrom = null,
    DateOnly? EffectiveTo = null
);

/// <summary>Adds a subcategory that extracts may carry.</summary>
public sealed class AddSubcategory(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(AddSubcategoryInput input, Person by, CancellationToken cancellation) =>
        new TaxonomyChange(contexts, time).ExecuteAsync(
            (context, catalogue, number, at) =>
            {
                var category = catalogue.Find(input.Category);
                if (!category.IsDone)
                {
                    return category.Refusal;
                }

                var added = ScrSubcategory.Add(category.Value, input.Name, input.EffectiveFrom, input.EffectiveTo);
                if (!added.IsDone)
                {
                    return added.Refusal;
                }

                if (catalogue.TryFindSubcategory(category.Value.Code, added.Value.Name, out var known))
                {
                    return new Refusal("subcategory-known", $"{category.Value.Name} has “{known.Name}” already.")
                    {
                        Field = "name",
                    };
                }

                context.ScrSubcategories.Add(added.Value);
                return TaxonomyEntry.Added(number, added.Value, by.Name, at);
            },
            by,
            cancellation
        );
}

/// <summary>One decision, in one transaction with its trail.</summary>
internal sealed class TaxonomyChange(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    private static readonly Refusal Changed = new(
        "taxonomy-changed",
        "Somebody else has just decided about categories. Look again before you go on."
    );

    public async Task<Outcome> ExecuteAsync(
        Func<ScrBudgetContext, CategoryCatalogue, int, DateTime, Outcome<TaxonomyEntry>> decide,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "decide about SCR categories");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var catalogue = await CategoryCatalogues.LoadAsync(context, cancellation);
        if (catalogue.Categories.Count == 0)
        {
            return ScrDataRefusals.NoCategories;
        }

        var number = (await context.TaxonomyEntries.MaxAsync(entry => (int?)entry.Number, cancellation) ?? 0) + 1;
        var at = time.Now();
        var decided = decide(context, catalogue, number, at);
        if (!decided.IsDone)
        {
            return decided.Refusal;
        }

        context.TaxonomyEntries.Add(decided.Value);
        try
        {
            await context.SaveAsync(by, at, cancellation);
        }
        catch (DbUpdateException) when (IsTaken(number))
        {
            return Changed;
        }

        return Outcome.Done;
    }

    private bool IsTaken(int number)
    {
        using var context = contexts.CreateDbContext();
        return context.TaxonomyEntries.Any(entry => entry.Number == number);
    }
}
