using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace ScrBudget.Documents.Word;

/// <summary>The program change exhibit in Word, filled from a template that an office can edit.</summary>
public static class WordExhibit
{
    private const string TemplateName = "templates/exhibit.docx";

    /// <summary>Prints from the template beside the running program.</summary>
    /// <returns>A .docx file; the same request and template give the same bytes.</returns>
    /// <exception cref="TemplateException">The template is missing, unreadable or has a tag that is not known.</exception>
    public static byte[] Print(RequestDocument request)
    {
        var path = Path.Combine(AppContext.BaseDirectory, TemplateName);
        if (!File.Exists(path))
        {
            throw new TemplateException($"The exhibit's template is missing: {path} does not exist.");
        }
        return Print(request, File.ReadAllBytes(path));
    }

    /// <summary>Prints from a template given as a .docx file.</summary>
    /// <returns>A .docx file; the same request and template give the same bytes.</returns>
    /// <exception cref="TemplateException">The template is unreadable or has a tag that is not known.</exception>
    public static byte[] Print(RequestDocument request, ReadOnlyMemory<byte> template)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var file = new MemoryStream();
        file.Write(template.Span);
        using (var document = Open(file))
        {
            new TemplateFiller(document, ExhibitContent.Of(request), TemplateName).Fill();
            FileProperties.Write(document, request, subject: "Program change exhibit");
        }
        var bytes = file.ToArray();
        ZipEntries.FixTimes(bytes);
        return bytes;
    }

    private static WordprocessingDocument Open(MemoryStream file)
    {
        try
        {
            var document = WordprocessingDocument.Open(file, isEditable: true);
            ReadParts(document);
            return document;
        }
        catch (Exception error) when (IsOfTheFile(error))
        {
            throw new TemplateException($"{TemplateName} cannot be read as a Word document: {error.Message}", error);
        }
    }

    /// <summary>Reads what will be filled now: the library would do it later, where its errors have no name.</summary>
    private static void ReadParts(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart;
        _ = main?.Document;
        _ = main?.HeaderParts.Count(part => part.Header is not null);
        _ = main?.FooterParts.Count(part => part.Footer is not null);
    }

    private static bool IsOfTheFile(Exception error) =>
        error is OpenXmlPackageException or FileFormatException or InvalidDataException or IOException or XmlException;
}
