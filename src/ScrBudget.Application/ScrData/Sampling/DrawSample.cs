using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Application.ScrData.Sampling;

/// <param name="Name">What the sample is for.</param>
/// <param name="Population">Snapshot, years, confidence and margin.</param>
/// <param name="ChosenSize">Null for the computed size.</param>
public sealed record DrawSampleInput(
    string Name,
    PlanSampleInput Population,
    int? ChosenSize,
    string? SizeReason,
    string Seed,
    bool IsStratified
);

/// <summary>Draws a reproducible random sample of cases and copies their SCRs, in one transaction.</summary>
public sealed class DrawSample(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    /// <summary>Each failed attempt means that somebody else took a number.</summary>
    private const int Attempts = 16;

    /// <returns>The sample's number.</returns>
    public async Task<Outcome<int>> ExecuteAsync(DrawSampleInput input, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.DrawSamples))
        {
            return ScrDataRefusals.NotAllowed(by, "draw a sample");
        }

        var confidence = Confidence.Of(input.Population.Confidence);
        var margin = MarginOfError.Of(input.Population.Margin);
        if ((confidence.Refusal ?? margin.Refusal) is { } refusal)
        {
            return refusal;
        }

        var plan = new SamplePlan(
            input.Name,
            input.Population.FirstYear,
            input.Population.LastYear,
            confidence.Value,
            margin.Value,
            input.ChosenSize,
            input.SizeReason,
            input.Seed,
            input.IsStratified
        );
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var drawn = await DrawAsync(context, plan, input.Population.SnapshotNumber, by, cancellation);
            if (!drawn.IsDone)
            {
                return drawn;
            }

            try
            {
                await context.SaveAsync(by, time.Now(), cancellation);
                return drawn;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Two samples drawn at once took the same number: take the next one.
                await using var probe = await contexts.CreateDbContextAsync(cancellation);
                if (!await probe.AuditSamples.AnyAsync(sample => sample.Number == drawn.Value, cancellation))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Adds the sample with its cases to the context; nothing is saved yet.</summary>
    private async Task<Outcome<int>> DrawAsync(
        ScrBudgetContext context,
        SamplePlan plan,
        int snapshotNumber,
        Person by,
        CancellationToken cancellation
    )
    {
        var snapshot = await SnapshotQueries.FindAsync(context, snapshotNumber, by, cancellation);
        if (!snapshot.IsDone)
        {
            return snapshot.Refusal;
        }

        var (first, last) = (plan.FirstYear, plan.LastYear);
        var population = await SamplePopulation.CountAsync(context, snapshotNumber, first, last, cancellation);
        var number = 1 + (await context.AuditSamples.MaxAsync(one => (int?)one.Number, cancellation) ?? 0);
        var begun = AuditSample.Begin(number, plan, snapshot.Value, population, by, time.Now());
        if (!begun.IsDone)
        {
            return begun.Refusal;
        }

        var sample = begun.Value;
        var categories = await SamplePopulation.CategoriesAsync(context, cancellation);
        var draw = new SampleDraw(sample.Seed, sample.Size, sample.IsStratified);
        var cases = SamplePopulation.ReadAsync(context, snapshotNumber, first, last, categories, cancellation);
        await foreach (var (caseNumber, categoryCode) in cases)
        {
            draw.Add(caseNumber, categoryCode);
        }

        var drawn = draw.Complete(categories);
        if (!drawn.IsDone)
        {
            return drawn.Refusal;
        }

        sample.Complete(drawn.Value);
        context.Add(sample);
        context.AddRange(await CasesAsync(context, sample, drawn.Value, cancellation));
        return number;
    }

    private static async Task<List<SampledCase>> CasesAsync(
        ScrBudgetContext context,
        AuditSample sample,
        DrawnSample drawn,
        CancellationToken cancellation
    )
    {
        ILookup<string, ScrRecord> scrs = await SamplePopulation.ScrsAsync(
            context,
            sample.SnapshotNumber,
            sample.FirstYear,
            sample.LastYear,
            drawn.Cases.Select(one => one.CaseNumber),
            cancellation
        );
        return [.. drawn.Cases.Select((one, i) => new SampledCase(sample, i + 1, one, scrs[one.CaseNumber]))];
    }
}
