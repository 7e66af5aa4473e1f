using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Cycles;

/// <param name="Versions">The latest first.</param>
/// <param name="Current">The one in force today; null where none is.</param>
public sealed record GuidanceReading(BudgetCycle Cycle, IReadOnlyList<Guidance> Versions, Guidance? Current);

/// <summary>An uploaded file of a version, as it was received.</summary>
public sealed record GuidanceContent(string FileName, string MediaType, byte[] Content);

/// <summary>The guidance of a data call, for who takes part in the budget and who audits it.</summary>
public sealed class ReadGuidance(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public async Task<Outcome<GuidanceReading>> ExecuteAsync(int budgetYear, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ReadCycles))
        {
            return CycleRefusals.NotAllowed(by, "read guidance");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycle = await context
            .Cycles.AsNoTracking()
            .SingleOrDefaultAsync(one => one.BudgetYear == budgetYear, cancellation);
        if (cycle is null)
        {
            return CycleRefusals.NotFound(budgetYear);
        }

        var versions = await context
            .Guidance.AsNoTracking()
            .Where(guidance => guidance.BudgetYear == budgetYear)
            .OrderByDescending(guidance => guidance.Number)
            .ToListAsync(cancellation);
        return new GuidanceReading(cycle, versions, Guidance.Current(versions, time.Today()));
    }

    /// <summary>The file of a version; refused where it is not the one that was uploaded any more.</summary>
    public async Task<Outcome<GuidanceContent>> FileAsync(
        int budgetYear,
        int number,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ReadCycles))
        {
            return CycleRefusals.NotAllowed(by, "read guidance");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var guidance = await context
            .Guidance.AsNoTracking()
            .SingleOrDefaultAsync(one => one.BudgetYear == budgetYear && one.Number == number, cancellation);
        var file = await context
            .GuidanceFiles.AsNoTracking()
            .SingleOrDefaultAsync(one => one.BudgetYear == budgetYear && one.Number == number, cancellation);
        if (guidance?.FileName is not { } name || file is null)
        {
            return new Refusal("guidance-file-not-found", "That version of the guidance has no file.");
        }

        return GuidanceUpload.HashOf(file.Content) == guidance.FileSha256
            ? new GuidanceContent(name, guidance.FileMediaType!, file.Content)
            : new Refusal(
                "guidance-file-altered",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file of version {number} is not the one that was uploaded: the database was changed from outside. Ask an administrator."
                )
            );
    }
}
