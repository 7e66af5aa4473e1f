using System.Runtime.InteropServices;
using DiffPlex;
using DiffPlex.Model;

namespace ScrBudget.Application.Review.Comparing;

/// <summary>A piece that stands in both sequences; by index.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Match(int Before, int After);

/// <summary>
/// Finds what two sequences have in common, with DiffPlex (Myers' algorithm). Its work grows with the product of the pieces
/// and the differences, so what cannot match is taken out first, and more than <see cref="MostPieces"/> is not tried.
/// </summary>
internal static class PieceMatching
{
    /// <summary>Of both sequences together, after equal ends and pieces of one side alone: some milliseconds at the worst.</summary>
    public const int MostPieces = 3000;

    /// <returns>In order, on both sides; null when the sequences are too long and too different to be matched.</returns>
    public static IReadOnlyList<Match>? Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var shorter = Math.Min(before.Count, after.Count);
        var head = 0;
        while (head < shorter && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        var (left, right) = (Inner(before, head, tail), Inner(after, head, tail));
        var (inBefore, inAfter) = (Named(before, left), Named(after, right));
        left.RemoveAll(index => !inAfter.Contains(before[index]));
        right.RemoveAll(index => !inBefore.Contains(after[index]));
        if (left.Count + right.Count > MostPieces)
        {
            return null;
        }

        return
        [
            .. Enumerable.Range(0, head).Select(index => new Match(index, index)),
            .. Longest(left.ConvertAll(index => before[index]), right.ConvertAll(index => after[index]))
                .Select(match => new Match(left[match.Before], right[match.After])),
            .. Enumerable
                .Range(0, tail)
                .Select(index => new Match(before.Count - tail + index, after.Count - tail + index)),
        ];
    }

    private static List<int> Inner(IReadOnlyList<string> pieces, int head, int tail) =>
        [.. Enumerable.Range(head, pieces.Count - head - tail)];

    private static HashSet<string> Named(IReadOnlyList<string> pieces, List<int> indices) =>
        indices.ConvertAll(index => pieces[index]).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Match> Longest(List<string> before, List<string> after)
    {
        if (before.Count == 0 || after.Count == 0)
        {
            yield break;
        }

        var (left, right) = (0, 0);
        foreach (var difference in Differences(before, after))
        {
            while (left < difference.DeleteStartA)
            {
                yield return new Match(left++, right++);
            }

            left += difference.DeleteCountA;
            right += difference.InsertCountB;
        }

        while (left < before.Count)
        {
            yield return new Match(left++, right++);
        }
    }

    private static IList<DiffBlock> Differences(List<string> before, List<string> after) =>
        Differ
            .Instance.CreateDiffs(
                Cut.Before,
                Cut.After,
                ignoreWhiteSpace: false,
                ignoreCase: false,
                new Cut(before, after)
            )
            .DiffBlocks;

    /// <summary>DiffPlex takes two texts and asks how to cut them. Ours are cut already: it gets their names.</summary>
    private sealed class Cut(List<string> before, List<string> after) : IChunker
    {
        public const string Before = "before";
        public const string After = "after";

        public IReadOnlyList<string> Chunk(string text) => text == Before ? before : after;
    }
}
