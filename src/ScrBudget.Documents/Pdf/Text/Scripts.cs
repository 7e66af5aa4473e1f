using System.Globalization;
using System.Text;

namespace ScrBudget.Documents.Pdf.Text;

/// <summary>What must be known of a character before it can be printed one glyph after another.</summary>
internal static class Scripts
{
    // Scripts whose letters join, reorder or stack: printed glyph by glyph they would be wrong, not merely plain.
    private static readonly (int First, int Last)[] Shaped =
    [
        (0x0590, 0x08FF), // Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic
        (0x0900, 0x109F), // Indic scripts, Thai, Lao, Tibetan, Myanmar
        (0x1100, 0x11FF), // Hangul letters, which combine
        (0x1700, 0x18AF), // Philippine scripts, Khmer, Mongolian
        (0x1900, 0x1AFF),
        (0x1B00, 0x1C4F),
        (0xA840, 0xA8FF),
        (0xA980, 0xABFF),
        (0xFB1D, 0xFDFF),
        (0xFE70, 0xFEFE),
        (0x10800, 0x11FFF),
        (0x1E800, 0x1EFFF),
    ];

    /// <summary>Joins, bidirectional controls and variation selectors: they print nothing by themselves.</summary>
    public static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    public static bool NeedsShaping(Rune rune) =>
        rune.Value >= 0x0590 && Shaped.Any(range => rune.Value >= range.First && rune.Value <= range.Last);

    public static bool IsCombining(Rune rune) =>
        rune.Value >= 0x0300
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>Chinese and Japanese: lines break between characters, there being no spaces.</summary>
    public static bool IsIdeographic(int codePoint) =>
        codePoint is (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFFEF) or >= 0x20000;

    /// <summary>Must not stand at the start of a line.</summary>
    public static bool IsClosing(int codePoint) =>
        codePoint
            is '、'
                or '。'
                or '，'
                or '．'
                or '」'
                or '』'
                or '）'
                or '】'
                or '〕'
                or '》'
                or '〉'
                or '：'
                or '；'
                or '？'
                or '！'
                or 'ー'
                or '々'
                or ')'
                or ']'
                or '}'
                or ','
                or '.'
                or ';'
                or ':'
                or '!'
                or '?'
                or '%'
                or '”'
                or '’';

    /// <summary>Must not stand at the end of a line.</summary>
    public static bool IsOpening(int codePoint) =>
        codePoint is '「' or '『' or '（' or '【' or '〔' or '《' or '〈' or '(' or '[' or '{' or '“' or '‘';
}
