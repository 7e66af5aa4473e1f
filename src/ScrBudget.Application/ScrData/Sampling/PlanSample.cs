using System.Security.Cryptography;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Application.ScrData.Sampling;

/// <param name="Confidence">0.9 for 90 %.</param>
/// <param name="Margin">0.05 for 5 %.</param>
public sealed record PlanSampleInput(
    int SnapshotNumber,
    FiscalYear FirstYear,
    FiscalYear LastYear,
    decimal Confidence,
    decimal Margin
);

/// <summary>Counts a population and computes the size of a sample of it, before anything is drawn.</summary>
public sealed class PlanSample(QueryStatistic statistics)
{
    private const int SeedBytes = 8;

    /// <summary>A seed at random, for those who have none of their own: 16 hexadecimal digits.</summary>
    public static string SuggestSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));

    public async Task<Outcome<SampleSize>> ExecuteAsync(
        PlanSampleInput input,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.DrawSamples))
        {
            return ScrDataRefusals.NotAllowed(by, "draw a sample");
        }

        var confidence = Confidence.Of(input.Confidence);
        var margin = MarginOfError.Of(input.Margin);
        if ((confidence.Refusal ?? margin.Refusal) is { } refusal)
        {
            return refusal;
        }

        // The prepared counts hold the population of any years: the screen asks again at each choice.
        var counted = await statistics.AskAsync(
            new StatisticQuery(null, null, input.FirstYear, input.LastYear, Measure.Approved),
            new SnapshotChoice(input.SnapshotNumber, AuditSample.AsPublished),
            by,
            cancellation
        );
        return counted.IsDone
            ? SampleSize.Of(counted.Value.Total.Cases, confidence.Value, margin.Value)
            : counted.Refusal;
    }
}
