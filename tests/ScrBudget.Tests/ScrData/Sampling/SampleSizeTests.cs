using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Tests.ScrData.Sampling;

/// <summary>The size of the OIG's sample, step by step, and its limits.</summary>
public sealed class SampleSizeTests
{
    [Fact]
    public void Size_OfTheReportsPopulation_Is258ByTheStepsOfTheReport()
    {
        var size = SampleSize.Of(5_016, Confidence.Standard, MarginOfError.Standard).Value;

        Assert.Equal(270.55, size.Unlimited, 2);
        Assert.Equal(271, size.UnlimitedCases);
        Assert.Equal(257.2, Math.Round(size.Corrected, 1));
        Assert.Equal(258, size.Cases);
        Assert.Equal(
            [
                "90 % confidence: z = 1.645.",
                "Without end: z² × p × (1 − p) ÷ e² = 1.645² × 0.5 × 0.5 ÷ 0.05² = 270.55, rounded up to 271.",
                "Finite-population correction: 271 ÷ (1 + (271 − 1) ÷ 5,016) = 257.2.",
                "Rounded up: 258 cases.",
            ],
            size.Steps
        );
    }

    [Theory]
    [InlineData(1, 0.90, 0.05, 1)]
    [InlineData(2, 0.999, 0.001, 2)]
    [InlineData(300, 0.95, 0.05, 169)]
    [InlineData(1_000_000, 0.95, 0.05, 385)]
    public void Size_IsNeverMoreThanThePopulation(int population, double confidence, double margin, int expected)
    {
        var size = SampleSize.Of(
            population,
            Confidence.Of((decimal)confidence).Value,
            MarginOfError.Of((decimal)margin).Value
        );

        Assert.Equal(expected, size.Value.Cases);
    }

    [Fact]
    public void Size_ForARareThing_NeedsFewerCases()
    {
        var half = SampleSize.Of(5_016, Confidence.Standard, MarginOfError.Standard).Value;
        var tenth = SampleSize.Of(5_016, Confidence.Standard, MarginOfError.Standard, 0.1m).Value;

        Assert.True(tenth.Cases < half.Cases, $"{tenth.Cases} and {half.Cases}");
    }

    [Fact]
    public void Size_OfAnEmptyPopulation_IsRefused() =>
        Assert.Equal("population-empty", SampleSize.Of(0, Confidence.Standard, MarginOfError.Standard).Refusal?.Code);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    public void Size_ForAnImpossibleShare_IsRefused(double proportion) =>
        Assert.Equal(
            "proportion-out-of-range",
            SampleSize.Of(5_016, Confidence.Standard, MarginOfError.Standard, (decimal)proportion).Refusal?.Code
        );

    [Theory]
    [InlineData(0.499)]
    [InlineData(0.9995)]
    [InlineData(1)]
    [InlineData(90)]
    [InlineData(-0.9)]
    public void Confidence_OutsideItsRange_IsRefusedAtItsField(double level)
    {
        var refusal = Confidence.Of((decimal)level).Refusal;

        Assert.Equal("confidence-out-of-range", refusal?.Code);
        Assert.Equal("confidence", refusal?.Field);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.0005)]
    [InlineData(0.501)]
    public void Margin_OutsideItsRange_IsRefusedAtItsField(double margin)
    {
        var refusal = MarginOfError.Of((decimal)margin).Refusal;

        Assert.Equal("margin-out-of-range", refusal?.Code);
        Assert.Equal("margin", refusal?.Field);
    }

    [Fact]
    public void ConfidenceAndMargin_AreStoredWithoutLoss()
    {
        Assert.Equal("99.5 %", Confidence.FromStored(Confidence.Of(0.995m).Value.PerMille).ToString());
        Assert.Equal("7.5 %", MarginOfError.FromStored(MarginOfError.Of(0.075m).Value.PerMille).ToString());
    }
}
