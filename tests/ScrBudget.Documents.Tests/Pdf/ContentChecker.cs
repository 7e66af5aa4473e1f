using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Tokens;

namespace ScrBudget.Documents.Tests.Pdf;

/// <summary>Marked content against the structure tree and the parent tree, both ways.</summary>
internal static class ContentChecker
{
    private static readonly HashSet<string> Painting =
    [
        "Tj",
        "TJ",
        "'",
        "\"",
        "f",
        "F",
        "f*",
        "S",
        "s",
        "B",
        "B*",
        "b",
        "b*",
        "Do",
        "sh",
    ];

    public static IEnumerable<string> Faults(TaggedFile file)
    {
        var claimed = file
            .Elements.SelectMany(node =>
                node.Kids.Where(kid => kid.Node is null).Select(kid => (kid.Page, kid.Id, Node: node))
            )
            .ToList();
        foreach (var twice in claimed.GroupBy(kid => (kid.Page, kid.Id)).Where(group => group.Count() > 1))
        {
            yield return $"Content {twice.Key.Id} of page {twice.Key.Page} belongs to several elements.";
        }

        foreach (var page in file.Pages)
        {
            var ids = new List<int>();
            foreach (var fault in PageFaults(page, ids))
            {
                yield return $"Page {page.Number}: {fault}";
            }

            var expected = claimed.Where(kid => kid.Page == page.Number).ToDictionary(kid => kid.Id, kid => kid.Node);
            foreach (var id in ids.Except(expected.Keys))
            {
                yield return $"Page {page.Number}: content {id} is in no element.";
            }

            foreach (var id in expected.Keys.Except(ids))
            {
                yield return $"Page {page.Number}: an element names content {id}, which is not there.";
            }

            foreach (var fault in ParentTreeFaults(file, page, expected))
            {
                yield return $"Page {page.Number}: {fault}";
            }
        }
    }

    private static IEnumerable<string> PageFaults(Page page, List<int> ids)
    {
        if ((page.Dictionary.Data.GetValueOrDefault("Tabs") as NameToken)?.Data != "S")
        {
            yield return "the tab order does not follow the structure.";
        }

        // Marked content nests with text objects (ISO 32000-1, 14.6.1); with graphics states it need not.
        var open = new Stack<string>();
        var states = 0;
        foreach (var operation in page.Operations)
        {
            switch (operation.Operator)
            {
                case "BDC" or "BMC" or "BT":
                    open.Push(operation.Operator);
                    if (
                        operation is BeginMarkedContentWithProperties { Properties: { } properties }
                        && properties.Data.GetValueOrDefault("MCID") is NumericToken id
                    )
                    {
                        if (ids.Contains(id.Int))
                        {
                            yield return $"content {id.Int} is there twice.";
                        }

                        ids.Add(id.Int);
                    }

                    break;
                case "EMC" when !open.TryPop(out var opened) || opened is not ("BDC" or "BMC"):
                    yield return "marked content does not nest.";
                    break;
                case "ET" when !open.TryPop(out var opened) || opened != "BT":
                    yield return "a text object does not nest.";
                    break;
                case "q":
                    states++;
                    break;
                case "Q" when --states < 0:
                    yield return "a graphics state is restored that was not saved.";
                    break;
                case var painting when Painting.Contains(painting) && !open.Any(name => name is "BDC" or "BMC"):
                    yield return $"{painting} paints outside marked content.";
                    break;
            }
        }

        if (states != 0)
        {
            yield return "graphics states are left open.";
        }

        if (open.Count > 0)
        {
            yield return $"{open.Peek()} is left open.";
        }
    }

    private static IEnumerable<string> ParentTreeFaults(TaggedFile file, Page page, Dictionary<int, TagNode> expected)
    {
        if (expected.Count == 0)
        {
            yield break;
        }

        var root = file.Dictionary(file.Catalog, "StructTreeRoot");
        var tree = root is null ? null : file.Dictionary(root, "ParentTree");
        if (tree is null || page.Dictionary.Data.GetValueOrDefault("StructParents") is not NumericToken key)
        {
            yield return "it has no entry in the parent tree.";
            yield break;
        }

        var parents = ParentsOf(file, tree, key.Int);
        foreach (var (id, node) in expected)
        {
            var parent = id < parents.Count ? (parents[id] as IndirectReferenceToken)?.Data : null;
            if (parent is null || parent != node.Reference)
            {
                yield return $"the parent tree names another element for content {id}.";
            }
        }

        if (parents.Count > expected.Count)
        {
            yield return "the parent tree has more entries than there is content.";
        }
    }

    private static IReadOnlyList<IToken> ParentsOf(TaggedFile file, DictionaryToken tree, int key)
    {
        var numbers = file.Array(tree, "Nums");
        for (var i = 0; i + 1 < numbers.Count; i += 2)
        {
            if (
                numbers[i] is NumericToken number
                && number.Int == key
                && file.Resolve(numbers[i + 1]) is ArrayToken found
            )
            {
                return found.Data;
            }
        }

        return file.Array(tree, "Kids")
            .Select(file.Resolve)
            .OfType<DictionaryToken>()
            .Select(kid => ParentsOf(file, kid, key))
            .FirstOrDefault(parents => parents.Count > 0, []);
    }
}
