using ScrBudget.Documents;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Requests;

/// <summary>Words the cited statistics, and says once what holds for all of them.</summary>
internal static class FiguresComposer
{
    public static CitedFigures Compose(
        IReadOnlyList<(AttachedStatistic Attached, Statistic Statistic)> cited,
        RequestSurroundings around
    ) =>
        cited.Count == 0
            ? CitedFigures.None
            : new CitedFigures(
                [.. cited.Select(figure => Figure(figure.Attached, figure.Statistic, around))],
                [.. Caveats(cited, around)],
                [.. cited.Select(figure => StatisticWording.Source(figure.Statistic)).Distinct()],
                [.. cited.Select(figure => figure.Statistic.Snapshot).DistinctBy(s => s.Number).SelectMany(Quality)]
            );

    private static CitedFigure Figure(AttachedStatistic attached, Statistic statistic, RequestSurroundings around)
    {
        var query = attached.Query;
        var subject = Subject(attached, around);
        return new CitedFigure(
            attached.Token,
            subject,
            StatisticWording.Years(query.FirstYear, query.LastYear),
            StatisticWording.Heading(query),
            StatisticWording.Reports(statistic),
            StatisticWording.Cases(statistic),
            StatisticWording.Sentence(
                query,
                StatisticWording.Reports(statistic),
                StatisticWording.Cases(statistic),
                subject
            ),
            StatisticBars.Of(statistic),
            StatisticWording.Source(statistic)
        );
    }

    /// <summary>One caveat that all figures share stands once; one that some have names them.</summary>
    private static IEnumerable<string> Caveats(
        IReadOnlyList<(AttachedStatistic Attached, Statistic Statistic)> cited,
        RequestSurroundings around
    )
    {
        var caveats = cited
            .SelectMany(figure =>
                StatisticWording
                    .Caveats(figure.Statistic, around.Cycle.Submission)
                    .Select(caveat => (Caveat: caveat, Name: Name(figure.Attached, cited, around)))
            )
            .GroupBy(caveat => caveat.Caveat, caveat => caveat.Name);
        foreach (var caveat in caveats)
        {
            yield return caveat.Count() == cited.Count ? caveat.Key : $"{string.Join("; ", caveat)}: {caveat.Key}";
        }

        yield return StatisticWording.DoNotAdd;
    }

    /// <summary>The category, and where it is cited more than once, what tells this figure from the others.</summary>
    private static string Name(
        AttachedStatistic attached,
        IReadOnlyList<(AttachedStatistic Attached, Statistic Statistic)> cited,
        RequestSurroundings around
    )
    {
        var subject = Subject(attached, around);
        var query = attached.Query;
        return cited.Count(figure => Subject(figure.Attached, around) == subject) == 1
            ? subject
            : $"{subject}, {StatisticWording.Heading(query)}, {StatisticWording.Years(query.FirstYear, query.LastYear)}";
    }

    private static IEnumerable<QualityStatement> Quality(Snapshot snapshot)
    {
        if (snapshot.Quality is not { } quality)
        {
            yield break;
        }

        yield return new QualityStatement(
            $"Verification and validation (snapshot {snapshot.Number})",
            quality.Verification
        );
        yield return new QualityStatement("Sources", quality.Sources);
        yield return new QualityStatement("Accuracy needed", quality.RequiredAccuracy);
        yield return new QualityStatement("Limitations", quality.Limitations);
        yield return new QualityStatement("How limitations are compensated", quality.Compensation);
    }

    private static string Subject(AttachedStatistic attached, RequestSurroundings around) =>
        StatisticWording.Subject(around.CategoryName(attached.CategoryCode), attached.Subcategory);
}

/// <summary>A statistic by fiscal year, as charts and their tables show it.</summary>
public static class StatisticBars
{
    public static IReadOnlyList<FigureYear> Of(Statistic statistic) =>
        [.. statistic.Query.Years.Select(year => Bar(statistic, year))];

    private static FigureYear Bar(Statistic statistic, FiscalYear year)
    {
        var isCovered = statistic.Snapshot.Covers(year);
        return new FigureYear(
            !isCovered || statistic.Snapshot.IsComplete(year)
                ? year.ToString()
                : $"{year} (through {StatisticWording.Date(statistic.Snapshot.AsOf)})",
            isCovered ? statistic.ScrsIn(year) : null,
            StatisticWording.Reports(statistic, year)
        );
    }
}
