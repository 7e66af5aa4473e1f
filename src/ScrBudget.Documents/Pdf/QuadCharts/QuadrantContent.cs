using ScrBudget.Documents.Pdf.Flow;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.QuadCharts;

/// <summary>What a quadrant holds, broken to the width of a column.</summary>
/// <param name="Text">What the author wrote, which can run on to another page.</param>
/// <param name="Tables">What stays on the page while the text leaves room: cost, figures with caveats and sources.</param>
/// <param name="Details">Drawn when room is left over; null when there are none.</param>
/// <param name="Chart">Drawn when room is left over; null when there is nothing to draw.</param>
internal sealed record QuadrantContent(
    Quadrant Quadrant,
    IReadOnlyList<FlowBlock> Text,
    IReadOnlyList<FlowBlock> Tables,
    FlowBlock? Details = null,
    FigureCharts? Chart = null
)
{
    /// <summary>The heading: the quadrant's name.</summary>
    public string Heading => Quadrant.ToString();

    /// <summary>Height in points of what must be printed, from the first line down.</summary>
    public double Height => HeightOf([.. Text, .. Tables]);

    /// <summary>Height in points with what is printed where there is room.</summary>
    public double WantedHeight =>
        Height
        + (Details is null ? 0 : Details.SpaceBefore + Details.Height)
        + (Chart is null ? 0 : Styles.ParagraphSpace + Chart.WantedHeight);

    public static double HeightOf(IReadOnlyList<FlowBlock> blocks) =>
        blocks.Count == 0 ? 0 : blocks.Sum(block => block.SpaceBefore + block.Height) - blocks[0].SpaceBefore;

    /// <summary>The four quadrants in reading order.</summary>
    public static QuadrantContent[] Of(RequestDocument request, double width, UnprintableLog log) =>
        [
            Section(Quadrant.Description, request.Description, width, log),
            Section(Quadrant.Justification, request.Justification, width, log),
            CostSection.Of(request.Cost, width, log),
            Section(Quadrant.Impact, request.Impact, width, log) with
            {
                Tables = FiguresSection.Of(request.Figures, width, log),
                Chart = FigureCharts.Of(request.Figures, width, log),
            },
        ];

    private static QuadrantContent Section(Quadrant quadrant, FormattedText text, double width, UnprintableLog log) =>
        new(quadrant, new TextBlocks(width, quadrant.ToString(), log).Of(text), []);
}
