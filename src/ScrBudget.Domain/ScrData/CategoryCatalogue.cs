using System.Diagnostics.CodeAnalysis;

namespace ScrBudget.Domain.ScrData;

/// <summary>Finds categories by code or full name, and subcategories by name, whatever the case of the letters.</summary>
public sealed class CategoryCatalogue
{
    private readonly Dictionary<string, ScrCategory> byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, ScrSubcategory>> subcategories = new(
        StringComparer.OrdinalIgnoreCase
    );

    public CategoryCatalogue(IEnumerable<ScrCategory> categories, IEnumerable<ScrSubcategory> subcategories)
    {
        Categories = [.. categories.OrderBy(category => category.Order)];
        foreach (var category in Categories)
        {
            byKey[category.Code] = category;
            byKey[category.Name] = category;
        }

        foreach (var group in subcategories.GroupBy(subcategory => subcategory.CategoryCode))
        {
            this.subcategories[group.Key] = group.ToDictionary(
                subcategory => subcategory.Name,
                StringComparer.OrdinalIgnoreCase
            );
        }
    }

    /// <summary>In the order of OIG-23-59 Table 2.</summary>
    public IReadOnlyList<ScrCategory> Categories { get; }

    /// <param name="codeOrName"><c>TCAC</c>, or the name in full.</param>
    public bool TryFind(string? codeOrName, [NotNullWhen(true)] out ScrCategory? category)
    {
        category = null;
        return codeOrName is not null && byKey.TryGetValue(codeOrName.Trim(), out category);
    }

    /// <summary>The category, or a refusal that names the nearest.</summary>
    public Outcome<ScrCategory> Find(string codeOrName) =>
        TryFind(codeOrName, out var category)
            ? category
            : new Refusal(
                "category-unknown",
                $"“{ExtractProblem.Shorten(codeOrName)}” is not a category. Nearest: {Nearest(codeOrName)}."
            )
            {
                Details = [.. Categories.Select(known => $"{known.Code}: {known.Name}")],
            };

    public bool TryFindSubcategory(
        string categoryCode,
        string name,
        [NotNullWhen(true)] out ScrSubcategory? subcategory
    )
    {
        subcategory = null;
        return subcategories.TryGetValue(categoryCode, out var names)
            && names.TryGetValue(name.Trim(), out subcategory);
    }

    /// <summary>The subcategory of that category, or a refusal that lists those there are.</summary>
    public Outcome<ScrSubcategory> FindSubcategory(ScrCategory category, string name)
    {
        if (TryFindSubcategory(category.Code, name, out var subcategory))
        {
            return subcategory;
        }

        var names = SubcategoryNames(category.Code);
        return new Refusal(
            "subcategory-unknown",
            $"“{ExtractProblem.Shorten(name)}” is not a subcategory of {category.Name}. Those are: {string.Join(", ", names)}."
        )
        {
            Details = names,
        };
    }

    public IReadOnlyList<string> SubcategoryNames(string categoryCode) =>
        subcategories.TryGetValue(categoryCode, out var names)
            ? [.. names.Values.Select(subcategory => subcategory.Name).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>The category whose name, or code, takes the fewest changes to become this text.</summary>
    public string Nearest(string text)
    {
        var sought = ExtractProblem.Shorten(text.Trim()).ToUpperInvariant();
        return Categories
            .MinBy(category =>
                Math.Min(
                    Distance(sought, category.Name.ToUpperInvariant()),
                    // A long text is near every short code in letters, but not in meaning.
                    sought.Length <= ScrCategory.CodeLength
                        ? Distance(sought, category.Code)
                        : int.MaxValue
                )
            )!
            .Name;
    }

    /// <summary>Levenshtein's distance: insertions, removals and replacements of one letter.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
