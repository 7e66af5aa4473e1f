using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScrBudget.Documents.Tests.Word;

/// <summary>A printed Word file, reopened and read as another program would.</summary>
internal sealed class WordFile : IDisposable
{
    private readonly WordprocessingDocument document;

    public WordFile(byte[] bytes)
    {
        document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
    }

    public MainDocumentPart Main => document.MainDocumentPart!;

    public Body Body => Main.Document!.Body!;

    public Header Header => Main.HeaderParts.Single().Header!;

    public Footer Footer => Main.FooterParts.Single().Footer!;

    public string Title => document.PackageProperties.Title ?? "";

    public string Language => document.PackageProperties.Language ?? "";

    public DateTime? Created => document.PackageProperties.Created?.ToUniversalTime();

    public DateTime? Modified => document.PackageProperties.Modified?.ToUniversalTime();

    public IEnumerable<OpenXmlElement> Roots => [Body, Header, Footer];

    /// <summary>The text of the body, one line per paragraph.</summary>
    public string Text => TextOf(Body);

    public IReadOnlyList<(int Level, string Text)> Headings =>
        [
            .. Body.Descendants<Paragraph>()
                .Select(paragraph => (Style: StyleOf(paragraph), Text: TextOf(paragraph)))
                .Where(paragraph => paragraph.Style.StartsWith("Heading", StringComparison.Ordinal))
                .Select(paragraph => (paragraph.Style[^1] - '0', paragraph.Text)),
        ];

    public IReadOnlyList<Table> Tables => [.. Body.Descendants<Table>()];

    /// <summary>The validator's complaints, one line each.</summary>
    public IReadOnlyList<string> Errors =>
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(document)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
        ];

    /// <summary>The cells of the table that has this caption, header row first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cells(string caption)
    {
        var table = Tables.Single(table => table.GetFirstChild<TableProperties>()?.TableCaption?.Val?.Value == caption);
        return [.. table.Descendants<TableRow>().Select(row => row.Descendants<TableCell>().Select(TextOf).ToList())];
    }

    /// <summary>The printed text beneath a heading, up to the next heading.</summary>
    public string TextBeneath(string heading)
    {
        var lines = Body.Descendants<Paragraph>()
            .SkipWhile(paragraph => TextOf(paragraph) != heading)
            .Skip(1)
            .TakeWhile(paragraph => !StyleOf(paragraph).StartsWith("Heading", StringComparison.Ordinal));
        return string.Join('\n', lines.Select(TextOf));
    }

    public XDocument Chart()
    {
        using var stream = Main.ChartParts.Single().GetStream();
        return XDocument.Load(stream);
    }

    public byte[] ChartWorkbook()
    {
        using var stream = Main.ChartParts.Single().EmbeddedPackagePart!.GetStream();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public static string StyleOf(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    public static string TextOf(OpenXmlElement element) =>
        element is Paragraph
            ? string.Concat(element.Descendants().Select(TextOfPiece))
            : string.Join('\n', element.Descendants<Paragraph>().Select(TextOf));

    public void Dispose() => document.Dispose();

    private static string TextOfPiece(OpenXmlElement piece) =>
        piece switch
        {
            Text text => text.Text,
            Break => "\n",
            TabChar => "\t",
            _ => "",
        };
}
