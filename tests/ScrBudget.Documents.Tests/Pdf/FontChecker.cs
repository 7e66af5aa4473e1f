using UglyToad.PdfPig.Tokens;

namespace ScrBudget.Documents.Tests.Pdf;

/// <summary>Every font that a page uses is embedded and maps its glyphs to text.</summary>
internal static class FontChecker
{
    public static IEnumerable<string> Faults(TaggedFile file)
    {
        foreach (var page in file.Pages)
        {
            var resources = file.Dictionary(page.Dictionary, "Resources");
            var fonts = resources is null ? null : file.Dictionary(resources, "Font");
            foreach (var name in fonts?.Data.Keys ?? [])
            {
                var font = file.Dictionary(fonts!, name)!;
                var descendant = file.Array(font, "DescendantFonts")
                    .Select(file.Resolve)
                    .OfType<DictionaryToken>()
                    .FirstOrDefault();
                var descriptor = file.Dictionary(descendant ?? font, "FontDescriptor");
                if (descriptor is null || file.Get(descriptor, "FontFile2") is not StreamToken)
                {
                    yield return $"Page {page.Number}: font {name} is not embedded.";
                }

                if (file.Get(font, "ToUnicode") is not StreamToken)
                {
                    yield return $"Page {page.Number}: font {name} does not map to text.";
                }
            }
        }
    }
}
