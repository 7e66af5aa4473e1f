using System.Runtime.InteropServices;
using System.Text;
using ScrBudget.Documents.Pdf.Fonts;

namespace ScrBudget.Documents.Pdf.Text;

/// <summary>Breaks glyphs into lines of a width: at spaces, after hyphens and dashes, between ideographs, else in the word.</summary>
internal static class LineBreaker
{
    /// <summary>The lines of one paragraph of plain text; at least one.</summary>
    /// <param name="width">In points.</param>
    public static List<TextLine> Break(string text, TextStyle style, double width, string place, UnprintableLog log) =>
        Break(GlyphReader.Read([new TextRun(text)], style, place, log), width);

    /// <summary>The lines of one paragraph; at least one.</summary>
    /// <param name="width">In points.</param>
    public static List<TextLine> Break(List<Glyph> glyphs, double width)
    {
        var all = CollectionsMarshal.AsSpan(glyphs);
        var lines = new List<TextLine>();
        var start = 0;
        while (start < all.Length)
        {
            var end = EndOfLine(all, start, width);
            lines.Add(Compose(all[start..end]));
            start = end;
        }

        if (lines.Count == 0)
        {
            lines.Add(TextLine.Empty);
        }

        return lines;
    }

    private static int EndOfLine(ReadOnlySpan<Glyph> glyphs, int start, double width)
    {
        var used = 0.0;
        var lastBreak = start;
        for (var i = start; i < glyphs.Length; i++)
        {
            // Spaces may hang over the edge.
            if (used + glyphs[i].Advance > width && !glyphs[i].IsSpace)
            {
                return lastBreak > start ? lastBreak : Math.Max(i, start + 1);
            }

            used += glyphs[i].Advance;
            if (CanBreakAfter(glyphs, i))
            {
                lastBreak = i + 1;
            }
        }

        return glyphs.Length;
    }

    private static bool CanBreakAfter(ReadOnlySpan<Glyph> glyphs, int at)
    {
        var glyph = glyphs[at];
        if (glyph.IsSpace || glyph.BreakAfter)
        {
            return true;
        }

        if (at + 1 >= glyphs.Length)
        {
            return false;
        }

        var (here, next) = (glyph.CodePoint, glyphs[at + 1].CodePoint);
        if (here is '-' or '/')
        {
            // Not in "24/7", "-5" or "FY2029-VAP-003".
            return at > 0 && Letter(glyphs[at - 1].CodePoint) && Letter(next);
        }

        if (here is '–' or '—')
        {
            return Letter(next);
        }

        return (Scripts.IsIdeographic(here) || Scripts.IsIdeographic(next))
            && !Scripts.IsClosing(next)
            && !Scripts.IsOpening(here);
    }

    private static bool Letter(int codePoint) => Rune.IsLetter(new Rune(codePoint));

    private static TextLine Compose(ReadOnlySpan<Glyph> glyphs)
    {
        var segments = new List<LineSegment>(1);
        var text = new StringBuilder(glyphs.Length);
        var font = glyphs[0].Font;
        double x = 0;
        double start = 0;
        double width = 0;
        foreach (var glyph in glyphs)
        {
            if (glyph.Font != font)
            {
                segments.Add(new LineSegment(text.ToString(), font, start));
                text.Clear();
                (font, start) = (glyph.Font, x);
            }

            Append(text, glyph.CodePoint);
            x += glyph.Advance;
            if (!glyph.IsSpace)
            {
                width = x;
            }
        }

        segments.Add(new LineSegment(text.ToString(), font, start));
        return new TextLine(segments, width, glyphs[0].Source);
    }

    private static void Append(StringBuilder text, int codePoint)
    {
        if (codePoint < 0x10000)
        {
            text.Append((char)codePoint);
        }
        else
        {
            text.Append(char.ConvertFromUtf32(codePoint));
        }
    }
}
