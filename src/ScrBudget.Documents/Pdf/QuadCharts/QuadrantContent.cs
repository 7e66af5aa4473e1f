using ScrBudget.Documents.Pdf.Flow;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.QuadCharts;

/// <summary>What a quadrant holds, broken to the width of a column.</summary>
/// <param name="Text">What the author wrote, which can run on to another page.</param>
/// <param name="Tables">What stays on the page while the text leaves room: cost, figures with caveats and sources.</param>
/// <param name="Chart">Drawn when room is left over; null when there is nothing to draw.</param>
internal sealed record QuadrantContent(
    Quadrant Quadrant,
    IReadOnlyList<FlowBlock> Text,
    IReadOnlyList<FlowBlock> Tables,
    FigureCharts? Chart = null
)
{
    /// <summary>The heading: the quadrant's name.</summary>
    public string Heading => Quadrant.ToString();

    /// <summary>Height in points of all but the chart, from the first line down.</summary>
    public double Height => HeightOf([.. Text, .. Tables]);

    public static double HeightOf(IReadOnlyList<FlowBlock> blocks) =>
        blocks.Count == 0 ? 0 : blocks.Sum(block => block.SpaceBefore + block.Height) - blocks[0].SpaceBefore;

    /// <summary>The four quadrants in reading order.</summary>
    public static QuadrantContent[] Of(RequestDocument request, double width, UnprintableLog log) =>
        [
            Section(Quadrant.Description, request.Description, width, log),
            Section(Quadrant.Justification, request.Justification, width, log),
            new(Quadrant.Cost, [], Cost(request.Cost, width, log)),
            Section(Quadrant.Impact, request.Impact, width, log) with
            {
                Tables = Figures(request.Figures, width, log),
                Chart = FigureCharts.Of(request.Figures, width, log),
            },
        ];

    private static QuadrantContent Section(Quadrant quadrant, FormattedText text, double width, UnprintableLog log) =>
        new(quadrant, new TextBlocks(width, quadrant.ToString(), log).Of(text), []);

    private static List<FlowBlock> Cost(CostTables cost, double width, UnprintableLog log)
    {
        var text = new TextBlocks(width, nameof(Quadrant.Cost), log);
        if (cost.Summary.Count == 0)
        {
            return [text.Paragraph(Wording.NoResponse, Styles.NoResponse)];
        }

        var years = Math.Max(cost.Years.Count, 1);
        var label = Math.Max(width * 0.3, width - (years * width * 0.15));
        var columns = new List<TableColumn> { new("Dollars in thousands", label, AlignRight: false) };
        columns.AddRange(cost.Years.Select(year => new TableColumn(year, (width - label) / years, AlignRight: true)));
        var rows = cost.Summary.Select(row => new TableRow([row.Label, .. row.Cells], row.IsTotal)).ToList();
        return
        [
            TableBlock.Of(columns, rows, 0, nameof(Quadrant.Cost), log),
            .. cost.Overrides.Select(sentence => text.Paragraph(sentence, Styles.Small, Styles.ParagraphSpace)),
        ];
    }

    private static List<FlowBlock> Figures(CitedFigures figures, double width, UnprintableLog log)
    {
        if (figures.Items.Count == 0)
        {
            return [];
        }

        const string Place = "SCR data";
        double[] numbers = [68, 46, 40];
        TableColumn[] columns =
        [
            new("SCR data cited", width - numbers.Sum(), AlignRight: false),
            new("Fiscal years", numbers[0], AlignRight: false),
            new("Reports", numbers[1], AlignRight: true),
            new("Cases", numbers[2], AlignRight: true),
        ];
        var rows = figures
            .Items.Select(figure => new TableRow([
                figure.Category,
                WithoutPrefix(figure.Years),
                figure.Reports,
                figure.Cases,
            ]))
            .ToList();
        var text = new TextBlocks(width, Place, log);
        List<FlowBlock> blocks = [TableBlock.Of(columns, rows, Styles.ParagraphSpace + 2, Place, log)];
        string[] notes =
        [
            string.Join("; ", figures.Items.Select(figure => figure.Measure).Distinct()) + ".",
            .. figures.Caveats,
            .. figures.Sources,
        ];
        blocks.Add(text.Paragraph(string.Join(' ', notes), Styles.Small, Styles.ParagraphSpace));
        return blocks;
    }

    /// <summary>The column's heading says that the years are fiscal.</summary>
    private static string WithoutPrefix(string years) =>
        years.StartsWith("FY ", StringComparison.Ordinal) ? years["FY ".Length..] : years;
}
