using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Wordprocessing = DocumentFormat.OpenXml.Wordprocessing;

namespace ScrBudget.EndToEnd.Requests;

/// <summary>A file that the browser was given, read back as its receiver would.</summary>
internal sealed partial class DownloadedFile
{
    private DownloadedFile(string name, string text) => (Name, Text) = (name, text);

    /// <summary>As the browser would save it.</summary>
    public string Name { get; }

    /// <summary>All its words in order, each white space a single blank: lines break where the page is full.</summary>
    public string Text { get; }

    /// <summary>Follows a link that is a download, and reads the text of the PDF or Word file.</summary>
    public static async Task<DownloadedFile> ByLinkAsync(IPage page, string linkName)
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = linkName, Exact = true }).ClickAsync()
        );
        var path = await download.PathAsync();
        var name = download.SuggestedFilename;
        var text = Path.GetExtension(name) switch
        {
            ".pdf" => PdfText(path),
            ".docx" => WordText(path),
            _ => throw new InvalidOperationException($"Neither PDF nor Word: {name}"),
        };
        return new DownloadedFile(name, Blanks().Replace(text, " "));
    }

    private static string PdfText(string path)
    {
        using var pdf = PdfDocument.Open(path);
        return string.Join('\n', pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page)));
    }

    private static string WordText(string path)
    {
        using var word = WordprocessingDocument.Open(path, isEditable: false);
        return string.Join(
            '\n',
            word.MainDocumentPart!.Document!.Body!.Descendants<Wordprocessing.Paragraph>().Select(one => one.InnerText)
        );
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
