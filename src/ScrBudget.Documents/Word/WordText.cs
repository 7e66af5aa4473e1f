using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScrBudget.Documents.Word;

/// <summary>Text as Word runs: what XML cannot hold is left out, lines and tabs become Word's own.</summary>
internal static class WordText
{
    /// <summary>
    /// The text without control characters, lone surrogates and non-characters: one of them makes a file that Word
    /// refuses to open. Text is cleaned at entry too; documents do not rely on it.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        // EnumerateRunes reports a lone surrogate as U+FFFD: tell it from one that was really written.
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isLoneSurrogate = rune == Rune.ReplacementChar && text[at] != '\uFFFD';
            at += isLoneSurrogate ? 1 : rune.Utf16SequenceLength;
            if (!isLoneSurrogate && IsPrintable(rune))
            {
                clean.Append(rune.ToString());
            }
        }
        return clean.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    /// <summary>A run with the look of <paramref name="look"/>, bold or italic added.</summary>
    public static Run ToRun(TextRun text, RunProperties? look)
    {
        var run = new Run();
        var properties = (RunProperties?)look?.CloneNode(deep: true) ?? new RunProperties();
        if (text.Bold)
        {
            properties.Bold = new Bold();
        }
        if (text.Italic)
        {
            properties.Italic = new Italic();
        }
        if (properties.HasChildren)
        {
            run.Append(properties);
        }
        AppendText(run, Clean(text.Text));
        return run;
    }

    private static bool IsPrintable(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r'
        || (!Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF));

    private static void AppendText(Run run, string text)
    {
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && text[index] is not ('\n' or '\t'))
            {
                continue;
            }
            if (index > start)
            {
                run.Append(new Text(text[start..index]) { Space = SpaceProcessingModeValues.Preserve });
            }
            if (index < text.Length)
            {
                run.Append(text[index] == '\n' ? new Break() : new TabChar());
            }
            start = index + 1;
        }
    }
}
