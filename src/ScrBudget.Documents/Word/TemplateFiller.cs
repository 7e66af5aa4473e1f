using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScrBudget.Documents.Word;

/// <summary>
/// Fills an opened Word template by the tags of its content controls. A tag that an office took out is not printed; a
/// tag that nobody knows is refused before anything is filled.
/// </summary>
internal sealed class TemplateFiller(WordprocessingDocument document, TemplateContent content, string templateName)
{
    private readonly MainDocumentPart main =
        document.MainDocumentPart ?? throw new TemplateException($"{templateName} has no document in it.");
    private readonly HashSet<string> charts = [];
    private readonly HashSet<int> controlIds = [];
    private int lastControlId;

    public void Fill()
    {
        var parts = Parts().ToList();
        foreach (var (root, place) in parts)
        {
            CheckTags(root, place, withinList: null);
        }
        CheckEveryPage();
        controlIds.UnionWith(parts.SelectMany(part => part.Root.Descendants<SdtId>()).Select(id => id.Val?.Value ?? 0));
        foreach (var (root, _) in parts)
        {
            Fill(root, row: null);
        }
    }

    private IEnumerable<(OpenXmlElement Root, string Place)> Parts()
    {
        yield return (
            main.Document?.Body ?? throw new TemplateException($"{templateName} has no document in it."),
            "body"
        );
        foreach (var header in main.HeaderParts.Select(part => part.Header).OfType<Header>())
        {
            yield return (header, "header");
        }
        foreach (var footer in main.FooterParts.Select(part => part.Footer).OfType<Footer>())
        {
            yield return (footer, "footer");
        }
    }

    private void CheckTags(OpenXmlElement parent, string place, string? withinList)
    {
        foreach (var control in ContentControl.OutermostIn(parent))
        {
            var tag = ContentControl.TagOf(control);
            if (FaultOf(control, tag, place, withinList) is { } fault)
            {
                throw new TemplateException($"{templateName}: the tag \"{tag}\" in the {place} {fault}");
            }
            CheckTags(control, place, content.Lists.ContainsKey(tag) ? tag : withinList);
        }
    }

    /// <summary>
    /// What every page bears may not be edited away: the marking is an administrator's decision, not a template's.
    /// A first page or even pages may have headers of their own, so each header holds it.
    /// </summary>
    private void CheckEveryPage()
    {
        var headers = main.HeaderParts.Select(part => TagsIn(part.Header)).ToList();
        var anywhere = headers.SelectMany(tags => tags).Union(main.FooterParts.SelectMany(part => TagsIn(part.Footer)));
        var missing =
            content.InEveryHeader.FirstOrDefault(tag => headers.Count == 0 || !headers.All(tags => tags.Contains(tag)))
            ?? content.OnEveryPage.Except(anywhere).FirstOrDefault();
        if (missing is not null)
        {
            throw new TemplateException(
                $"{templateName}: the tag \"{missing}\" is missing in a header or footer: every page bears it."
            );
        }
    }

    private static HashSet<string> TagsIn(OpenXmlElement? root) =>
        [.. root?.Descendants<Tag>().Select(tag => tag.Val?.Value ?? "") ?? []];

    private string? FaultOf(SdtElement control, string tag, string place, string? withinList)
    {
        if (tag.Length == 0 || ContentControl.IsRepeatedItem(control) || content.IsCondition(tag, out _))
        {
            return null;
        }
        if (!content.Lists.ContainsKey(tag) && ContentControl.SpansCells(control))
        {
            return "holds a table, a row or several cells: text needs a control within one cell or paragraph.";
        }
        if (content.Texts.ContainsKey(tag))
        {
            return null;
        }
        if (content.Sections.ContainsKey(tag))
        {
            return withinList is null ? null : $"cannot stand in the list \"{withinList}\".";
        }
        if (content.Charts.ContainsKey(tag))
        {
            return place == "body" && withinList is null && charts.Add(tag)
                ? null
                : "is a chart: charts stand in the body, once.";
        }
        if (content.Lists.ContainsKey(tag))
        {
            return ItemsOf(control).Count > 0
                ? null
                : "is a list, but its control is not a repeating section with an item.";
        }
        return content.ListOfField(tag) is not { } list ? "is not known. Known tags: templates/README.md."
            : list == withinList ? null
            : $"belongs into the list \"{list}\".";
    }

    private void Fill(OpenXmlElement parent, TemplateRow? row)
    {
        foreach (var control in ContentControl.OutermostIn(parent).ToList())
        {
            Fill(control, ContentControl.TagOf(control), row);
        }
    }

    private void Fill(SdtElement control, string tag, TemplateRow? row)
    {
        if (content.IsCondition(tag, out var holds))
        {
            FillCondition(control, holds, row);
        }
        else if (content.Lists.TryGetValue(tag, out var list))
        {
            FillList(control, list);
        }
        else if (content.Sections.TryGetValue(tag, out var section))
        {
            SectionText.Fill(control, section);
        }
        else if (content.Charts.TryGetValue(tag, out var chart))
        {
            var drawing = NativeChart.Add(main, chart);
            ContentControl.SetRuns(control, _ => [new Run(drawing)]);
        }
        else if (row?.Texts.TryGetValue(tag, out var text) == true || content.Texts.TryGetValue(tag, out text))
        {
            ContentControl.SetRuns(control, look => [WordText.ToRun(new TextRun(text), look)]);
        }
        else
        {
            Fill((OpenXmlElement)control, row);
        }
    }

    private void FillCondition(SdtElement control, bool holds, TemplateRow? row)
    {
        if (!holds)
        {
            ContentControl.Remove(control);
            return;
        }
        Fill((OpenXmlElement)control, row);
        ContentControl.Unwrap(control);
    }

    private void FillList(SdtElement control, TemplateList list)
    {
        var items = ItemsOf(control);
        if (list.Rows.Count == 0)
        {
            ContentControl.Remove(control);
            return;
        }
        var container = ContentControl.ContentOf(control)!;
        container.RemoveAllChildren();
        foreach (var row in list.Rows)
        {
            var item = Clone(row.IsTotal ? items[^1] : items[0]);
            container.Append(item);
            Fill((OpenXmlElement)item, row);
        }
    }

    private static List<SdtElement> ItemsOf(SdtElement list) =>
        [
            .. ContentControl.ContentOf(list)?.ChildElements.OfType<SdtElement>().Where(ContentControl.IsRepeatedItem)
                ?? [],
        ];

    /// <summary>Counted up from 1 past those in use: Word's own are random over the whole range.</summary>
    private int NextControlId()
    {
        do
        {
            lastControlId++;
        } while (!controlIds.Add(lastControlId));
        return lastControlId;
    }

    /// <summary>A copy in which nothing that must be unique in a document stands twice.</summary>
    private SdtElement Clone(SdtElement item)
    {
        var copy = (SdtElement)item.CloneNode(deep: true);
        foreach (var id in copy.Descendants<SdtId>())
        {
            id.Val = NextControlId();
        }
        foreach (var bookmark in copy.Descendants().Where(part => part is BookmarkStart or BookmarkEnd).ToList())
        {
            bookmark.Remove();
        }
        foreach (var paragraph in copy.Descendants<Paragraph>())
        {
            paragraph.ParagraphId = null;
            paragraph.TextId = null;
        }
        foreach (var tableRow in copy.Descendants<TableRow>())
        {
            tableRow.ParagraphId = null;
            tableRow.TextId = null;
        }
        return copy;
    }
}
