using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScrBudget.Documents.Tests.Word;

/// <summary>The shipped template, and what an office may do with it in Word.</summary>
internal static class EditedTemplate
{
    public static byte[] Shipped() => File.ReadAllBytes(PathOf("exhibit.docx"));

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "templates", name);

    public static byte[] With(Action<Body> edit) => WithMain(main => edit(main.Document!.Body!));

    public static byte[] WithHeadersAndFooters(Action<OpenXmlElement> edit) =>
        WithMain(main =>
        {
            edit(main.HeaderParts.Single().Header!);
            edit(main.FooterParts.Single().Footer!);
        });

    /// <summary>The template with one of its parts written anew.</summary>
    public static byte[] WithPart(string path, string text)
    {
        using var file = new MemoryStream();
        file.Write(Shipped());
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(path)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(path).Open());
            writer.Write(text);
        }
        return file.ToArray();
    }

    public static SdtElement Control(OpenXmlElement root, string tag) =>
        root.Descendants<SdtElement>().First(control => TagOf(control) == tag);

    public static string TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value ?? "";

    /// <summary>A control around a paragraph, as Word makes it when a whole paragraph is selected.</summary>
    public static SdtBlock ParagraphControl(string tag) =>
        new(
            new SdtProperties(new Tag { Val = tag }, new SdtId { Val = 9001 }),
            new SdtContentBlock(new Paragraph(new Run(new Text($"[{tag}]"))))
        );

    /// <summary>A control within a line.</summary>
    public static SdtRun LineControl(string tag) =>
        new(
            new SdtProperties(new Tag { Val = tag }, new SdtId { Val = 9002 }),
            new SdtContentRun(new Run(new Text($"[{tag}]")))
        );

    public static byte[] WithMain(Action<MainDocumentPart> edit) => WithDocument(doc => edit(doc.MainDocumentPart!));

    public static byte[] WithDocument(Action<WordprocessingDocument> edit)
    {
        using var file = new MemoryStream();
        file.Write(Shipped());
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            edit(document);
        }
        return file.ToArray();
    }
}
