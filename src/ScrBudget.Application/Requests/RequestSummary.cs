using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Requests;

/// <param name="Decision"><c>attached</c>, <c>declined</c>, <c>notApplicable</c> or <c>unanswered</c>.</param>
public sealed record CategoryDecisionSummary(string Category, string Decision, string Reason);

/// <param name="Value">As printed.</param>
/// <param name="Source">As printed.</param>
public sealed record FigureSummary(string Token, string Category, string Value, string Source);

/// <param name="Dollars">Whole dollars of the budget year.</param>
/// <param name="At">UTC.</param>
public sealed record StageSummary(string Stage, long Dollars, int? Positions, int? Fte, string By, DateTime At);

/// <summary>A request as <c>summary.json</c> gives it; scripts rely on the names.</summary>
/// <param name="Suggested">Categories in full.</param>
/// <param name="ScrUse">By domain.md section 8: <c>open</c> while an answer or an analyst's disposition is pending.</param>
/// <param name="Worked">One of the report's three examples, outside every rate.</param>
public sealed record RequestSummary(
    string Number,
    string Office,
    int FiscalYear,
    string Title,
    long Dollars,
    int Positions,
    IReadOnlyList<string> Suggested,
    IReadOnlyList<CategoryDecisionSummary> Decisions,
    IReadOnlyList<FigureSummary> Figures,
    string ScrUse,
    bool Worked
)
{
    /// <summary>In words: <c>In review</c>.</summary>
    public required string Status { get; init; }

    /// <summary>What OAO decided, in words; null until then.</summary>
    public required string? Decision { get; init; }

    /// <summary>What each stage said last of the budget year, the office first; empty until it is handed in.</summary>
    public required IReadOnlyList<StageSummary> Amounts { get; init; }

    public static RequestSummary Of(RequestReading reading)
    {
        var (request, around, composed) = (reading.Request, reading.Around, reading.Composed);
        return new RequestSummary(
            request.Number,
            around.Office.Name,
            request.BudgetYear,
            request.Facts.Title,
            composed.Cost.Request.Dollars,
            composed.Cost.Positions,
            [
                .. composed
                    .Prompt.Categories.Where(category => category.Strength == CategoryStrength.Suggested)
                    .Select(category => around.CategoryName(category.CategoryCode)),
            ],
            [
                .. composed.Prompt.Categories.Select(category => new CategoryDecisionSummary(
                    around.CategoryName(category.CategoryCode),
                    Name(category.Decision),
                    category.Reason
                )),
            ],
            [
                .. request
                    .Figures.Where(figure => composed.Figures.Of(figure.Number) is not null)
                    .Select(figure => Figure(figure, composed.Figures.Of(figure.Number)!, around)),
            ],
            Name(Domain.Tracking.ScrUse.Of(request, composed.Prompt).Value),
            around.Cycle.IsWorkedExample
        )
        {
            Status = request.Status.Title(),
            Decision = request.Decision?.Title(),
            Amounts =
            [
                .. AmountLine
                    .Of(request, around.Cycle)
                    .Select(line => new StageSummary(
                        line.Stage,
                        line.Entry.Dollars.Dollars,
                        line.Entry.Positions,
                        line.Entry.Fte,
                        line.Entry.By,
                        line.Entry.At
                    )),
            ],
        };
    }

    private static FigureSummary Figure(AttachedStatistic figure, Statistic statistic, RequestSurroundings around) =>
        new(
            figure.Token,
            StatisticWording.Subject(around.CategoryName(figure.CategoryCode), figure.Subcategory),
            StatisticWording.Reports(statistic),
            StatisticWording.Source(statistic)
        );

    private static string Name(UseValue use) =>
        use switch
        {
            UseValue.Used => "used",
            UseValue.ConsideredNotApplicable => "consideredNotApplicable",
            UseValue.NotUsed => "notUsed",
            _ => "open",
        };

    private static string Name(CategoryDecision decision) =>
        decision switch
        {
            CategoryDecision.Attached => "attached",
            CategoryDecision.Declined => "declined",
            CategoryDecision.NotApplicable => "notApplicable",
            _ => "unanswered",
        };
}
