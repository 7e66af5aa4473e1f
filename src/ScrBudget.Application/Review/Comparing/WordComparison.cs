using ScrBudget.Documents;

namespace ScrBudget.Application.Review.Comparing;

/// <summary>Compares two paragraphs word by word.</summary>
internal static class WordComparison
{
    /// <summary>A word of so many characters that alone stayed between two replaced stretches is replaced with them.</summary>
    private const int ShortWord = 3;

    public static IReadOnlyList<ComparedRun> Of(IReadOnlyList<TextRun> before, IReadOnlyList<TextRun> after)
    {
        var (left, right) = (Pieces.Of(before), Pieces.Of(after));
        var matches = WithoutLoneWords(Matches(left, right), left, right);
        var runs = new RunList();
        var (atLeft, atRight) = (0, 0);
        foreach (var match in matches.Append(new Match(left.Length, right.Length)))
        {
            Replace(runs, left[atLeft..match.Before], right[atRight..match.After]);
            (atLeft, atRight) = (match.Before, match.After);
            if (match.Before < left.Length)
            {
                // The space after it belongs to what follows: it may have gone with the next word.
                runs.Add(Change.None, left[atLeft].Text, left[atLeft]);
                left[atLeft] = left[atLeft] with { Text = string.Empty };
                right[atRight] = right[atRight] with { Text = string.Empty };
            }
        }

        return runs.Runs;
    }

    /// <summary>By words; in a paragraph that is too long and too different for that, by sentences, and by words within.</summary>
    private static List<Match> Matches(Piece[] before, Piece[] after)
    {
        if (Words(before, after) is { } matches)
        {
            return [.. matches];
        }

        var (left, right) = (Sentences(before), Sentences(after));
        var same = PieceMatching.Of(Keys(before, left), Keys(after, right)) ?? [];
        var found = new List<Match>();
        var (atLeft, atRight) = (0, 0);
        foreach (var match in same.Append(new Match(left.Count, right.Count)))
        {
            var (fromLeft, toLeft) = Span(left, atLeft, match.Before, before.Length);
            var (fromRight, toRight) = Span(right, atRight, match.After, after.Length);
            found.AddRange(
                (Words(before[fromLeft..toLeft], after[fromRight..toRight]) ?? []).Select(word => new Match(
                    fromLeft + word.Before,
                    fromRight + word.After
                ))
            );
            if (match.Before < left.Count)
            {
                var (start, end) = Span(left, match.Before, match.Before + 1, before.Length);
                found.AddRange(
                    Enumerable.Range(0, end - start).Select(index => new Match(toLeft + index, toRight + index))
                );
            }

            (atLeft, atRight) = (match.Before + 1, match.After + 1);
        }

        return found;
    }

    private static IReadOnlyList<Match>? Words(Piece[] before, Piece[] after) =>
        PieceMatching.Of(Array.ConvertAll(before, piece => piece.Key), Array.ConvertAll(after, piece => piece.Key));

    /// <summary>Where each sentence begins.</summary>
    private static List<int> Sentences(Piece[] pieces) =>
        [.. Enumerable.Range(0, pieces.Length).Where(index => index == 0 || pieces[index - 1].EndsSentence)];

    private static List<string> Keys(Piece[] pieces, List<int> sentences) =>
        [
            .. sentences.Select(
                (start, index) =>
                {
                    var (_, end) = Span(sentences, index, index + 1, pieces.Length);
                    // No piece holds a line break: white space is what they are cut at.
                    return string.Join('\n', pieces[start..end].Select(piece => piece.Key));
                }
            ),
        ];

    /// <summary>The pieces of these sentences.</summary>
    private static (int From, int To) Span(List<int> sentences, int first, int end, int pieces) =>
        (first < sentences.Count ? sentences[first] : pieces, end < sentences.Count ? sentences[end] : pieces);

    /// <summary>Easier to read: <c>16 in 2027</c> became <c>18 in 2028</c>, and not two numbers around a word that stayed.</summary>
    private static List<Match> WithoutLoneWords(List<Match> matches, Piece[] before, Piece[] after)
    {
        var kept = new List<Match>();
        for (var index = 0; index < matches.Count; index++)
        {
            var match = matches[index];
            var previous = index > 0 ? matches[index - 1] : new Match(-1, -1);
            var next = index + 1 < matches.Count ? matches[index + 1] : new Match(before.Length, after.Length);
            var isLone = IsReplaced(previous, match) && IsReplaced(match, next);
            if (!isLone || before[match.Before].Text.Length > ShortWord)
            {
                kept.Add(match);
            }
        }

        return kept;

        static bool IsReplaced(Match one, Match other) => other.Before > one.Before + 1 && other.After > one.After + 1;
    }

    private static void Replace(RunList runs, Piece[] before, Piece[] after)
    {
        // White space alone, at the beginning: that after the last word that stayed.
        if (before is [{ Text: "" } stayed, ..] && after is [{ Text: "" } stands, ..] && HaveOneSpace(stayed, stands))
        {
            runs.Add(Change.None, stands.Space, stands);
            (before, after) = (before[1..], after[1..]);
        }

        var isSpaceKept = before is [.., var last] && after is [.., var now] && HaveOneSpace(last, now);
        AddAll(runs, Change.Removed, before, isSpaceKept);
        AddAll(runs, Change.Added, after, isSpaceKept);
        if (isSpaceKept)
        {
            runs.Add(Change.None, after[^1].Space, after[^1]);
        }
    }

    private static bool HaveOneSpace(Piece one, Piece other) =>
        (one.Space, one.Bold, one.Italic) == (other.Space, other.Bold, other.Italic);

    private static void AddAll(RunList runs, Change change, Piece[] pieces, bool withoutLastSpace)
    {
        for (var index = 0; index < pieces.Length; index++)
        {
            var isCut = withoutLastSpace && index == pieces.Length - 1;
            runs.Add(change, isCut ? pieces[index].Text : pieces[index].Text + pieces[index].Space, pieces[index]);
        }
    }

    /// <summary>Collects runs; what continues the last one is put to it.</summary>
    private sealed class RunList
    {
        private readonly System.Text.StringBuilder text = new();
        private readonly List<ComparedRun> runs = [];
        private ComparedRun? open;

        public IReadOnlyList<ComparedRun> Runs
        {
            get
            {
                Close();
                return runs;
            }
        }

        public void Add(Change change, string added, Piece emphasis)
        {
            if (added.Length == 0)
            {
                return;
            }

            if (open is null || (open.Change, open.Bold, open.Italic) != (change, emphasis.Bold, emphasis.Italic))
            {
                Close();
                open = new ComparedRun(change, string.Empty, emphasis.Bold, emphasis.Italic);
            }

            text.Append(added);
        }

        private void Close()
        {
            if (open is not null)
            {
                runs.Add(open with { Text = text.ToString() });
                text.Clear();
                open = null;
            }
        }
    }
}
