using ScrBudget.Application.ScrData.Sampling;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData.Sampling;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Sampling;

/// <summary>Samples of the synthetic snapshot 1, and steps of the work on them.</summary>
internal static class Samples
{
    public static DrawSampleInput Input { get; } =
        new(
            "Validation of FY 2017 to FY 2022",
            new PlanSampleInput(1, new FiscalYear(2017), new FiscalYear(2022), 0.9m, 0.05m),
            ChosenSize: null,
            SizeReason: null,
            "seed of the test",
            IsStratified: false
        );

    /// <summary>A few cases only.</summary>
    public static DrawSampleInput Small(int size) =>
        Input with
        {
            ChosenSize = size,
            SizeReason = "A trial of the form.",
        };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<int> DrawAsync(this TestSystem system, DrawSampleInput? input = null) =>
        (await system.Get<DrawSample>().ExecuteAsync(input ?? Input, People.Auditor, Cancellation)).Value;

    public static async Task<SampleReading> SampleAsync(this TestSystem system, int number) =>
        (await system.Get<ReadSamples>().ByNumberAsync(number, People.Auditor, Cancellation)).Value;

    public static async Task<SampledCase> CaseAsync(this TestSystem system, int number, int order = 1) =>
        (await system.Get<ReadSamples>().CaseAsync(number, order, People.Auditor, Cancellation)).Value.Case;

    /// <summary>The same answers for each SCR of the case.</summary>
    public static Task<Outcome> TestAsync(
        this TestSystem system,
        SampledCase one,
        TestAnswer? association,
        TestAnswer? border,
        string note = "read in the file",
        Person? by = null
    ) =>
        system
            .Get<TestSampledCase>()
            .ExecuteAsync(
                new TestSampledCaseInput(
                    Of(one),
                    [.. one.Scrs.Select(scr => new ScrTests(scr.ScrNumber, association, border, note))]
                ),
                by ?? People.Auditor,
                Cancellation
            );

    public static Task<Outcome> RespondAsync(
        this TestSystem system,
        SampledCase one,
        bool? agrees,
        string text = "",
        Person? by = null
    ) =>
        system
            .Get<RespondToSampledCase>()
            .ExecuteAsync(new RespondToSampledCaseInput(Of(one), agrees, text), by ?? People.Steward, Cancellation);

    /// <summary>The same result for each SCR of the case; null for what the tests say.</summary>
    public static Task<Outcome> AdjudicateAsync(
        this TestSystem system,
        SampledCase one,
        ScrFinding? finding = null,
        string reasons = "",
        Person? by = null
    ) =>
        system
            .Get<AdjudicateSampledCase>()
            .ExecuteAsync(
                new AdjudicateSampledCaseInput(
                    Of(one),
                    [.. one.Scrs.Select(scr => new AdjudicatedScr(scr.ScrNumber, finding ?? scr.ByTests))],
                    reasons
                ),
                by ?? People.Auditor,
                Cancellation
            );

    public static Task<Outcome> ReopenAsync(
        this TestSystem system,
        SampledCase one,
        string reason,
        Person? by = null
    ) =>
        system
            .Get<ReopenSampledCase>()
            .ExecuteAsync(new ReopenSampledCaseInput(Of(one), reason), by ?? People.Auditor, Cancellation);

    /// <summary>Tests and adjudicates a case, without a response.</summary>
    public static async Task FinishAsync(
        this TestSystem system,
        int number,
        int order,
        TestAnswer association,
        TestAnswer border
    )
    {
        Assert.True((await system.TestAsync(await system.CaseAsync(number, order), association, border)).IsDone);
        var adjudicated = await system.AdjudicateAsync(
            await system.CaseAsync(number, order),
            reasons: "No response was asked for."
        );
        Assert.True(adjudicated.IsDone, adjudicated.Refusal?.Message);
    }

    private static SampledCaseInput Of(SampledCase one) => new(one.SampleNumber, one.Order, one.Version);
}
