using System.Globalization;
using ScrBudget.Documents;

namespace ScrBudget.Application.Review.Comparing;

/// <summary>Compares two texts paragraph by paragraph; those that were reworded, word by word.</summary>
internal static class BlockComparison
{
    /// <summary>Less alike than this, a paragraph was not reworded but replaced: both are read better whole.</summary>
    private const double Alike = 0.35;

    /// <summary>Pairs of changed neighbours that are weighed against each other: a hundred by a hundred.</summary>
    private const int MostPairs = 10_000;

    public static IEnumerable<ComparedBlock> Of(FormattedText before, FormattedText after)
    {
        var (left, right) = (Blocks(before), Blocks(after));
        var same = PieceMatching.Of(left.ConvertAll(block => block.Key), right.ConvertAll(block => block.Key)) ?? [];
        var (atLeft, atRight) = (0, 0);
        foreach (var match in same.Append(new Match(left.Count, right.Count)))
        {
            foreach (var block in Replaced(left[atLeft..match.Before], right[atRight..match.After]))
            {
                yield return block;
            }

            if (match.Before < left.Count)
            {
                yield return right[match.After].As(Change.None);
            }

            (atLeft, atRight) = (match.Before + 1, match.After + 1);
        }
    }

    private static List<Block> Blocks(FormattedText text) =>
        [.. text.Blocks.Select(block => new Block(block.IsBullet, Pieces.Joined(block.Runs)))];

    private static IEnumerable<ComparedBlock> Replaced(List<Block> before, List<Block> after)
    {
        var (atLeft, atRight) = (0, 0);
        foreach (var pair in Reworded(before, after).Append(new Match(before.Count, after.Count)))
        {
            foreach (var block in before[atLeft..pair.Before])
            {
                yield return block.As(Change.Removed);
            }

            foreach (var block in after[atRight..pair.After])
            {
                yield return block.As(Change.Added);
            }

            if (pair.Before < before.Count)
            {
                var (was, now) = (before[pair.Before], after[pair.After]);
                yield return new ComparedBlock(
                    Change.Changed,
                    now.IsBullet,
                    was.IsBullet,
                    WordComparison.Of(was.Runs, now.Runs)
                );
            }

            (atLeft, atRight) = (pair.Before + 1, pair.After + 1);
        }
    }

    /// <summary>Which paragraph became which: in order, so that they are alike in sum as much as they can be.</summary>
    private static List<Match> Reworded(List<Block> before, List<Block> after)
    {
        if ((long)before.Count * after.Count > MostPairs)
        {
            // So many in one stretch were changed in their places, or are no longer the same text.
            return
            [
                .. Enumerable
                    .Range(0, Math.Min(before.Count, after.Count))
                    .Where(index => WordBag.Likeness(before[index].Words, after[index].Words) >= Alike)
                    .Select(index => new Match(index, index)),
            ];
        }

        var likeness = new double[before.Count, after.Count];
        // The best sum from here to the end of both.
        var best = new double[before.Count + 1, after.Count + 1];
        for (var left = before.Count - 1; left >= 0; left--)
        {
            for (var right = after.Count - 1; right >= 0; right--)
            {
                var alike = WordBag.Likeness(before[left].Words, after[right].Words);
                likeness[left, right] = alike < Alike ? 0 : alike;
                best[left, right] = Math.Max(
                    Math.Max(best[left + 1, right], best[left, right + 1]),
                    likeness[left, right] + best[left + 1, right + 1]
                );
            }
        }

        var pairs = new List<Match>();
        for (int left = 0, right = 0; left < before.Count && right < after.Count; )
        {
            if (best[left, right].Equals(best[left + 1, right]))
            {
                left++;
            }
            else if (best[left, right].Equals(best[left, right + 1]))
            {
                right++;
            }
            else
            {
                pairs.Add(new Match(left++, right++));
            }
        }

        return pairs;
    }

    private sealed record Block(bool IsBullet, IReadOnlyList<TextRun> Runs)
    {
        private readonly Lazy<WordBag> words = new(() => WordBag.Of(string.Concat(Runs.Select(run => run.Text))));

        public WordBag Words => words.Value;

        /// <summary>What makes it the same as another: bullet, emphasis and every character.</summary>
        public string Key =>
            (IsBullet ? "-" : string.Empty)
            + string.Concat(
                Runs.Select(run =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{(run.Bold ? 'b' : 'p')}{(run.Italic ? 'i' : 'p')}{run.Text.Length}:{run.Text}"
                    )
                )
            );

        public ComparedBlock As(Change change) =>
            new(
                change,
                IsBullet,
                IsBullet,
                [.. Runs.Select(run => new ComparedRun(change, run.Text, run.Bold, run.Italic))]
            );
    }
}
