using FsCheck.Xunit;
using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Tests.ScrData.Sampling;

/// <summary>What holds for any sample.</summary>
public sealed class SamplingPropertyTests
{
    private static readonly string[] Categories = ["TCAC", "CP", "NS"];

    [Property]
    public void Interval_ContainsThePoint_AndWidensWithConfidence(uint a, uint b, uint c, uint level)
    {
        var (population, sample, found) = Numbers(a, b, c);
        var low = Confidence.FromStored(500 + (int)(level % 400));
        var high = Confidence.FromStored(low.PerMille + 99);

        foreach (var method in Enum.GetValues<ProjectionMethod>())
        {
            var narrow = Projection.Of(population, sample, found, low, method);
            var wide = Projection.Of(population, sample, found, high, method);
            if (!narrow.IsDone)
            {
                Assert.Equal("normal-without-spread", narrow.Refusal.Code);
                continue;
            }

            AssertPossible(narrow.Value);
            AssertPossible(wide.Value);
            Assert.True(wide.Value.Lower <= narrow.Value.Lower, $"{wide.Value} {narrow.Value}");
            Assert.True(wide.Value.Upper >= narrow.Value.Upper, $"{wide.Value} {narrow.Value}");
        }
    }

    [Property]
    public void Correction_Narrows(uint a, uint b, uint c)
    {
        var (population, sample, found) = Numbers(a, b, c);
        var plain = Projection.Of(population, sample, found, Confidence.Standard, ProjectionMethod.Normal);
        var corrected = Projection.Of(population, sample, found, Confidence.Standard, ProjectionMethod.NormalCorrected);
        if (!plain.IsDone)
        {
            Assert.Equal("normal-without-spread", corrected.Refusal?.Code);
            return;
        }

        Assert.Equal(plain.Value.Point, corrected.Value.Point);
        Assert.True(corrected.Value.Lower >= plain.Value.Lower, $"{corrected.Value} {plain.Value}");
        Assert.True(corrected.Value.Upper <= plain.Value.Upper, $"{corrected.Value} {plain.Value}");
    }

    [Property]
    public void ExactInterval_IsAtLeastAsWideAsWilsons(uint a, uint b, uint c)
    {
        var (population, sample, found) = Numbers(a, b, c);
        var exact = Projection.Of(population, sample, found, Confidence.Standard, ProjectionMethod.Exact).Value;
        var wilson = Projection.Of(population, sample, found, Confidence.Standard, ProjectionMethod.Wilson).Value;

        // A case for the rounding of each end.
        Assert.True(exact.Upper - exact.Lower + 2 >= wilson.Upper - wilson.Lower, $"{exact} {wilson}");
    }

    [Property]
    public void StratifiedInterval_ContainsThePoint(uint[] numbers)
    {
        var strata = numbers
            .Chunk(3)
            .Where(three => three.Length == 3)
            .Select(three => Numbers(three[0], three[1], three[2]))
            .Select(n => new Stratum(n.Population, n.Sample, n.Found))
            .ToList();
        var projected = Projection.OfStrata(strata, Confidence.Standard, ProjectionMethod.NormalCorrected);
        if (projected.IsDone)
        {
            AssertPossible(projected.Value);
        }
        else
        {
            Assert.Contains(projected.Refusal.Code, (string[])["normal-without-spread", "population-empty"]);
        }
    }

    [Property]
    public void SameSeed_DrawsTheSame_WhateverTheOrderOfRows(int seed, uint size, int shuffle)
    {
        foreach (var isStratified in (bool[])[false, true])
        {
            var cases = Cases(200);
            var shuffled = cases.ToArray();
            new Random(shuffle).Shuffle(shuffled);
            var count = 6 + (int)(size % 195);

            var first = Draw($"seed {seed}", count, isStratified, cases);
            var second = Draw($"seed {seed}", count, isStratified, shuffled);

            Assert.Equal(first.Cases, second.Cases);
            Assert.Equal(first.Strata, second.Strata);
            Assert.Equal(count, first.Cases.Select(one => one.CaseNumber).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Property]
    public void AnotherSeed_DrawsOthers(int seed) =>
        Assert.NotEqual(
            Draw($"a{seed}", 50, isStratified: false, Cases(200)).Cases.Select(one => one.CaseNumber),
            Draw($"b{seed}", 50, isStratified: false, Cases(200)).Cases.Select(one => one.CaseNumber)
        );

    [Property]
    public void Allocation_AddsUp_AndFitsEveryStratum(uint[] weights, uint size)
    {
        var populations = weights.Take(12).Select(weight => 1 + (int)(weight % 500)).Append(40).ToList();
        var least = populations.Sum(cases => Math.Min(SampleDraw.LeastOfStratum, cases));
        var total = least + (int)(size % (uint)(populations.Sum() - least + 1));

        var parts = SampleDraw.Allocate(total, populations);

        Assert.Equal(total, parts.Sum());
        Assert.All(
            parts.Zip(populations),
            part => Assert.InRange(part.First, Math.Min(SampleDraw.LeastOfStratum, part.Second), part.Second)
        );
    }

    private static (int Population, int Sample, int Found) Numbers(uint a, uint b, uint c)
    {
        var population = 1 + (int)(a % 20_000);
        var sample = 1 + (int)(b % (uint)population);
        return (population, sample, (int)(c % (uint)(sample + 1)));
    }

    private static void AssertPossible(Projection projection)
    {
        Assert.InRange(projection.Point, projection.Lower, projection.Upper);
        Assert.InRange(projection.Lower, projection.Found, projection.Population);
        Assert.True(
            projection.Upper <= projection.Population - (projection.Sample - projection.Found),
            $"{projection}"
        );
    }

    private static (string, string)[] Cases(int count) =>
        [.. Enumerable.Range(0, count).Select(i => ($"CASE-{i:0000}", Categories[i % 7 % 3]))];

    private static DrawnSample Draw(string seed, int size, bool isStratified, IEnumerable<(string, string)> cases)
    {
        var draw = new SampleDraw(seed, size, isStratified);
        foreach (var (caseNumber, category) in cases)
        {
            draw.Add(caseNumber, category);
        }

        return draw.Complete(Categories).Value;
    }
}
