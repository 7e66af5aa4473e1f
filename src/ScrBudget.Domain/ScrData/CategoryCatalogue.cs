using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ScrBudget.Domain.ScrData;

/// <summary>
/// Finds categories by code, full name or alias, and subcategories by name, whatever the case of the letters and the
/// punctuation. Anything else is offered its nearest names, never guessed.
/// </summary>
public sealed class CategoryCatalogue
{
    /// <summary>Names that a problem offers, at most.</summary>
    private const int OfferedNames = 3;

    /// <summary>Texts whose nearest names are remembered, for the same misspelling stands in many rows.</summary>
    private const int RememberedTexts = 1_000;

    private readonly Dictionary<string, ScrCategory> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ScrCategory> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SubcategoryIndex> subcategories = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> nearest = new(StringComparer.Ordinal);

    /// <param name="aliases">Other texts that mean a category, by its code; one whose code is not known is passed over.</param>
    public CategoryCatalogue(
        IEnumerable<ScrCategory> categories,
        IEnumerable<ScrSubcategory> subcategories,
        IEnumerable<(string Text, string CategoryCode)>? aliases = null
    )
    {
        Categories = [.. categories.OrderBy(category => category.Order)];
        foreach (var category in Categories)
        {
            Add(category.Code, category);
            Add(category.Name, category);
        }

        foreach (var (text, code) in aliases ?? [])
        {
            if (Categories.FirstOrDefault(category => category.Code == code) is { } category)
            {
                Add(text, category);
            }
        }

        foreach (var group in subcategories.GroupBy(subcategory => subcategory.CategoryCode))
        {
            this.subcategories[group.Key] = new SubcategoryIndex(group);
        }
    }

    /// <summary>In the order of OIG-23-59 Table 2.</summary>
    public IReadOnlyList<ScrCategory> Categories { get; }

    /// <param name="codeOrName"><c>TCAC</c>, or the name in full.</param>
    public bool TryFind(string? codeOrName, [NotNullWhen(true)] out ScrCategory? category)
    {
        category = null;
        return codeOrName is not null
            && (
                byName.TryGetValue(codeOrName.Trim(), out category)
                || byKey.TryGetValue(ColumnNames.Key(codeOrName), out category)
            );
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
        return subcategories.TryGetValue(categoryCode, out var names) && names.TryFind(name, out subcategory);
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
        subcategories.TryGetValue(categoryCode, out var names) ? names.All : [];

    /// <summary>The names nearest to a text, in a line: <c>Transnational Gangs; National Security</c>.</summary>
    public string Nearest(string text)
    {
        if (nearest.TryGetValue(text, out var known))
        {
            return known;
        }

        var found = string.Join("; ", NearestNames(text));
        if (nearest.Count < RememberedTexts)
        {
            nearest[text] = found;
        }

        return found;
    }

    /// <summary>
    /// The category whose name, or code, takes the fewest changes to become this text, and up to two more that are about as
    /// near.
    /// </summary>
    public IReadOnlyList<string> NearestNames(string text)
    {
        var sought = ExtractProblem.Shorten(text.Trim()).ToUpperInvariant();
        var ranked = Categories
            .Select(category => (category.Name, Distance: Distance(sought, category)))
            .OrderBy(candidate => candidate.Distance)
            .ToList();
        return
        [
            .. ranked
                .TakeWhile(candidate => candidate.Distance <= ranked[0].Distance + 0.1)
                .Take(OfferedNames)
                .Select(candidate => candidate.Name),
        ];
    }

    private void Add(string text, ScrCategory category)
    {
        byName.TryAdd(text.Trim(), category);
        if (ColumnNames.Key(text) is { Length: > 0 } key)
        {
            byKey.TryAdd(key, category);
        }
    }

    /// <summary>0 for the same, 1 for nothing in common.</summary>
    private static double Distance(string sought, ScrCategory category)
    {
        var name = Relative(sought, category.Name.ToUpperInvariant());

        // A long text is near every short code in letters, but not in meaning.
        return sought.Length <= ScrCategory.CodeLength ? Math.Min(name, Relative(sought, category.Code)) : name;
    }

    private static double Relative(string from, string to) =>
        (double)Distance(from, to) / Math.Max(1, Math.Max(from.Length, to.Length));

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

    /// <summary>The subcategories of one category.</summary>
    private sealed class SubcategoryIndex
    {
        private readonly Dictionary<string, ScrSubcategory> byName = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, ScrSubcategory> byKey = new(StringComparer.Ordinal);

        public SubcategoryIndex(IEnumerable<ScrSubcategory> subcategories)
        {
            foreach (var subcategory in subcategories)
            {
                byName.TryAdd(subcategory.Name, subcategory);
                byKey.TryAdd(ColumnNames.Key(subcategory.Name), subcategory);
            }

            All = [.. byName.Values.Select(subcategory => subcategory.Name).Order(StringComparer.Ordinal)];
        }

        public IReadOnlyList<string> All { get; }

        public bool TryFind(string name, [NotNullWhen(true)] out ScrSubcategory? subcategory) =>
            byName.TryGetValue(name.Trim(), out subcategory)
            || byKey.TryGetValue(ColumnNames.Key(name), out subcategory);
    }
}
