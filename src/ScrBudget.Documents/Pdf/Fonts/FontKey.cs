namespace ScrBudget.Documents.Pdf.Fonts;

/// <summary>The families shipped with the product, in the order in which a character is looked for.</summary>
internal enum FontFamily
{
    PublicSans,
    NotoSans,
    NotoSansJP,
    NotoSansSC,
}

/// <summary>One face: a family and its style. Japanese and Chinese have no italic; theirs is the upright face.</summary>
internal readonly record struct FontKey(FontFamily Family, bool Bold, bool Italic)
{
    /// <summary>The file's name without <c>.ttf</c>, as the npm packages name it.</summary>
    public string FileName =>
        Family + (Bold ? "_700Bold" : "_400Regular") + (Italic && Family <= FontFamily.NotoSans ? "_Italic" : "");
}
