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
        ContentControl.Settle(control);
        var bulletPrototype = paragraphs.Count > 1 ? paragraphs[1] : AsBullet(paragraphs[0]);
        foreach (var block in blocks)
        {
            var prototype = block.IsBullet ? bulletPrototype : paragraphs[0];
            paragraphs[0].InsertBeforeSelf(Compose(block, prototype));
        }
        foreach (var paragraph in paragraphs)
        {
            paragraph.Remove();
        }
    }

    private static Paragraph Compose(TextBlock block, Paragraph prototype)
    {
        var look = prototype.Descendants<Run>().FirstOrDefault()?.RunProperties;
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
