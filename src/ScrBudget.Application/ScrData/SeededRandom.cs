namespace ScrBudget.Application.ScrData;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed gives the same numbers on every runtime, which the runtime's
/// own generator does not promise. Integers alone: no rounding that could differ. Not for secrets.
/// </summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 to <paramref name="exclusiveMaximum"/> - 1.</summary>
    public int Below(int exclusiveMaximum) => (int)Math.BigMul(Next(), (ulong)exclusiveMaximum, out _);

    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>An index, each as likely as its weight.</summary>
    public int Pick(IReadOnlyList<int> weights)
    {
        var ticket = Below(weights.Sum());
        for (var i = 0; ; i++)
        {
            ticket -= weights[i];
            if (ticket < 0)
            {
                return i;
            }
        }
    }

    /// <summary>Fisher and Yates.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
