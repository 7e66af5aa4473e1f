using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ScrBudget.Documents.Tests.Pdf;

/// <summary>A PDF as a screen reader sees it: its structure tree, with the text of each element.</summary>
internal sealed class TaggedFile : IDisposable
{
    private readonly Dictionary<(int Page, int Id), string> _contents = [];
    private readonly Dictionary<IndirectReference, int> _pageNumbers = [];

    private TaggedFile(byte[] file)
    {
        Document = PdfDocument.Open(file);
        Catalog = Document.Structure.Catalog.CatalogDictionary;
        Pages = [.. Document.GetPages()];
        ReadPageNumbers(Catalog.Data["Pages"]);
        foreach (var page in Pages)
        {
            ReadContents(page, page.GetMarkedContents());
        }

        Root = Dictionary(Catalog, "StructTreeRoot") is { } root
            ? ReadNode(root, null, null, null)
            : new TagNode("none", null, [], [], null, null);
    }

    public PdfDocument Document { get; }

    public DictionaryToken Catalog { get; }

    public IReadOnlyList<Page> Pages { get; }

    /// <summary>The root of the structure tree; it has no children when the file is not tagged.</summary>
    public TagNode Root { get; }

    public IEnumerable<TagNode> Elements => Root.Descendants();

    public static TaggedFile Open(byte[] file) => new(file);

    public IEnumerable<TagNode> OfType(string type) => Elements.Where(node => node.Type == type);

    public string TextOf(TagNode node) =>
        string.Concat(
            node.Kids.Select(kid =>
                kid.Node is { } child ? TextOf(child) : _contents.GetValueOrDefault((kid.Page, kid.Id), "")
            )
        );

    public IToken? Resolve(IToken? token) =>
        token is IndirectReferenceToken reference ? Document.Structure.GetObject(reference.Data)?.Data : token;

    public DictionaryToken? Dictionary(DictionaryToken parent, string name) =>
        Resolve(parent.Data.GetValueOrDefault(name)) switch
        {
            DictionaryToken dictionary => dictionary,
            StreamToken stream => stream.StreamDictionary,
            _ => null,
        };

    public IToken? Get(DictionaryToken parent, string name) => Resolve(parent.Data.GetValueOrDefault(name));

    public IReadOnlyList<IToken> Array(DictionaryToken parent, string name) =>
        Get(parent, name) is ArrayToken array ? array.Data : [];

    public void Dispose() => Document.Dispose();

    private void ReadPageNumbers(IToken token)
    {
        if (token is not IndirectReferenceToken reference || Resolve(token) is not DictionaryToken node)
        {
            return;
        }

        if (Array(node, "Kids") is { Count: > 0 } kids)
        {
            foreach (var kid in kids)
            {
                ReadPageNumbers(kid);
            }
        }
        else
        {
            _pageNumbers[reference.Data] = _pageNumbers.Count + 1;
        }
    }

    private void ReadContents(Page page, IEnumerable<MarkedContentElement> contents)
    {
        foreach (var content in contents)
        {
            if (content.MarkedContentIdentifier >= 0)
            {
                _contents[(page.Number, content.MarkedContentIdentifier)] = string.Concat(
                    content.Letters.Select(letter => letter.Value)
                );
            }

            ReadContents(page, content.Children);
        }
    }

    private TagNode ReadNode(DictionaryToken element, TagNode? parent, int? page, IndirectReference? reference)
    {
        page = PageOf(element) ?? page;
        var kids = new List<TagKid>();
        var type = (Get(element, "S") as NameToken)?.Data ?? "StructTreeRoot";
        var node = new TagNode(type, element, kids, Attributes(element), parent, reference);
        var content = element.Data.GetValueOrDefault("K");
        foreach (
            var kid in Resolve(content) is ArrayToken array ? array.Data
            : content is null ? []
            : [content]
        )
        {
            var number = (kid as IndirectReferenceToken)?.Data;
            switch (Resolve(kid))
            {
                case NumericToken id:
                    kids.Add(new TagKid(null, page ?? 0, id.Int));
                    break;
                case DictionaryToken marked when Get(marked, "MCID") is NumericToken id:
                    kids.Add(new TagKid(null, PageOf(marked) ?? page ?? 0, id.Int));
                    break;
                case DictionaryToken child:
                    kids.Add(new TagKid(ReadNode(child, node, page, number), 0, 0));
                    break;
            }
        }

        return node;
    }

    private int? PageOf(DictionaryToken element) =>
        element.Data.GetValueOrDefault("Pg") is IndirectReferenceToken reference
            ? _pageNumbers.GetValueOrDefault(reference.Data)
            : null;

    private List<DictionaryToken> Attributes(DictionaryToken element) =>
        Get(element, "A") switch
        {
            DictionaryToken one => [one],
            ArrayToken several => [.. several.Data.Select(Resolve).OfType<DictionaryToken>()],
            _ => [],
        };
}

/// <summary>An element of the structure tree.</summary>
internal sealed record TagNode(
    string Type,
    DictionaryToken? Token,
    IReadOnlyList<TagKid> Kids,
    IReadOnlyList<DictionaryToken> Attributes,
    TagNode? Parent,
    IndirectReference? Reference
)
{
    public IEnumerable<TagNode> Children => Kids.Select(kid => kid.Node).OfType<TagNode>();

    public string? Alternative => (Token?.Data.GetValueOrDefault("Alt") as IDataToken<string>)?.Data;

    public IEnumerable<TagNode> Descendants() => Children.SelectMany(child => child.Descendants().Prepend(child));

    public string? Attribute(string name) =>
        Attributes
            .Select(attributes => attributes.Data.GetValueOrDefault(name))
            .OfType<NameToken>()
            .Select(value => value.Data)
            .FirstOrDefault();
}

/// <summary>Either an element below, or marked content on a page.</summary>
internal sealed record TagKid(TagNode? Node, int Page, int Id);
