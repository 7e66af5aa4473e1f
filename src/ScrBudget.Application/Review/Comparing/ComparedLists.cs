namespace ScrBudget.Application.Review.Comparing;

/// <summary>A named value that is not the same in both documents; empty where a document has none.</summary>
public sealed record ComparedFact(string Name, string Before, string After)
{
    /// <summary>Those that differ.</summary>
    internal static IReadOnlyList<ComparedFact> Differing(params IEnumerable<ComparedFact> facts) =>
        [.. facts.Where(fact => fact.Before != fact.After)];
}

/// <summary>Sentences that only one of the documents has.</summary>
public sealed record ComparedSentences(IReadOnlyList<string> Removed, IReadOnlyList<string> Added)
{
    public bool IsChanged => Removed.Count + Added.Count > 0;

    internal static ComparedSentences Of(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (left, right) = (before.ToList(), after.ToList());
        return new ComparedSentences([.. left.Except(right)], [.. right.Except(left)]);
    }
}

/// <summary>Finds which element of a list became which of another, where nothing but their content says so.</summary>
internal static class Pairing
{
    /// <summary>
    /// Equal ones first, so that of two that share a name the one that stayed as it was is not taken for the other; then
    /// in order by each name in turn. An element without its counterpart has null in its place; those of the later list
    /// keep their order, those that are gone stand at the end.
    /// </summary>
    public static IReadOnlyList<(T? Before, T? After)> Of<T>(
        IReadOnlyList<T> before,
        IReadOnlyList<T> after,
        params Func<T, object>[] names
    )
        where T : class
    {
        var open = before.ToList();
        var found = new T?[after.Count];
        foreach (var name in names.Prepend(element => element))
        {
            for (var index = 0; index < found.Length; index++)
            {
                if (
                    found[index] is null
                    && open.FindIndex(element => name(element).Equals(name(after[index]))) is var at and >= 0
                )
                {
                    found[index] = open[at];
                    open.RemoveAt(at);
                }
            }
        }

        return [.. found.Zip(after, (was, now) => ((T?)was, (T?)now)), .. open.Select(was => ((T?)was, (T?)null))];
    }
}
