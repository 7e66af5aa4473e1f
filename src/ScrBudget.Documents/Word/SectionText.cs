using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScrBudget.Documents.Word;

/// <summary>
/// Formatted text in a content control. The control's first paragraph shows how a paragraph looks, its second, where
/// there is one, how a bullet looks.
/// </summary>
internal static class SectionText
{
    private const string BulletStyle = "ListBullet";

    public static void Fill(SdtElement control, FormattedText text)
    {
        var blocks = text.IsEmpty ? [new TextBlock(IsBullet: false, [new TextRun(Wording.NoResponse)])] : text.Blocks;
        var paragraphs = ContentControl.ContentOf(control)!.Descendants<Paragraph>().ToList();
        if (paragraphs.Count == 0)
        {
            ContentControl.SetRuns(control, look => WithinOneParagraph(blocks, look));
            return;
        }
        var bulletPrototype = paragraphs.Count > 1 ? paragraphs[1] : AsBullet(paragraphs[0]);
        var look = ContentControl.LookOf(control, paragraphs[0]);
        var bulletLook = ContentControl.LookOf(control, bulletPrototype);
        ContentControl.Settle(control);
        foreach (var block in blocks)
        {
            paragraphs[0]
                .InsertBeforeSelf(
                    block.IsBullet ? Compose(block, bulletPrototype, bulletLook) : Compose(block, paragraphs[0], look)
                );
        }
        foreach (var paragraph in paragraphs)
        {
            paragraph.Remove();
        }
    }

    private static Paragraph Compose(TextBlock block, Paragraph prototype, RunProperties? look)
    {
        var paragraph = new Paragraph();
        if (prototype.ParagraphProperties is { } properties)
        {
            paragraph.Append(properties.CloneNode(deep: true));
        }
        paragraph.Append(block.Runs.Select(run => WordText.ToRun(run, look)));
        return paragraph;
    }

    private static Paragraph AsBullet(Paragraph prototype)
    {
        var bullet = (Paragraph)prototype.CloneNode(deep: true);
        bullet.ParagraphProperties ??= new ParagraphProperties();
        bullet.ParagraphProperties.ParagraphStyleId = new ParagraphStyleId { Val = BulletStyle };
        return bullet;
    }

    /// <summary>For a control that an author placed within a line: blocks become lines.</summary>
    private static IEnumerable<Run> WithinOneParagraph(IReadOnlyList<TextBlock> blocks, RunProperties? look) =>
        blocks.SelectMany(
            (block, index) =>
                block
                    .Runs.Prepend(new TextRun((index > 0 ? "\n" : "") + (block.IsBullet ? "• " : "")))
                    .Where(run => run.Text.Length > 0)
                    .Select(run => WordText.ToRun(run, look))
        );
}
