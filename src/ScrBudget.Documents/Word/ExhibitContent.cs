using System.Globalization;

namespace ScrBudget.Documents.Word;

/// <summary>Which part of a request fills which tag of the exhibit's template; templates/README.md says the same.</summary>
internal static class ExhibitContent
{
    /// <summary>Year columns of the five-year summary in a template: <c>year-1</c> … <c>year-5</c>.</summary>
    private const int YearColumns = 5;

    public static TemplateContent Of(RequestDocument request)
    {
        if (request.Cost.Years.Count > YearColumns)
        {
            throw new ArgumentException(
                $"{request.Number} covers {request.Cost.Years.Count} years; the exhibit prints {YearColumns}.",
                nameof(request)
            );
        }
        return new TemplateContent(
            Texts(request),
            Sections(request),
            Lists(request),
            Conditions(request),
            new Dictionary<string, ChartContent> { ["figures-chart"] = FiguresChart.Of(request.Figures.Items) },
            InEveryHeader: ["banner"],
            OnEveryPage: ["number", "status", "as-of", "notices"]
        );
    }

    private static Dictionary<string, string> Texts(RequestDocument request)
    {
        var facts = request.Facts;
        var texts = new Dictionary<string, string>
        {
            ["number"] = request.Number,
            ["title"] = request.Title,
            ["office"] = request.Office,
            ["fiscal-year"] = request.FiscalYear,
            ["headline"] = request.Headline,
            ["status"] = request.Status,
            ["as-of"] = request.AsOf.ToString("MMM d, yyyy", CultureInfo.InvariantCulture),
            ["banner"] = request.Marking.Banner,
            ["designated-by"] = request.Marking.DesignatedBy,
            ["notices"] = string.Join(" · ", request.Notices),
            ["chart-gaps"] = FiguresChart.Gaps(request.Figures.Items),
            ["appropriation"] = OrNoResponse(facts.Appropriation),
            ["program-project-activity"] = OrNoResponse(facts.ProgramProjectActivity),
            ["period-of-availability"] = OrNoResponse(facts.PeriodOfAvailability),
            ["kind-of-change"] = OrNoResponse(facts.KindOfChange),
            ["priority"] = OrNoResponse(facts.Priority),
            ["strategic-goal"] = OrNoResponse(facts.StrategicGoal),
            ["authority"] = OrNoResponse(facts.Authority),
            ["contact"] = OrNoResponse(facts.Contact),
            ["offsets"] = OrNoResponse(facts.Offsets),
            ["performance-measure"] = OrNoResponse(facts.PerformanceMeasure),
            ["performance-baseline"] = OrNoResponse(facts.PerformanceBaseline),
            ["performance-target"] = OrNoResponse(facts.PerformanceTarget),
            ["performance-target-date"] = OrNoResponse(facts.PerformanceTargetDate),
        };
        for (var year = 0; year < YearColumns; year++)
        {
            texts[$"year-{year + 1}"] = request.Cost.Years.ElementAtOrDefault(year) ?? "";
        }
        return texts;
    }

    private static Dictionary<string, FormattedText> Sections(RequestDocument request) =>
        new()
        {
            ["description"] = request.Description,
            ["justification"] = request.Justification,
            ["impact"] = request.Impact,
            ["if-not-funded"] = request.IfNotFunded,
        };

    private static Dictionary<string, TemplateList> Lists(RequestDocument request) =>
        new()
        {
            ["personnel"] = Personnel(request.Cost.Personnel),
            ["non-personnel"] = NonPersonnel(request.Cost.NonPersonnel),
            ["summary"] = Summary(request.Cost.Summary),
            ["overrides"] = Sentences("overrides", request.Cost.Overrides),
            ["figures"] = TemplateList.Of(
                request.Figures.Items,
                ("figures.token", figure => figure.Token),
                ("figures.category", figure => figure.Category),
                ("figures.years", figure => figure.Years),
                ("figures.measure", figure => figure.Measure),
                ("figures.reports", figure => figure.Reports),
                ("figures.cases", figure => figure.Cases)
            ),
            ["statistics"] = Sentences("statistics", [.. request.Figures.Items.Select(figure => figure.Sentence)]),
            ["caveats"] = Sentences("caveats", request.Figures.Caveats),
            ["sources"] = Sentences("sources", request.Figures.Sources),
            ["answers"] = TemplateList.Of(
                request.Answers,
                ("answers.category", answer => answer.Category),
                ("answers.decision", answer => answer.Decision),
                ("answers.reason", answer => answer.Reason)
            ),
            ["quality"] = TemplateList.Of(
                request.Figures.Quality,
                ("quality.heading", statement => statement.Heading),
                ("quality.text", statement => statement.Text)
            ),
        };

    private static Dictionary<string, bool> Conditions(RequestDocument request) =>
        new()
        {
            ["draft"] = request.IsDraft,
            ["banner"] = request.Marking.Banner.Length > 0,
            ["designated-by"] = request.Marking.DesignatedBy.Length > 0,
            ["notices"] = request.Notices.Count > 0,
            ["personnel"] = request.Cost.Personnel.Count > 0,
            ["non-personnel"] = request.Cost.NonPersonnel.Count > 0,
            ["overrides"] = request.Cost.Overrides.Count > 0,
            ["figures"] = request.Figures.Items.Count > 0,
            ["chart"] = FiguresChart.HasBars(request.Figures.Items),
            ["chart-gaps"] = FiguresChart.Gaps(request.Figures.Items).Length > 0,
            ["caveats"] = request.Figures.Caveats.Count > 0,
            ["answers"] = request.Answers.Count > 0,
            ["quality"] = request.Figures.Quality.Count > 0,
        };

    private static TemplateList Personnel(IReadOnlyList<PersonnelRow> rows) =>
        TemplateList.Of(
            rows,
            row => row.IsTotal,
            ("personnel.type", row => row.Type),
            ("personnel.full-year-cost", row => row.FullYearCost),
            ("personnel.first-year-cost", row => row.FirstYearCost),
            ("personnel.number", row => row.Number),
            ("personnel.fte", row => row.Fte),
            ("personnel.request", row => row.Request),
            ("personnel.annualization-1", row => row.AnnualizationPlus1),
            ("personnel.annualization-2", row => row.AnnualizationPlus2)
        );

    private static TemplateList NonPersonnel(IReadOnlyList<NonPersonnelRow> rows) =>
        TemplateList.Of(
            rows,
            row => row.IsTotal,
            ("non-personnel.item", row => row.Item),
            ("non-personnel.object-class", row => row.ObjectClass),
            ("non-personnel.unit-cost", row => row.UnitCost),
            ("non-personnel.quantity", row => row.Quantity),
            ("non-personnel.request", row => row.Request),
            ("non-personnel.annualization-1", row => row.AnnualizationPlus1),
            ("non-personnel.annualization-2", row => row.AnnualizationPlus2)
        );

    private static TemplateList Summary(IReadOnlyList<CostRow> rows) =>
        TemplateList.Of(
            rows,
            row => row.IsTotal,
            [
                ("summary.label", row => row.Label),
                .. Enumerable
                    .Range(0, YearColumns)
                    .Select(year =>
                        (
                            $"summary.year-{year + 1}",
                            (Func<CostRow, string>)(row => row.Cells.ElementAtOrDefault(year) ?? "")
                        )
                    ),
            ]
        );

    private static TemplateList Sentences(string list, IReadOnlyList<string> sentences) =>
        TemplateList.Of(sentences, ($"{list}.text", sentence => sentence));

    private static string OrNoResponse(string text) => string.IsNullOrWhiteSpace(text) ? Wording.NoResponse : text;
}
