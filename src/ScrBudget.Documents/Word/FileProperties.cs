using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace ScrBudget.Documents.Word;

/// <summary>The file's own properties: of the request and its date, not of whoever edited the template.</summary>
internal static class FileProperties
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Elements = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>
    /// Writes the part itself: where a template has none, the library would add one under a random name.
    /// </summary>
    public static void Write(WordprocessingDocument document, RequestDocument request, string subject)
    {
        var asOf = request.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        var properties = new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Elements),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Schema),
            new XElement(Elements + "title", WordText.Clean($"{request.Number} {request.Title}")),
            new XElement(Elements + "subject", subject),
            new XElement(Elements + "creator", WordText.Clean(request.Office)),
            new XElement(Core + "contentStatus", WordText.Clean(request.Status)),
            new XElement(Elements + "language", "en-US"),
            Moment("created", asOf),
            Moment("modified", asOf)
        );
        var part = document.CoreFilePropertiesPart ?? document.AddNewPart<CoreFilePropertiesPart>("rIdCoreProperties");
        using var xml = new MemoryStream(Encoding.UTF8.GetBytes(properties.ToString(SaveOptions.DisableFormatting)));
        part.FeedData(xml);
    }

    private static XElement Moment(string name, string moment) =>
        new(Terms + name, new XAttribute(Schema + "type", "dcterms:W3CDTF"), moment);
}
