namespace ScrBudget.Domain.ScrData.Exploring;

/// <summary>What the numbers of a view are.</summary>
public enum CountUnit
{
    /// <summary>Reports: a case with several counts several times.</summary>
    Scrs = 0,

    /// <summary>Distinct cases, which never add up over rows or years.</summary>
    Cases = 1,
}

/// <summary>What the rows of a view are.</summary>
public enum RowsBy
{
    Category = 0,
    Subcategory = 1,
    Type = 2,
    Tco = 3,
}

/// <summary>A statistic as the explorer shows it: a number for each row and fiscal year.</summary>
/// <param name="Query">What is counted; for each row it is narrowed.</param>
public sealed record StatisticView(
    StatisticQuery Query,
    CountUnit Count = CountUnit.Scrs,
    RowsBy Rows = RowsBy.Category
)
{
    /// <summary>Subcategories are those of one category.</summary>
    public Refusal? Problem() =>
        Query.Problem()
        ?? (
            Rows == RowsBy.Subcategory && Query.CategoryCode is null
                ? new Refusal("rows-need-category", "Choose a category: rows by subcategory are those of one category.")
                {
                    Field = "category",
                }
                : null
        );

    /// <summary>The statistic of each row, with the row's name; a single row where the query is limited to one.</summary>
    public IReadOnlyList<(string Name, StatisticQuery Query)> RowQueries(CategoryCatalogue catalogue) =>
        Rows switch
        {
            RowsBy.Category => Query.CategoryCode is { } code
                ? [(ViewWording.Subject(Query, catalogue), Query)]
                :
                [
                    .. catalogue.Categories.Select(category =>
                        (category.Name, Query with { CategoryCode = category.Code })
                    ),
                ],
            RowsBy.Subcategory => Query.Subcategory is { } subcategory
                ? [(subcategory, Query)]
                :
                [
                    .. catalogue
                        .SubcategoryNames(Query.CategoryCode!)
                        .Select(name => (name, Query with { Subcategory = name })),
                ],
            RowsBy.Type => [.. Types.Select(type => (StatisticWording.Heading(type), Query with { Measure = type }))],
            RowsBy.Tco =>
            [
                .. new[] { TcoFilter.Yes, TcoFilter.No, TcoFilter.NotRecorded }
                    .Where(tco => Query.Tco == TcoFilter.All || Query.Tco == tco)
                    .Select(tco => (ViewWording.Heading(tco), Query with { Tco = tco })),
            ],
            _ => throw new InvalidOperationException($"No rows by {Rows}."),
        };

    /// <summary>The measures of one type each that make up what is counted.</summary>
    private Measure[] Types =>
        Query.Measure switch
        {
            Measure.Results => [Measure.Disruptions, Measure.Dismantlements],
            Measure.Approved => [Measure.Initial, Measure.Disruptions, Measure.Dismantlements],
            var one => [one],
        };
}
