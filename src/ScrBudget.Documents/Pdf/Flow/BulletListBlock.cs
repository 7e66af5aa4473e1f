using PdfSharp.UniversalAccessibility;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.Flow;

/// <summary>One item: its lines and the index of its block in the section.</summary>
/// <param name="IsContinued">Its bullet stands where it began.</param>
internal sealed record BulletItem(IReadOnlyList<TextLine> Lines, int Source, bool IsContinued = false);

/// <summary>A bulleted list.</summary>
internal sealed class BulletListBlock : FlowBlock
{
    private readonly IReadOnlyList<BulletItem> _items;
    private readonly TextStyle _style;
    private readonly TextLine _bullet;

    public BulletListBlock(IReadOnlyList<BulletItem> items, TextStyle style, TextLine bullet, double spaceBefore)
        : base([.. items.SelectMany(item => SlicesOf(item, style))], spaceBefore) =>
        (_items, _style, _bullet) = (items, style, bullet);

    public override (FlowBlock First, FlowBlock After) Split(int slices)
    {
        var first = new List<BulletItem>();
        var rest = new List<BulletItem>();
        foreach (var item in _items)
        {
            var taken = Math.Min(slices, item.Lines.Count);
            slices -= taken;
            if (taken > 0)
            {
                first.Add(item with { Lines = [.. item.Lines.Take(taken)] });
            }

            if (taken < item.Lines.Count)
            {
                rest.Add(new BulletItem([.. item.Lines.Skip(taken)], item.Source, item.IsContinued || taken > 0));
            }
        }

        return (With(first), With(rest));
    }

    public override void Draw(TaggedPdf pdf, FlowCursor cursor)
    {
        Begin(cursor);
        pdf.List(() =>
        {
            foreach (var item in _items)
            {
                pdf.Element(PdfBlockLevelElementTag.ListItem, () => DrawItem(pdf, cursor, item));
            }
        });
    }

    private BulletListBlock With(IReadOnlyList<BulletItem> items) => new(items, _style, _bullet, SpaceBefore);

    private void DrawItem(TaggedPdf pdf, FlowCursor cursor, BulletItem item)
    {
        // The label needs the place of the first line, which only asking the cursor tells.
        var (x, y) = cursor.Advance(_style.LineHeight);
        if (!item.IsContinued)
        {
            pdf.Element(PdfBlockLevelElementTag.Label, () => pdf.Text(_bullet, _style, x, y));
        }

        pdf.Element(
            PdfBlockLevelElementTag.ListBody,
            () =>
            {
                pdf.Text(item.Lines[0], _style, x + Styles.BulletIndent, y);
                ParagraphBlock.DrawLines(pdf, cursor, item.Lines.Skip(1), _style, Styles.BulletIndent);
            }
        );
    }

    private static IEnumerable<Slice> SlicesOf(BulletItem item, TextStyle style) =>
        item.Lines.Select(line => new Slice(style.LineHeight, 1, (item.Source, line.Source)));
}
