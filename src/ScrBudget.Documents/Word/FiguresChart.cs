namespace ScrBudget.Documents.Word;

/// <summary>The cited figures by fiscal year, as a chart and in words.</summary>
internal static class FiguresChart
{
    public static ChartContent Of(IReadOnlyList<CitedFigure> figures)
    {
        // Figures may cover different years; labels begin with the year, so ordinal order is time's order.
        List<string> years =
        [
            .. figures
                .SelectMany(figure => figure.ByYear)
                .Select(year => year.Label)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        return new ChartContent(
            "Cited statistics by fiscal year",
            Alternative(figures),
            "Reports",
            years,
            [
                .. figures.Select(figure => new ChartSeries(
                    NameOf(figure),
                    [.. years.Select(year => figure.ByYear.FirstOrDefault(of => of.Label == year)?.Reports)]
                )),
            ]
        );
    }

    /// <summary>Whether any year has a number to draw.</summary>
    public static bool HasBars(IReadOnlyList<CitedFigure> figures) =>
        figures.Any(figure => figure.ByYear.Any(year => year.Reports is not null));

    /// <summary>What stands where a bar is missing, for those who see the chart; empty when none is.</summary>
    public static string Gaps(IReadOnlyList<CitedFigure> figures) =>
        string.Join(
            "; ",
            figures
                .Where(figure => figure.ByYear.Any(year => year.Reports is null))
                .Select(figure =>
                    $"{figure.Token} "
                    + string.Join(", ", figure.ByYear.Where(year => year.Reports is null).Select(YearInWords))
                )
        );

    private static string Alternative(IReadOnlyList<CitedFigure> figures) =>
        "Bar chart of reports by fiscal year. "
        + string.Join(
            " ",
            figures.Select(figure =>
                $"{NameOf(figure)}, {figure.Measure}: {string.Join(", ", figure.ByYear.Select(YearInWords))}."
            )
        );

    private static string YearInWords(FigureYear year) => $"{year.Label} {year.Printed}";

    private static string NameOf(CitedFigure figure) => $"{figure.Token} {figure.Category}";
}
