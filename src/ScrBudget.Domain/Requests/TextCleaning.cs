using System.Globalization;
using System.Text;

namespace ScrBudget.Domain.Requests;

/// <summary>
/// What text may not hold is removed at entry: control characters (PostgreSQL refuses NUL, Open XML the others), lone
/// surrogates, and format characters that nobody sees but that turn or hide what stands around them. Bullets pasted from
/// Word become <c>- </c>; quotes and dashes stay as typed.
/// </summary>
public static class TextCleaning
{
    /// <summary>U+F0B7 and U+F0A7 are what Word's Symbol and Wingdings bullets become as plain text.</summary>
    private const string PastedBullets = "•·▪‣◦●○■□➢✓\uF0B7\uF0A7";

    /// <summary>Paragraphs: line ends become <c>\n</c>, tabs become spaces.</summary>
    public static string Paragraphs(string? text)
    {
        var kept = KeptCharacters(text, keepLineEnds: true);
        return string.Join('\n', kept.Split('\n').Select(Bullet)).TrimEnd();
    }

    /// <summary>
    /// Text that is still being typed: only what no database may hold is removed, so that nothing moves under the author's
    /// hands.
    /// </summary>
    public static string Typed(string? text) => KeptCharacters(text, keepLineEnds: true);

    /// <summary>One line: line ends and tabs become spaces; no space at either end.</summary>
    public static string Line(string? text) => KeptCharacters(text, keepLineEnds: false).Trim();

    private static string KeptCharacters(string? text, bool keepLineEnds)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var lineEnd = keepLineEnds ? '\n' : ' ';
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            // EnumerateRunes gives U+FFFD for a lone surrogate; a typed U+FFFD says nothing either.
            if (rune.Value is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029)
            {
                kept.Append(lineEnd);
            }
            else if (rune.Value == '\t')
            {
                kept.Append(' ');
            }
            else if (
                rune != Rune.ReplacementChar
                && !Rune.IsControl(rune)
                && !IsNonCharacter(rune)
                && !IsInvisible(rune)
            )
            {
                kept.Append(rune);
            }
        }

        return kept.ToString();
    }

    /// <summary>
    /// Unicode's format characters: overrides and isolates of direction (U+202A to U+202E, U+2066 to U+2069), zero-width ones
    /// and tags. The two joiners stay: emoji and some scripts are spelled with them.
    /// </summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D);

    private static bool IsNonCharacter(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static string Bullet(string line)
    {
        var start = line.TrimStart();
        return
            start.Length > 1
            && PastedBullets.Contains(start[0], StringComparison.Ordinal)
            && (start[1] is ' ' or '\u00A0')
            ? $"- {start[2..].TrimStart()}".TrimEnd()
            : line.TrimEnd();
    }
}
