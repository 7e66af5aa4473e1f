using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData.Measuring;

/// <summary>What the published measure is in a fiscal year.</summary>
public enum MeasureUnit
{
    /// <summary>Disruptions and dismantlements ÷ approved initial investigations, to FY 2020.</summary>
    Percent,

    /// <summary>The total count of disruptions and dismantlements, from FY 2021.</summary>
    Count,
}

/// <summary>
/// What the percentage is divided by. The report does not say what the agency divided by, and the published percentages
/// do not follow from the year's own approvals (domain.md section 5): it is chosen and named, never guessed.
/// </summary>
public enum Denominator
{
    /// <summary>Initial investigations approved in the fiscal year.</summary>
    ApprovedInYear,

    /// <summary>Cases opened by the last day of the fiscal year and not dismantled by then.</summary>
    OpenAtYearEnd,

    /// <summary>What the published percentage implies; FY 2017 to 2020 only.</summary>
    AsPublished,
}

/// <summary>Target and result of one fiscal year, as OIG-23-59 Table 1 prints them.</summary>
/// <param name="Target">Percent with one decimal, or a count.</param>
/// <param name="Result">In the same unit.</param>
public sealed record PublishedResult(FiscalYear Year, MeasureUnit Unit, decimal Target, decimal Result, string Source)
{
    public bool IsMet => Result >= Target;
}

/// <summary>
/// The performance measure under which disruptions and dismantlements were published (OIG-23-59 Table 1): its definitions
/// by year, targets and results.
/// </summary>
public sealed class PerformanceMeasure
{
    /// <summary>The last fiscal year in which the measure was a percentage; there is no line across this break.</summary>
    public const int LastPercentYear = 2020;

    /// <summary>A percentage of fewer is not shown (domain.md section 5).</summary>
    public const int SmallestBase = 20;

    private readonly Dictionary<int, int> reported;

    private PerformanceMeasure(IReadOnlyList<PublishedResult> published, Dictionary<int, int> reported) =>
        (Published, this.reported) = (published, reported);

    /// <summary>By fiscal year.</summary>
    public IReadOnlyList<PublishedResult> Published { get; }

    /// <param name="figures">The published figures, those of Tables 1 and 3 among them.</param>
    public static PerformanceMeasure From(IReadOnlyList<PublishedFigure> figures)
    {
        var published = figures
            .Where(figure => figure.Table == PublishedTables.MeasureResults)
            .GroupBy(figure => figure.FiscalYear!.Value)
            .OrderBy(year => year.Key)
            .Select(year => new PublishedResult(
                new FiscalYear(year.Key),
                UnitOf(new FiscalYear(year.Key)),
                year.Single(figure => figure.Column == "target").Value,
                year.Single(figure => figure.Column == "result").Value,
                year.First().Source
            ))
            .ToList();
        var counts = figures
            .Where(figure =>
                figure.Table == PublishedTables.ReportedVsInaccurate
                && figure.Column == "reported_disruptions_and_dismantlements"
            )
            .ToDictionary(figure => figure.FiscalYear!.Value, figure => (int)figure.Value);
        return new PerformanceMeasure(published, counts);
    }

    public static MeasureUnit UnitOf(FiscalYear year) =>
        year.Year <= LastPercentYear ? MeasureUnit.Percent : MeasureUnit.Count;

    /// <summary>Null where nothing is published.</summary>
    public PublishedResult? In(FiscalYear year) => Published.FirstOrDefault(one => one.Year == year);

    /// <summary>
    /// What the published percentage was divided by, if the published count was what was divided: 420 ÷ 22.9 % is about
    /// 1,834. Rounded to whole cases; null for years without a published percentage.
    /// </summary>
    public int? ImpliedDenominator(FiscalYear year) =>
        In(year) is { Unit: MeasureUnit.Percent } published && reported.TryGetValue(year.Year, out var count)
            ? (int)Math.Round(count * 100m / published.Result, MidpointRounding.AwayFromZero)
            : null;
}
