using PdfSharp.UniversalAccessibility;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.Flow;

/// <summary>A paragraph or heading; one structure element, even where it runs on to another page.</summary>
internal sealed class ParagraphBlock : FlowBlock
{
    private readonly IReadOnlyList<TextLine> _lines;
    private readonly TextStyle _style;
    private readonly PdfBlockLevelElementTag _tag;
    private readonly int? _source;

    /// <summary>Points that must follow on the same page: a heading does not stand alone at the foot of a column.</summary>
    public double KeptAfter { get; init; }

    public override double Kept => base.Kept + KeptAfter;

    /// <param name="source">Index of its block in the section, for text that an author wrote.</param>
    public ParagraphBlock(
        IReadOnlyList<TextLine> lines,
        TextStyle style,
        double spaceBefore = 0,
        int? source = null,
        PdfBlockLevelElementTag tag = PdfBlockLevelElementTag.Paragraph
    )
        : base(SlicesOf(lines, style, source), spaceBefore) =>
        (_lines, _style, _source, _tag) = (lines, style, source, tag);

    public override (FlowBlock First, FlowBlock After) Split(int slices) =>
        (
            new ParagraphBlock([.. _lines.Take(slices)], _style, SpaceBefore, _source, _tag),
            new ParagraphBlock([.. _lines.Skip(slices)], _style, SpaceBefore, _source, _tag)
        );

    public override void Draw(TaggedPdf pdf, FlowCursor cursor)
    {
        Begin(cursor);
        pdf.Element(_tag, () => DrawLines(pdf, cursor, _lines, _style));
    }

    public static void DrawLines(
        TaggedPdf pdf,
        FlowCursor cursor,
        IEnumerable<TextLine> lines,
        TextStyle style,
        double indent = 0
    )
    {
        foreach (var line in lines)
        {
            var (x, y) = cursor.Advance(style.LineHeight);
            pdf.Text(line, style, x + indent, y);
        }
    }

    private static Slice[] SlicesOf(IReadOnlyList<TextLine> lines, TextStyle style, int? source)
    {
        var slices = new Slice[lines.Count];
        for (var i = 0; i < slices.Length; i++)
        {
            slices[i] = new Slice(style.LineHeight, 1, source is { } block ? (block, lines[i].Source) : null);
        }

        return slices;
    }
}
