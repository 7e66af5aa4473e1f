using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Tests.ScrData.Sampling;

/// <summary>The published projection, the other methods beside it, and the edges.</summary>
public sealed class ProjectionTests
{
    /// <summary>The exact ends were checked by bisection on sums of binomial probabilities: 2,552.8 and 3,080.0.</summary>
    [Theory]
    [InlineData(ProjectionMethod.Normal, 2_564, 3_074)]
    [InlineData(ProjectionMethod.NormalCorrected, 2_571, 3_067)]
    [InlineData(ProjectionMethod.Wilson, 2_562, 3_069)]
    [InlineData(ProjectionMethod.Exact, 2_553, 3_080)]
    public void Projection_OfTheReportsSample_HasThePublishedPoint(ProjectionMethod method, int lower, int upper)
    {
        var projection = Projection.Of(5_016, 258, 145, Confidence.Standard, method).Value;

        Assert.Equal((lower, 2_819, upper), (projection.Lower, projection.Point, projection.Upper));
    }

    [Fact]
    public void Sentence_NamesPointIntervalConfidenceAndMethod() =>
        Assert.Equal(
            "2,819 of 5,016 cases, from 2,564 to 3,074 (90 % confidence; normal approximation without finite-population correction, z = 1.645)",
            Projection.Of(5_016, 258, 145, Confidence.Standard, ProjectionMethod.Normal).Value.Sentence
        );

    [Theory]
    [InlineData(ProjectionMethod.NormalCorrected, "normal approximation with finite-population correction, z = 1.960")]
    [InlineData(ProjectionMethod.Wilson, "Wilson score interval without finite-population correction, z = 1.960")]
    [InlineData(
        ProjectionMethod.Exact,
        "exact interval (Clopper–Pearson) without finite-population correction, 2.5 % in each tail"
    )]
    public void Method_IsAlwaysNamedInWords(ProjectionMethod method, string words) =>
        Assert.Equal(words, Projection.Of(5_016, 258, 145, Confidence.Of(0.95m).Value, method).Value.MethodInWords);

    [Theory]
    [InlineData(0, 0, "population-empty")]
    [InlineData(10, 0, "sample-out-of-range")]
    [InlineData(10, 11, "sample-out-of-range")]
    [InlineData(-5, 3, "population-empty")]
    public void Sample_ThatCannotBe_IsRefused(int population, int sample, string code) =>
        Assert.Equal(
            code,
            Projection.Of(population, sample, 0, Confidence.Standard, ProjectionMethod.Exact).Refusal?.Code
        );

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Found_ThatCannotBe_IsRefused(int found) =>
        Assert.Equal(
            "found-out-of-range",
            Projection.Of(100, 10, found, Confidence.Standard, ProjectionMethod.Normal).Refusal?.Code
        );

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    public void NormalApproximation_OfNoneOrAll_IsRefusedAndTheOthersAreOffered(int found)
    {
        var refusal = Projection.Of(1_000, 50, found, Confidence.Standard, ProjectionMethod.Normal).Refusal;

        Assert.Equal("normal-without-spread", refusal?.Code);
        Assert.Contains("Wilson", refusal?.Message, StringComparison.Ordinal);
    }

    /// <summary>With none of n found the exact end is 1 − (0.05)^(1/n): 0.05816 of 1,000 for n = 50.</summary>
    [Fact]
    public void ExactInterval_OfNone_EndsWhereItMust()
    {
        var none = Projection.Of(1_000, 50, 0, Confidence.Standard, ProjectionMethod.Exact).Value;
        var all = Projection.Of(1_000, 50, 50, Confidence.Standard, ProjectionMethod.Exact).Value;

        Assert.Equal((0, 0, 58), (none.Lower, none.Point, none.Upper));
        Assert.Equal((942, 1_000, 1_000), (all.Lower, all.Point, all.Upper));
    }

    [Theory]
    [InlineData(ProjectionMethod.Normal)]
    [InlineData(ProjectionMethod.NormalCorrected)]
    [InlineData(ProjectionMethod.Wilson)]
    [InlineData(ProjectionMethod.Exact)]
    public void WholePopulation_LeavesNothingToProject(ProjectionMethod method)
    {
        foreach (var found in (int[])[0, 7, 20])
        {
            var projection = Projection.Of(20, 20, found, Confidence.Standard, method).Value;

            Assert.Equal((found, found, found), (projection.Lower, projection.Point, projection.Upper));
            Assert.StartsWith("Every case was examined", projection.Caveat, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Interval_NeverClaimsWhatTheSampleRulesOut()
    {
        // 2 of 20 of 30: at least 2 are, and at most 12 can be.
        var projection = Projection.Of(30, 20, 2, Confidence.Of(0.999m).Value, ProjectionMethod.Normal).Value;

        Assert.Equal((2, 3, 10), (projection.Lower, projection.Point, projection.Upper));
        Assert.StartsWith("Fewer than 5", projection.Caveat, StringComparison.Ordinal);
    }

    /// <summary>
    /// Half of 100 found in 20 of 200, a fifth in 10 of 100: 100 + 20 cases; variance 200² × 0.25 ÷ 20 + 100² × 0.16 ÷ 10 =
    /// 500 + 160; 1.645 × √660 = 42.3.
    /// </summary>
    [Fact]
    public void StratifiedProjection_AddsTheStrata()
    {
        IReadOnlyList<Stratum> strata = [new(200, 20, 10), new(100, 10, 2)];

        var projection = Projection.OfStrata(strata, Confidence.Standard, ProjectionMethod.Normal).Value;

        Assert.Equal((78, 120, 162), (projection.Lower, projection.Point, projection.Upper));
        Assert.StartsWith("stratified estimator, normal", projection.MethodInWords, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProjectionMethod.Wilson)]
    [InlineData(ProjectionMethod.Exact)]
    public void StratifiedProjection_ByAMethodForOneShare_IsRefusedAndSaysWhy(ProjectionMethod method)
    {
        var refusal = Projection.OfStrata([new(200, 20, 10)], Confidence.Standard, method).Refusal;

        Assert.Equal("method-not-for-strata", refusal?.Code);
        Assert.Contains("not for a sum of strata", refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StratifiedProjection_WithoutSpreadInAnyStratum_IsRefused() =>
        Assert.Equal(
            "normal-without-spread",
            Projection
                .OfStrata([new(200, 20, 0), new(100, 10, 10)], Confidence.Standard, ProjectionMethod.Normal)
                .Refusal?.Code
        );
}
