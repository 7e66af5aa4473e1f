using System.Collections.Concurrent;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace ScrBudget.Documents.Pdf.Fonts;

/// <summary>
/// The font files beside the program, read once each and kept; no system font is used, so every host prints the same.
/// Safe for use by several threads.
/// </summary>
internal static class FontLibrary
{
    private static readonly FontFamily[] Families = Enum.GetValues<FontFamily>();
    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> Files = new(StringComparer.Ordinal);
    private static readonly Lazy<FontFace>[] Faces = MakeFaces();
    private static readonly ConcurrentDictionary<(FontKey, double), XFont> Fonts = new();
    private static readonly XPdfFontOptions Unicode = new(PdfFontEncoding.Unicode);
    private static readonly Lazy<bool> Registration = new(Register);

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "fonts");

    /// <summary>The metrics of a face.</summary>
    /// <exception cref="FileNotFoundException">The font file is not beside the program.</exception>
    public static FontFace Face(FontKey key) => Faces[IndexOf(key)].Value;

    /// <summary>The first family, in the order of fallback, that has the character; null when none has it.</summary>
    public static FontKey? Find(int codePoint, bool bold, bool italic)
    {
        foreach (var family in Families)
        {
            var key = new FontKey(family, bold, italic);
            if (Face(key).Has(codePoint))
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>PDFsharp's font of a face at a size in points.</summary>
    public static XFont Font(FontKey key, double size)
    {
        _ = Registration.Value;
        return Fonts.GetOrAdd(
            (key, size),
            static wanted =>
            {
                var (key, size) = wanted;
                var weight = key.Bold ? XFontStyleEx.Bold : XFontStyleEx.Regular;
                var style = key.Italic ? weight | XFontStyleEx.Italic : weight;
                return new XFont(key.Family.ToString(), size, style, Unicode);
            }
        );
    }

    /// <summary>The bytes of a font file.</summary>
    /// <exception cref="FileNotFoundException">The font file is not beside the program.</exception>
    public static byte[] Read(string fileName) =>
        Files.GetOrAdd(fileName, static name => new Lazy<byte[]>(() => ReadFile(name))).Value;

    private static byte[] ReadFile(string fileName)
    {
        var path = Path.Combine(Folder, fileName + ".ttf");
        return File.Exists(path)
            ? File.ReadAllBytes(path)
            : throw new FileNotFoundException(
                $"The font file {path} is missing. Building ScrBudget.Documents copies the fonts beside the program.",
                path
            );
    }

    private static Lazy<FontFace>[] MakeFaces()
    {
        var faces = new Lazy<FontFace>[Families.Length * 4];
        foreach (var family in Families)
        {
            foreach (var (bold, italic) in new[] { (false, false), (false, true), (true, false), (true, true) })
            {
                var key = new FontKey(family, bold, italic);
                faces[IndexOf(key)] = new Lazy<FontFace>(() => new FontFace(Read(key.FileName)));
            }
        }

        return faces;
    }

    private static int IndexOf(FontKey key) => ((int)key.Family * 4) + (key.Bold ? 2 : 0) + (key.Italic ? 1 : 0);

    /// <summary>PDFsharp's font settings hold for the whole process and may be set once.</summary>
    private static bool Register()
    {
        if (GlobalFontSettings.FontResolver is not (null or FileFontResolver))
        {
            throw new InvalidOperationException("Another font resolver is registered with PDFsharp in this process.");
        }

        GlobalFontSettings.FontResolver ??= new FileFontResolver();
        return true;
    }

    private sealed class FileFontResolver : IFontResolver
    {
        public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
            Enum.TryParse<FontFamily>(familyName, out var family)
                ? new FontResolverInfo(new FontKey(family, isBold, isItalic).FileName)
                : null;

        public byte[]? GetFont(string faceName) => Read(faceName);
    }
}
