namespace ScrBudget.Domain.ScrData.Measuring;

/// <summary>The total of one column of a published table.</summary>
public sealed record PublishedTotal(string Column, decimal Value);

/// <summary>Totals of the report's Tables 2 and 3, added up from their rows.</summary>
public static class PublishedTotals
{
    /// <param name="figures">Of one table.</param>
    /// <returns>In the order of the columns.</returns>
    public static IReadOnlyList<PublishedTotal> Of(IReadOnlyList<PublishedFigure> figures) =>
        [
            .. figures
                .GroupBy(figure => figure.Column)
                .Select(column => new PublishedTotal(column.Key, column.Sum(figure => figure.Value))),
        ];
}
