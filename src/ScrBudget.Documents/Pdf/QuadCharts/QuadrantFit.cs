using ScrBudget.Documents.Pdf.Flow;

namespace ScrBudget.Documents.Pdf.QuadCharts;

/// <summary>A quadrant's content, divided between its room on the first page and what continues on another.</summary>
/// <param name="Before">Blocks on the page, before the note that the quadrant continues.</param>
/// <param name="After">Blocks on the page after that note.</param>
/// <param name="Rest">What continues; empty when all fits.</param>
/// <param name="Excess">Null when all fits.</param>
internal sealed record QuadrantFit(
    QuadrantContent Content,
    IReadOnlyList<FlowBlock> Before,
    IReadOnlyList<FlowBlock> After,
    IReadOnlyList<FlowBlock> Rest,
    QuadrantExcess? Excess
)
{
    // Sums of line heights must not fail a room by the rounding of doubles.
    private const double Tolerance = 0.01;

    // So that a quadrant whose tables are many still begins with its text.
    private const int FewestTextLines = 3;

    /// <summary>Height in points of the note <c>Continued on page 2.</c></summary>
    public static double NoteHeight => Styles.Continued.LineHeight + Styles.ParagraphSpace;

    public static QuadrantFit Of(QuadrantContent content, double room)
    {
        if (content.Height <= room + Tolerance)
        {
            return new QuadrantFit(content, [.. content.Text, .. content.Tables], [], [], null);
        }

        var tables = content.Tables.Sum(block => block.SpaceBefore + block.Height);
        var start = Math.Min(QuadrantContent.HeightOf(content.Text), FewestTextLines * Styles.Body.LineHeight);
        var keepsTables = content.Text.Count > 0 && tables + start + NoteHeight <= room;
        var (flowing, standing) = keepsTables
            ? (content.Text, content.Tables)
            : ([.. content.Text, .. content.Tables], (IReadOnlyList<FlowBlock>)[]);
        var flowRoom = room - (keepsTables ? tables : 0);
        var (before, rest) = Divide(flowing, flowRoom - NoteHeight);
        var lines = Divide(flowing, flowRoom).After.Sum(block => block.Slices.Sum(slice => slice.Lines));
        return new QuadrantFit(
            content,
            before,
            standing,
            rest,
            new QuadrantExcess(content.Quadrant, Math.Max(1, lines), BeginningOfLast(content.Text, lines))
        );
    }

    private static (List<FlowBlock> Before, List<FlowBlock> After) Divide(IReadOnlyList<FlowBlock> blocks, double room)
    {
        var before = new List<FlowBlock>();
        var used = 0.0;
        for (var i = 0; i < blocks.Count; i++)
        {
            used += i == 0 ? 0 : blocks[i].SpaceBefore;
            var fitting = 0;
            while (fitting < blocks[i].Slices.Count && used + blocks[i].Slices[fitting].Height <= room + Tolerance)
            {
                used += blocks[i].Slices[fitting++].Height;
            }

            if (fitting == blocks[i].Slices.Count)
            {
                before.Add(blocks[i]);
                continue;
            }

            if (fitting == 0)
            {
                return (before, [.. blocks.Skip(i)]);
            }

            var (first, rest) = blocks[i].Split(fitting);
            return ([.. before, first], [rest, .. blocks.Skip(i + 1)]);
        }

        return (before, []);
    }

    /// <summary>Where the last lines of the author's text begin: shortening it by them makes the quadrant fit.</summary>
    private static (int Block, int Character)? BeginningOfLast(IReadOnlyList<FlowBlock> text, int lines)
    {
        var sources = text.SelectMany(block => block.Slices).Select(slice => slice.Source).ToList();
        return sources.Count == 0 ? null : sources[Math.Max(0, sources.Count - Math.Max(1, lines))];
    }
}
