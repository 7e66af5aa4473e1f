using System.Buffers;
using System.Globalization;
using System.Text;
using ScrBudget.Documents.Pdf.Fonts;

namespace ScrBudget.Documents.Pdf.Text;

/// <summary>
/// Turns text into the glyphs that print it. PDFsharp prints a missing glyph as nothing and says nothing, so every
/// character is looked up first: in the fonts in their order, else it is reported and a visible square stands for it.
/// </summary>
internal static class GlyphReader
{
    private static readonly Rune Substitute = new('□');

    /// <summary>Reads runs; <see cref="Glyph.Source"/> counts characters over all of them.</summary>
    /// <param name="place">The section or field, in words, for reports.</param>
    public static List<Glyph> Read(IReadOnlyList<TextRun> runs, TextStyle style, string place, UnprintableLog log)
    {
        var glyphs = new List<Glyph>(runs.Sum(run => run.Text.Length));
        var start = 0;
        foreach (var run in runs)
        {
            new RunReader(glyphs, style, style.Bold || run.Bold, style.Italic || run.Italic, place, log).Read(
                run.Text,
                start
            );
            start += run.Text.Length;
        }

        return glyphs;
    }

    private sealed class RunReader(
        List<Glyph> glyphs,
        TextStyle style,
        bool bold,
        bool italic,
        string place,
        UnprintableLog log
    )
    {
        private readonly FontKey _main = new(FontFamily.PublicSans, bold, italic);
        private readonly FontFace _mainFace = FontLibrary.Face(new FontKey(FontFamily.PublicSans, bold, italic));

        public void Read(string text, int start)
        {
            for (var at = 0; at < text.Length; )
            {
                if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) != OperationStatus.Done)
                {
                    log.AddLoneSurrogate(place, text[at]);
                    Print(Substitute, start + at);
                    at += length;
                    continue;
                }

                var marks = MarksAfter(text, at + length);
                if (marks == 0)
                {
                    Add(rune, start + at);
                }
                else
                {
                    AddComposed(text.Substring(at, length + marks), start + at);
                }

                at += length + marks;
            }
        }

        private static int MarksAfter(string text, int at)
        {
            var end = at;
            while (
                end < text.Length
                && text[end] >= '\u0300'
                && Rune.DecodeFromUtf16(text.AsSpan(end), out var mark, out var length) == OperationStatus.Done
                && Scripts.IsCombining(mark)
            )
            {
                end += length;
            }

            return end - at;
        }

        /// <summary>A letter with marks prints where Unicode has one character for both; marks left over are reported.</summary>
        private void AddComposed(string cluster, int source)
        {
            foreach (var rune in cluster.Normalize(NormalizationForm.FormC).EnumerateRunes())
            {
                Add(rune, source);
            }
        }

        private void Add(Rune rune, int source)
        {
            if (rune.Value < 0x7F && rune.Value >= ' ')
            {
                glyphs.Add(new Glyph(rune.Value, _main, _mainFace.Advance(rune.Value) * style.Size, source));
            }
            else if (rune.Value is '\t' or '\n' or '\r' or '\u2028' or '\u2029')
            {
                Print(new Rune(' '), source);
            }
            else if (Scripts.IsInvisible(rune))
            {
                AllowBreak(rune);
            }
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
            {
                Refuse(rune, "a control character", source);
            }
            else if (Scripts.NeedsShaping(rune) || Scripts.IsCombining(rune))
            {
                Refuse(rune, "its script needs shaping, which is not done here", source);
            }
            else if (FontLibrary.Find(rune.Value, bold, italic) is { } font)
            {
                Print(rune, font, source);
            }
            else if (Equivalent(rune) is { } same)
            {
                Print(same, source);
            }
            else
            {
                Refuse(rune, "no font has it", source);
            }
        }

        private void AllowBreak(Rune rune)
        {
            if (rune.Value == 0x200B && glyphs.Count > 0)
            {
                glyphs[^1] = glyphs[^1] with { BreakAfter = true };
            }
        }

        /// <summary>Characters that differ in how lines break, not in how they look.</summary>
        private static Rune? Equivalent(Rune rune) =>
            rune.Value switch
            {
                0x2010 or 0x2011 => new Rune('-'),
                0x202F or 0x2007 or 0x2060 => new Rune('\u00A0'),
                0x2000 or 0x2001 or (>= 0x2004 and <= 0x200A) or 0x205F => new Rune(' '),
                _ => null,
            };

        private void Refuse(Rune rune, string reason, int source)
        {
            log.Add(place, rune, reason);
            Print(Substitute, source);
        }

        private void Print(Rune rune, int source) =>
            Print(rune, FontLibrary.Find(rune.Value, bold, italic) ?? _main, source);

        private void Print(Rune rune, FontKey font, int source) =>
            glyphs.Add(new Glyph(rune.Value, font, FontLibrary.Face(font).Advance(rune.Value) * style.Size, source));
    }
}
