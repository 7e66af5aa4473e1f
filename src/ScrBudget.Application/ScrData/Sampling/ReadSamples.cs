using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Application.ScrData.Sampling;

/// <summary>A sample in the list.</summary>
/// <param name="Adjudicated">Cases adjudicated so far.</param>
public sealed record SampleLine(AuditSample Sample, int Adjudicated);

/// <summary>A sample with all its cases and what they come to.</summary>
/// <param name="Categories">All categories in their order.</param>
public sealed record SampleReading(
    AuditSample Sample,
    Snapshot Snapshot,
    IReadOnlyList<SampledCase> Cases,
    IReadOnlyList<ScrCategory> Categories
)
{
    public SampleFindings Findings { get; } = new(Sample, Cases);

    public string CategoryName(string code) =>
        Categories.FirstOrDefault(category => category.Code == code)?.Name ?? code;
}

/// <summary>One case of a sample.</summary>
public sealed record SampledCaseReading(
    AuditSample Sample,
    Snapshot Snapshot,
    SampledCase Case,
    IReadOnlyList<ScrCategory> Categories
)
{
    public string CategoryName(string code) =>
        Categories.FirstOrDefault(category => category.Code == code)?.Name ?? code;
}

/// <summary>Reads samples: case numbers stand in them, so that they are for those who may see records.</summary>
public sealed class ReadSamples(IDbContextFactory<ScrBudgetContext> contexts)
{
    /// <summary>Newest first.</summary>
    /// <param name="search">A part of the purpose, in any case; null for all.</param>
    public async Task<Outcome<IReadOnlyList<SampleLine>>> ListAsync(
        string? search,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ReadScrRecords))
        {
            return ScrDataRefusals.NotAllowed(by, "read samples");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var samples = await context
            .AuditSamples.AsNoTracking()
            .OrderByDescending(sample => sample.Number)
            .ToListAsync(cancellation);
        var adjudicated = await context
            .SampledCases.Where(one => one.AdjudicatedAt != null)
            .GroupBy(one => one.SampleNumber)
            .Select(group => new { Number = group.Key, Cases = group.Count() })
            .ToDictionaryAsync(group => group.Number, group => group.Cases, cancellation);
        return samples
            .Where(sample =>
                string.IsNullOrWhiteSpace(search)
                || sample.Name.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase)
            )
            .Select(sample => new SampleLine(sample, adjudicated.GetValueOrDefault(sample.Number)))
            .ToList();
    }

    public async Task<Outcome<SampleReading>> ByNumberAsync(int number, Person by, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = await FindAsync(context, number, by, cancellation);
        if (!found.IsDone)
        {
            return found.Refusal;
        }

        var (sample, snapshot) = found.Value;
        var cases = await context
            .SampledCases.AsNoTracking()
            .Where(one => one.SampleNumber == number)
            .OrderBy(one => one.Order)
            .ToListAsync(cancellation);
        return new SampleReading(sample, snapshot, cases, await CategoriesAsync(context, cancellation));
    }

    /// <param name="order">Place in the order of drawing, from 1.</param>
    public async Task<Outcome<SampledCaseReading>> CaseAsync(
        int number,
        int order,
        Person by,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = await FindAsync(context, number, by, cancellation);
        if (!found.IsDone)
        {
            return found.Refusal;
        }

        var (sample, snapshot) = found.Value;
        var one = await context
            .SampledCases.AsNoTracking()
            .FirstOrDefaultAsync(drawn => drawn.SampleNumber == number && drawn.Order == order, cancellation);
        return one is null
            ? SampleRefusals.NoCase(number, order)
            : new SampledCaseReading(sample, snapshot, one, await CategoriesAsync(context, cancellation));
    }

    private static async Task<Outcome<(AuditSample, Snapshot)>> FindAsync(
        ScrBudgetContext context,
        int number,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ReadScrRecords))
        {
            return ScrDataRefusals.NotAllowed(by, "read samples");
        }

        var sample = await context
            .AuditSamples.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Number == number, cancellation);
        if (sample is null)
        {
            return SampleRefusals.NoSample(number);
        }

        // Withdrawn since, it is still what was drawn from.
        var snapshot = await context
            .Snapshots.AsNoTracking()
            .FirstAsync(one => one.Number == sample.SnapshotNumber, cancellation);
        return (sample, snapshot);
    }

    private static Task<List<ScrCategory>> CategoriesAsync(ScrBudgetContext context, CancellationToken cancellation) =>
        context.ScrCategories.AsNoTracking().OrderBy(category => category.Order).ToListAsync(cancellation);
}
