using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Office2013.Word;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScrBudget.Documents.Word;

/// <summary>
/// What is done with one content control. Word makes it a run, a paragraph, a cell or a row as the author's selection
/// was, so every operation works on each of them.
/// </summary>
internal static class ContentControl
{
    /// <summary>The control's tag; empty when it has none.</summary>
    public static string TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value ?? "";

    public static OpenXmlElement? ContentOf(SdtElement control) =>
        control.ChildElements.FirstOrDefault(child => child.LocalName == "sdtContent");

    public static bool IsRepeatedItem(SdtElement control) =>
        control.SdtProperties?.GetFirstChild<SdtRepeatedSectionItem>() is not null;

    public static bool SpansCells(SdtElement control) =>
        control is SdtRow || control.Descendants<Table>().Any() || control.Descendants<TableCell>().Skip(1).Any();

    /// <summary>The controls beneath an element that do not stand within another control.</summary>
    public static IEnumerable<SdtElement> OutermostIn(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is SdtElement control)
            {
                yield return control;
                continue;
            }
            foreach (var nested in OutermostIn(child))
            {
                yield return nested;
            }
        }
    }

    /// <summary>Replaces the control by what it holds.</summary>
    public static void Unwrap(SdtElement control)
    {
        foreach (var child in ContentOf(control)?.ChildElements.ToList() ?? [])
        {
            child.Remove();
            control.InsertBeforeSelf(child);
        }
        control.Remove();
    }

    /// <summary>Removes the control, and what would be left empty: its paragraph, or a table without rows.</summary>
    public static void Remove(SdtElement control)
    {
        var parent = control.Parent!;
        control.Remove();
        RemoveIfEmpty(parent);
    }

    /// <summary>Replaces the shown text by runs; paragraph, cell and the first run's look are kept.</summary>
    public static void SetRuns(SdtElement control, Func<RunProperties?, IEnumerable<Run>> runs)
    {
        var content = ContentOf(control)!;
        var look = LookOf(control, content);
        Settle(control);
        if (content.Descendants<Paragraph>().FirstOrDefault() is not { } paragraph)
        {
            content.RemoveAllChildren();
            content.Append(runs(look));
            return;
        }
        foreach (var other in content.Descendants<Paragraph>().Where(other => other != paragraph).ToList())
        {
            other.Remove();
        }
        SetRuns(paragraph, runs(look));
    }

    /// <summary>Replaces all that a paragraph shows; its properties stay.</summary>
    public static void SetRuns(Paragraph paragraph, IEnumerable<Run> runs)
    {
        foreach (var child in paragraph.ChildElements.Where(child => child is not ParagraphProperties).ToList())
        {
            child.Remove();
        }
        paragraph.Append(runs);
    }

    /// <summary>The look that an author gave to the control's text, without the grey of a placeholder.</summary>
    public static RunProperties? LookOf(SdtElement control, OpenXmlElement within)
    {
        var look = within.Descendants<Run>().FirstOrDefault()?.RunProperties;
        if (control.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is null)
        {
            return look;
        }
        var withoutGrey = (RunProperties?)look?.CloneNode(deep: true);
        withoutGrey?.RunStyle?.Remove();
        return withoutGrey;
    }

    /// <summary>Marks the control as filled: no placeholder shown, no binding that would overwrite the text.</summary>
    public static void Settle(SdtElement control)
    {
        control.SdtProperties?.RemoveAllChildren<ShowingPlaceholder>();
        control.SdtProperties?.RemoveAllChildren<DocumentFormat.OpenXml.Wordprocessing.DataBinding>();
        control.SdtProperties?.RemoveAllChildren<DocumentFormat.OpenXml.Office2013.Word.DataBinding>();
    }

    private static void RemoveIfEmpty(OpenXmlElement parent)
    {
        switch (parent)
        {
            case Paragraph paragraph when paragraph.ChildElements.All(child => child is ParagraphProperties):
                var container = paragraph.Parent!;
                paragraph.Remove();
                RemoveIfEmpty(container);
                break;
            case Table table when !table.Descendants<TableRow>().Any():
                var around = table.Parent!;
                table.Remove();
                RemoveIfEmpty(around);
                break;
            // Cells, headers and footers must end with a paragraph.
            case TableCell or Header or Footer when !parent.ChildElements.Any(IsBlock):
                parent.Append(new Paragraph());
                break;
        }
    }

    private static bool IsBlock(OpenXmlElement element) => element is Paragraph or Table or SdtBlock;
}
