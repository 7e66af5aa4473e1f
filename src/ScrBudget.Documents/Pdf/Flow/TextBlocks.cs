using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.Flow;

/// <summary>Breaks an author's section into blocks of a width: paragraphs, and lists of the bullets that follow each other.</summary>
internal sealed class TextBlocks(double width, string place, UnprintableLog log)
{
    /// <summary>The section's blocks; an empty one says that no response was provided.</summary>
    public List<FlowBlock> Of(FormattedText text)
    {
        if (text.Blocks.All(block => string.IsNullOrWhiteSpace(block.PlainText)))
        {
            return [Paragraph(Wording.NoResponse, Styles.NoResponse)];
        }

        var blocks = new List<FlowBlock>();
        for (var i = 0; i < text.Blocks.Count; )
        {
            if (text.Blocks[i].IsBullet)
            {
                blocks.Add(List(text.Blocks, ref i));
            }
            else
            {
                var lines = LineBreaker.Break(GlyphReader.Read(text.Blocks[i].Runs, Styles.Body, place, log), width);
                blocks.Add(new ParagraphBlock(lines, Styles.Body, Styles.ParagraphSpace, source: i));
                i++;
            }
        }

        return blocks;
    }

    public ParagraphBlock Paragraph(string text, TextStyle style, double spaceBefore = 0) =>
        new(LineBreaker.Break(text, style, width, place, log), style, spaceBefore);

    private BulletListBlock List(IReadOnlyList<TextBlock> blocks, ref int index)
    {
        var items = new List<BulletItem>();
        for (; index < blocks.Count && blocks[index].IsBullet; index++)
        {
            var glyphs = GlyphReader.Read(blocks[index].Runs, Styles.Body, place, log);
            items.Add(new BulletItem(LineBreaker.Break(glyphs, width - Styles.BulletIndent), index));
        }

        var bullet = LineBreaker.Break("•", Styles.Body, width, place, log)[0];
        return new BulletListBlock(items, Styles.Body, bullet, Styles.ParagraphSpace);
    }
}
