namespace ScrBudget.Domain.ScrData;

/// <summary>Divides a whole number into whole parts in given proportions, by the largest remainders.</summary>
public static class Apportionment
{
    /// <returns>Parts that add up to <paramref name="whole"/>; of equal remainders the earlier part gets the unit.</returns>
    public static int[] Of(int whole, IReadOnlyList<int> weights)
    {
        var sum = weights.Sum(weight => (long)weight);
        var parts = weights.Select(weight => (int)((long)whole * weight / sum)).ToArray();
        var byRemainder = Enumerable
            .Range(0, weights.Count)
            .OrderByDescending(i => (long)whole * weights[i] % sum)
            .ThenBy(i => i)
            .Take(whole - parts.Sum());
        foreach (var i in byRemainder)
        {
            parts[i]++;
        }

        return parts;
    }
}
