using ScrBudget.Documents;

namespace ScrBudget.Application.Review.Comparing;

/// <summary>What words are compared by: a word, a number or punctuation, with its emphasis.</summary>
/// <param name="Space">
/// The white space after it. It is no piece of its own: spaces are all alike, and would be matched in place of words.
/// </param>
internal readonly record struct Piece(string Text, string Space, bool Bold, bool Italic)
{
    /// <summary>What makes it the same as another; the last character is its emphasis, so that no text can pass for it.</summary>
    public string Key =>
        Text
        + (Bold, Italic) switch
        {
            (false, false) => 'p',
            (true, false) => 'b',
            (false, true) => 'i',
            _ => 'x',
        };

    public bool EndsSentence => Text is "." or "!" or "?" or ";" or ":";
}

/// <summary>Cuts text into pieces; put together again they are the text, character by character.</summary>
internal static class Pieces
{
    public static Piece[] Of(IReadOnlyList<TextRun> runs) => [.. runs.SelectMany(Of)];

    /// <summary>Neighbouring runs of one emphasis as one: a figure that printed into a sentence is a part of it.</summary>
    public static IReadOnlyList<TextRun> Joined(IEnumerable<TextRun> runs)
    {
        var joined = new List<TextRun>();
        foreach (var run in runs.Where(run => run.Text.Length > 0))
        {
            if (joined is [.., var last] && (last.Bold, last.Italic) == (run.Bold, run.Italic))
            {
                joined[^1] = last with { Text = last.Text + run.Text };
            }
            else
            {
                joined.Add(run);
            }
        }

        return joined;
    }

    /// <summary>How many words a text has: what has a letter or a digit in it.</summary>
    public static int Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private static IEnumerable<Piece> Of(TextRun run)
    {
        for (var at = 0; at < run.Text.Length; )
        {
            var end = EndOfPiece(run.Text, at);
            var next = end;
            while (next < run.Text.Length && char.IsWhiteSpace(run.Text[next]))
            {
                next++;
            }

            yield return new Piece(run.Text[at..end], run.Text[end..next], run.Bold, run.Italic);
            at = next;
        }
    }

    /// <summary>A mark of punctuation at the edge of a word is a piece; within a word or a number it belongs to it.</summary>
    private static int EndOfPiece(string text, int from)
    {
        if (IsMark(text[from]))
        {
            return from + 1;
        }

        // White space stands here at the beginning of a run alone: an empty piece carries it.
        var end = from;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        while (end > from && IsMark(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static bool IsMark(char character) => char.IsPunctuation(character) && character != '%';
}
