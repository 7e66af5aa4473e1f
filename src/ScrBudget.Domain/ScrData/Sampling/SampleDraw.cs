using System.Security.Cryptography;
using System.Text;

namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>A case that was drawn.</summary>
/// <param name="Key">What the population is ordered by: SHA-256 of <c>seed|case number</c>, lower-case hexadecimal.</param>
/// <param name="CategoryCode">The category of its earliest SCR.</param>
public sealed record DrawnCase(string Key, string CaseNumber, string CategoryCode);

/// <summary>How many of a stratum's cases were drawn.</summary>
public sealed record StratumSize(string CategoryCode, int Population, int Sample);

/// <summary>What was drawn, in the order of drawing.</summary>
/// <param name="Strata">By category; also of a simple sample, for which they are only told.</param>
public sealed record DrawnSample(IReadOnlyList<DrawnCase> Cases, IReadOnlyList<StratumSize> Strata, int Population);

/// <summary>
/// Draws cases so that anybody with any tool draws the same: the order of the SHA-256 values decides, not the order in
/// which the cases come. Keeps no more than the cases that can still be drawn, however many pass.
/// </summary>
public sealed class SampleDraw
{
    /// <summary>The smallest sample of a stratum that shows whether its cases differ.</summary>
    public const int LeastOfStratum = 2;

    /// <summary>The method in one sentence, for the screen and the list of drawn cases.</summary>
    public const string SimpleMethod =
        "The distinct case numbers of the population are ordered by the SHA-256 value of “seed|case number” (UTF-8, lower-case hexadecimal), and the first ones are the sample.";

    /// <summary>The same for a stratified sample.</summary>
    public const string StratifiedMethod =
        "Each case belongs to the category of its earliest SCR in the years (of several on that day, the first category of the list); the sample is divided over the categories in proportion to their cases by largest remainder, each gets at least two cases (taken from the largest share) or all it has, and within each category the cases are ordered by the SHA-256 value of “seed|case number” (UTF-8, lower-case hexadecimal) and the first ones drawn.";

    private static readonly IComparer<string> LargestFirst = Comparer<string>.Create(
        (left, right) => string.CompareOrdinal(right, left)
    );

    private readonly string seed;
    private readonly int size;
    private readonly bool isStratified;
    private readonly Dictionary<string, int> populations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PriorityQueue<DrawnCase, string>> smallest = new(StringComparer.Ordinal);

    /// <param name="size">Cases to draw.</param>
    public SampleDraw(string seed, int size, bool isStratified) =>
        (this.seed, this.size, this.isStratified) = (seed, size, isStratified);

    /// <summary>Cases that have passed.</summary>
    public int Population { get; private set; }

    /// <summary>SHA-256 of <c>seed|case number</c> in UTF-8, lower-case hexadecimal.</summary>
    public static string Key(string seed, string caseNumber) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{caseNumber}")));

    /// <summary>Takes a case of the population; each comes once, in any order.</summary>
    public void Add(string caseNumber, string categoryCode)
    {
        Population++;
        populations[categoryCode] = populations.GetValueOrDefault(categoryCode) + 1;
        var stratum = isStratified ? categoryCode : string.Empty;
        if (!smallest.TryGetValue(stratum, out var kept))
        {
            kept = new PriorityQueue<DrawnCase, string>(LargestFirst);
            smallest.Add(stratum, kept);
        }

        var key = Key(seed, caseNumber);
        if (kept.Count < size)
        {
            kept.Enqueue(new DrawnCase(key, caseNumber, categoryCode), key);
        }
        else if (kept.TryPeek(out _, out var largest) && string.CompareOrdinal(key, largest) < 0)
        {
            kept.DequeueEnqueue(new DrawnCase(key, caseNumber, categoryCode), key);
        }
    }

    /// <summary>Draws, when the whole population has passed.</summary>
    /// <param name="categories">All category codes in their order, which is that of the strata.</param>
    public Outcome<DrawnSample> Complete(IReadOnlyList<string> categories)
    {
        if (size < 1 || size > Population)
        {
            return SamplingRefusals.OfNumbers(Population, size, found: 0)!;
        }

        var present = categories.Where(populations.ContainsKey).ToList();
        if (!isStratified)
        {
            var cases = First(string.Empty, size);
            return new DrawnSample(
                cases,
                [.. present.Select(code => Told(code, cases.Count(drawn => drawn.CategoryCode == code)))],
                Population
            );
        }

        var populationOf = present.Select(code => populations[code]).ToList();
        var least = populationOf.Sum(cases => Math.Min(LeastOfStratum, cases));
        if (size < least)
        {
            return new Refusal(
                "sample-too-small-for-strata",
                SamplingRefusals.Text(
                    $"{present.Count} categories need at least {least} cases, two of each: draw more, or draw a simple sample."
                )
            )
            {
                Field = "size",
            };
        }

        var allocated = Allocate(size, populationOf);
        var strata = present.Zip(allocated, Told).ToList();
        return new DrawnSample(
            [.. strata.SelectMany(stratum => First(stratum.CategoryCode, stratum.Sample))],
            strata,
            Population
        );
    }

    /// <summary>Divides a sample over strata in proportion, with <see cref="LeastOfStratum"/> of each that has them.</summary>
    /// <param name="populations">Cases of each stratum, none of them 0.</param>
    /// <returns>Parts that add up to <paramref name="size"/>, none larger than its stratum.</returns>
    public static int[] Allocate(int size, IReadOnlyList<int> populations)
    {
        var parts = Apportionment.Of(size, populations);
        for (var i = 0; i < parts.Length; i++)
        {
            while (parts[i] < Math.Min(LeastOfStratum, populations[i]))
            {
                // Of equal parts the earlier one gives, so that anybody finds the same.
                var largest = Array.IndexOf(parts, parts.Max());
                parts[largest]--;
                parts[i]++;
            }
        }

        return parts;
    }

    private StratumSize Told(string code, int sample) => new(code, populations[code], sample);

    private List<DrawnCase> First(string stratum, int count) =>
        [
            .. smallest[stratum]
                .UnorderedItems.Select(item => item.Element)
                .OrderBy(drawn => drawn.Key, StringComparer.Ordinal)
                .Take(count),
        ];
}
