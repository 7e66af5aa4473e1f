using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
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
public sealed class PlanSample(IDbContextFactory<ScrBudgetContext> contexts)
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

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var snapshot = await SnapshotQueries.FindAsync(context, input.SnapshotNumber, by, cancellation);
        return snapshot.IsDone
            ? SampleSize.Of(
                await SamplePopulation.CountAsync(
                    context,
                    input.SnapshotNumber,
                    input.FirstYear,
                    input.LastYear,
                    cancellation
                ),
                confidence.Value,
                margin.Value
            )
            : snapshot.Refusal;
    }
}
