namespace ScrBudget.Application.Review.Comparing;

/// <summary>The words of a text and how often each stands in it, whatever their case and order.</summary>
internal sealed class WordBag
{
    private readonly Dictionary<string, int> counts;
    private readonly int size;

    private WordBag(Dictionary<string, int> counts) => (this.counts, size) = (counts, counts.Values.Sum());

    public static WordBag Of(string text) =>
        new(
            text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => string.Concat(word.Where(char.IsLetterOrDigit)))
                .Where(word => word.Length > 0)
                .CountBy(word => word, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(StringComparer.OrdinalIgnoreCase)
        );

    /// <summary>Which share of the words of both are words that they have in common: from 0 to 1.</summary>
    public static double Likeness(WordBag one, WordBag other)
    {
        if (one.size + other.size == 0)
        {
            return 0;
        }

        var (fewer, more) = one.counts.Count <= other.counts.Count ? (one, other) : (other, one);
        var common = fewer.counts.Sum(word => Math.Min(word.Value, more.counts.GetValueOrDefault(word.Key)));
        return 2.0 * common / (one.size + other.size);
    }
}
