using System.IO.Compression;
using System.Xml.Linq;

namespace ScrBudget.TemplateWriter;

/// <summary>A .docx file from its body, header and footer and the fixed parts in <c>Parts/</c>.</summary>
internal static class WordPackage
{
    private static readonly DateTimeOffset FirstMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same content gives the same bytes, so that a changed template is a real change in Git.</summary>
    public static byte[] Write(XElement body, XElement header, XElement footer)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", Part("contentTypes.xml"));
            Add(archive, "_rels/.rels", Part("packageRelations.xml"));
            Add(archive, "docProps/core.xml", Part("core.xml"));
            Add(archive, "word/document.xml", body);
            Add(archive, "word/_rels/document.xml.rels", Part("documentRelations.xml"));
            Add(archive, "word/styles.xml", Part("styles.xml"));
            Add(archive, "word/numbering.xml", Part("numbering.xml"));
            Add(archive, "word/fontTable.xml", Part("fontTable.xml"));
            Add(archive, "word/settings.xml", Part("settings.xml"));
            Add(archive, "word/header1.xml", header);
            Add(archive, "word/footer1.xml", footer);
        }
        return file.ToArray();
    }

    private static void Add(ZipArchive archive, string path, XElement root)
    {
        var entry = archive.CreateEntry(path);
        entry.LastWriteTime = FirstMoment;
        using var stream = entry.Open();
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(stream, SaveOptions.DisableFormatting);
    }

    private static XElement Part(string name)
    {
        using var stream = typeof(WordPackage).Assembly.GetManifestResourceStream(name)!;
        return XElement.Load(stream);
    }
}
