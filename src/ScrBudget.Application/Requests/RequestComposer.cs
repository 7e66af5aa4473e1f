using ScrBudget.Documents;
using ScrBudget.Documents.Pdf;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Requests;

/// <summary>Everything that is derived from a request, computed once.</summary>
/// <param name="Document">What every rendering is made from.</param>
/// <param name="Fit">What the layout found when it placed the document on its page.</param>
public sealed record ComposedRequest(
    RequestDocument Document,
    CostPlan Cost,
    ScrPrompt Prompt,
    RequestFigures Figures,
    IReadOnlyList<FigureChange> ChangedFigures,
    LayoutFinding Fit,
    Completeness Completeness
);

/// <summary>What a request stands among: its office, its cycle, the categories and the answers of its figures.</summary>
/// <param name="LacksTraining">Who reads it may draft or submit it, but has not acknowledged the training that the cycle requires.</param>
public sealed record RequestSurroundings(
    Office Office,
    BudgetCycle Cycle,
    CategoryCatalogue Categories,
    RequestFigures Figures,
    DateOnly Today,
    bool LacksTraining = false
)
{
    public string CategoryName(string code) => Categories.TryFind(code, out var category) ? category.Name : code;
}

/// <summary>Makes the finished model of a request.</summary>
public static class RequestComposer
{
    public const string Illustrative =
        "ILLUSTRATIVE: texts and cost lines are invented; dollars, positions and purpose are those of OIG-23-59.";

    public static ComposedRequest Compose(ResourceRequest request, RequestSurroundings around, RequestStatus printedAs)
    {
        var cost = request.Cost(around.Cycle.YearsCovered);
        var prompt = ScrPrompt.Of(request, around.Office);
        var cited = Cited(request, around);
        var document = new RequestDocument(
            request.Number,
            request.Facts.Title,
            around.Office.Name,
            around.Cycle.Year.ToString(),
            cost.Headline,
            printedAs.Title(),
            IsDraft: !printedAs.IsHandedIn(),
            around.Today,
            new PageMarking(around.Cycle.MarkingBanner, around.Cycle.DesignatedBy),
            [.. Notices(around.Cycle, cited)],
            Facts(request.Facts),
            Text(request, SectionKind.Description, around.Figures),
            Text(request, SectionKind.Justification, around.Figures),
            Text(request, SectionKind.Impact, around.Figures),
            Text(request, SectionKind.IfNotFunded, around.Figures),
            CostTablesComposer.Compose(request, cost),
            FiguresComposer.Compose(cited, around),
            [
                .. prompt.Categories.Select(category => new CategoryAnswerLine(
                    around.CategoryName(category.CategoryCode),
                    category.Decision.Title(),
                    category.Reason
                )),
                .. prompt.NoneApplies
                    ? new[] { new CategoryAnswerLine("All categories", "Not applicable", prompt.NoneReason) }
                    : [],
            ]
        );
        var fit = QuadChartPdf.Measure(document);
        var changed = around.Figures.Changed(request);
        var completeness = Completeness.Of(
            request,
            prompt,
            cost,
            new FitOnPage(
                [.. fit.Excess.Select(excess => new TextExcess(excess.Quadrant.ToString(), excess.Lines))],
                [
                    .. fit
                        .Unprintable.GroupBy(character => character.Place)
                        .Select(place => new UnprintableText(
                            place.Key,
                            string.Join(' ', place.Select(character => character.Character).Distinct())
                        )),
                ]
            ),
            around.CategoryName,
            around.Figures.Printed,
            changed
        );
        if (around.LacksTraining)
        {
            completeness = completeness.With(Gap.TrainingRequired(around.Cycle.Year));
        }

        return new ComposedRequest(document, cost, prompt, around.Figures, changed, fit, completeness);
    }

    /// <summary>The figures whose tokens stand in a text, by number.</summary>
    private static List<(AttachedStatistic Attached, Statistic Statistic)> Cited(
        ResourceRequest request,
        RequestSurroundings around
    )
    {
        var tokens = SectionKinds
            .All.SelectMany(kind => RequestText.Tokens(request.Section(kind).Text))
            .Select(token => token.Number)
            .ToHashSet();
        return
        [
            .. request
                .Figures.Where(figure => tokens.Contains(figure.Number))
                .Select(figure => (figure, around.Figures.Of(figure.Number)!))
                .Where(figure => figure.Item2 is not null),
        ];
    }

    private static IEnumerable<string> Notices(
        BudgetCycle cycle,
        IEnumerable<(AttachedStatistic Attached, Statistic Statistic)> cited
    )
    {
        if (cited.Any(figure => figure.Statistic.Snapshot.IsSynthetic))
        {
            yield return StatisticWording.Synthetic;
        }

        if (cycle.IsWorkedExample)
        {
            yield return Illustrative;
        }
    }

    private static FormattedText Text(ResourceRequest request, SectionKind kind, RequestFigures figures) =>
        new([
            .. RequestText
                .Parse(request.Section(kind).Text)
                .Select(line => new TextBlock(
                    line.IsBullet,
                    [
                        .. line.Pieces.Select(piece => new TextRun(
                            piece.Token is { } token ? figures.Print(token) : piece.Text,
                            piece.Bold,
                            piece.Italic
                        )),
                    ]
                )),
        ]);

    private static Documents.RequestFacts Facts(Domain.Requests.RequestFacts facts) =>
        new(
            facts.Appropriation,
            facts.ProgramProjectActivity,
            facts.PeriodOfAvailability,
            facts.KindOfChange,
            facts.Priority,
            facts.StrategicGoal,
            facts.Authority,
            facts.Contact,
            facts.Offsets,
            facts.PerformanceMeasure,
            facts.PerformanceBaseline,
            facts.PerformanceTarget,
            facts.PerformanceTargetDate
        );
}
