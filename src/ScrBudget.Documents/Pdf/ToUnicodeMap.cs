using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ScrBudget.Documents.Pdf;

/// <summary>
/// Rewrites the table that tells which text a glyph stands for. PDFsharp writes a character beyond U+FFFF as five digits,
/// which readers take for another one, and all entries in one block, of which the format allows a hundred.
/// </summary>
internal static partial class ToUnicodeMap
{
    private const int MostEntriesInBlock = 100;

    public static bool Is(ReadOnlySpan<byte> stream) => stream.StartsWith("/CIDInit"u8);

    public static byte[] Mend(ReadOnlySpan<byte> stream)
    {
        var text = Encoding.ASCII.GetString(stream);
        var entries = Entry().Matches(text);
        if (entries.Count == 0)
        {
            return stream.ToArray();
        }

        var block = Block().Match(text);
        var mended = new StringBuilder(text, 0, block.Index, text.Length + 64);
        foreach (var part in entries.Chunk(MostEntriesInBlock))
        {
            mended.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfrange\n");
            foreach (var entry in part)
            {
                mended
                    .Append(entry.Groups["glyphs"].ValueSpan)
                    .Append('<')
                    .Append(Utf16(entry.Groups["character"].ValueSpan))
                    .Append(">\n");
            }

            mended.Append("endbfrange\n");
        }

        mended.Append(text.AsSpan(block.Index + block.Length).TrimStart());
        return Encoding.ASCII.GetBytes(mended.ToString());
    }

    private static string Utf16(ReadOnlySpan<char> codePoint) =>
        string.Concat(
            char.ConvertFromUtf32(int.Parse(codePoint, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
                .Select(unit => ((int)unit).ToString("X4", CultureInfo.InvariantCulture))
        );

    [GeneratedRegex(
        "(?<glyphs><[0-9A-F]{4}><[0-9A-F]{4}>)<(?<character>[0-9A-F]+)>",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Entry();

    [GeneratedRegex(@"\d+ beginbfrange.*endbfrange", RegexOptions.Singleline, 1000)]
    private static partial Regex Block();
}
