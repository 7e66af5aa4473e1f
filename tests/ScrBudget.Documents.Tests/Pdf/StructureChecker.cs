using System.Xml;
using System.Xml.Linq;
using UglyToad.PdfPig.Tokens;

namespace ScrBudget.Documents.Tests.Pdf;

/// <summary>
/// What PDF/UA-1 asks that a program can tell: no accredited validator, but every rule here is one that a wrong file
/// breaks (see <see cref="StructureCheckerTests"/>).
/// </summary>
internal static class StructureChecker
{
    private static readonly Dictionary<string, string[]> Parents = new()
    {
        ["LI"] = ["L"],
        ["Lbl"] = ["LI"],
        ["LBody"] = ["LI"],
        ["THead"] = ["Table"],
        ["TBody"] = ["Table"],
        ["TR"] = ["Table", "THead", "TBody"],
        ["TH"] = ["TR"],
        ["TD"] = ["TR"],
    };

    /// <summary>One sentence for each fault; none for a file that is as it should be.</summary>
    public static IReadOnlyList<string> Faults(byte[] pdf)
    {
        using var file = TaggedFile.Open(pdf);
        return
        [
            .. Metadata(file),
            .. Nesting(file),
            .. Headings(file),
            .. Lists(file),
            .. Tables(file),
            .. Figures(file),
            .. ContentChecker.Faults(file),
            .. FontChecker.Faults(file),
        ];
    }

    private static IEnumerable<string> Metadata(TaggedFile file)
    {
        if ((file.Get(file.Catalog, "Lang") as IDataToken<string>)?.Data != "en-US")
        {
            yield return "The language is not en-US.";
        }

        if (file.Dictionary(file.Catalog, "MarkInfo") is not { } mark || file.Get(mark, "Marked") != BooleanToken.True)
        {
            yield return "The file does not say that it is marked.";
        }

        var preferences = file.Dictionary(file.Catalog, "ViewerPreferences");
        if (preferences is null || file.Get(preferences, "DisplayDocTitle") != BooleanToken.True)
        {
            yield return "The title is not displayed.";
        }

        if (!file.Document.TryGetXmpMetadata(out var metadata))
        {
            yield return "There is no XMP metadata.";
            yield break;
        }

        XDocument? xmp = null;
        try
        {
            xmp = XDocument.Parse(System.Text.Encoding.UTF8.GetString(metadata.GetXmlBytes()).TrimStart('\uFEFF'));
        }
        catch (XmlException)
        {
            // Reported below: iterators cannot yield from a catch.
        }

        if (xmp is null)
        {
            yield return "The XMP metadata is not well-formed.";
            yield break;
        }

        XNamespace ua = "http://www.aiim.org/pdfua/ns/id/";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        if (xmp.Descendants(ua + "part").SingleOrDefault()?.Value != "1")
        {
            yield return "The XMP metadata does not claim PDF/UA-1.";
        }

        if (string.IsNullOrWhiteSpace(xmp.Descendants(dc + "title").SingleOrDefault()?.Value))
        {
            yield return "The XMP metadata has no title.";
        }
    }

    private static IEnumerable<string> Nesting(TaggedFile file)
    {
        if (!file.Elements.Any())
        {
            yield return "There is no structure tree.";
        }

        foreach (var node in file.Elements)
        {
            if (Parents.TryGetValue(node.Type, out var allowed) && !allowed.Contains(node.Parent?.Type))
            {
                yield return $"{node.Type} stands in {node.Parent?.Type}.";
            }
        }
    }

    private static IEnumerable<string> Headings(TaggedFile file)
    {
        var last = 0;
        foreach (var heading in file.Elements.Where(node => node.Type is ['H', >= '1' and <= '6']))
        {
            var level = heading.Type[1] - '0';
            if (level > last + 1)
            {
                yield return $"{heading.Type} follows {(last == 0 ? "nothing" : $"H{last}")}.";
            }

            if (string.IsNullOrWhiteSpace(file.TextOf(heading)))
            {
                yield return $"An {heading.Type} is empty.";
            }

            last = level;
        }

        if (last == 0)
        {
            yield return "There is no heading.";
        }
    }

    private static IEnumerable<string> Lists(TaggedFile file)
    {
        foreach (var list in file.OfType("L"))
        {
            if (list.Attribute("ListNumbering") is null)
            {
                yield return "A list does not say how it is numbered.";
            }

            if (
                list.Children.Any(child => child.Type != "LI")
                || list.Children.Any(item => item.Children.All(part => part.Type != "LBody"))
            )
            {
                yield return "A list holds something that is not an item with a body.";
            }
        }
    }

    private static IEnumerable<string> Tables(TaggedFile file)
    {
        foreach (var table in file.OfType("Table"))
        {
            var rows = table.Descendants().Where(node => node.Type == "TR").ToList();
            if (rows.Select(row => row.Children.Count()).Distinct().Count() != 1)
            {
                yield return "The rows of a table differ in their number of cells.";
            }

            var headers = table.Descendants().Where(node => node.Type == "TH").ToList();
            if (headers.Count == 0)
            {
                yield return "A table has no header cells.";
            }

            if (headers.Exists(header => header.Attribute("Scope") is not ("Row" or "Column")))
            {
                yield return "A header cell has no scope.";
            }
        }
    }

    private static IEnumerable<string> Figures(TaggedFile file)
    {
        foreach (var figure in file.OfType("Figure"))
        {
            if (string.IsNullOrWhiteSpace(figure.Alternative))
            {
                yield return "A figure has no alternative text.";
            }

            var box = figure
                .Attributes.SelectMany(attributes => file.Array(attributes, "BBox"))
                .OfType<NumericToken>()
                .ToList();
            var page = file.Pages[Math.Max(0, figure.Kids[0].Page - 1)];
            if (
                box is not [var left, var bottom, var right, var top]
                || left.Double < 0
                || bottom.Double < 0
                || right.Double > page.Width
                || top.Double > page.Height
                || right.Double <= left.Double
                || top.Double <= bottom.Double
            )
            {
                yield return "A figure has no bounding box on its page.";
            }
        }
    }
}
