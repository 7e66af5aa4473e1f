using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Cycles;

/// <param name="BasedOn">The cycle's version that was on the screen.</param>
public sealed record ReviseCycleInput(int BudgetYear, CycleSettings Settings, Guid BasedOn);

/// <summary>Replaces the settings of a data call.</summary>
public sealed class ReviseCycle(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public async Task<Outcome> ExecuteAsync(ReviseCycleInput input, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ManageCycles))
        {
            return CycleRefusals.NotAllowed(by, "revise a data call");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycle = await context.Cycles.FindAsync([input.BudgetYear], cancellation);
        if (cycle is null)
        {
            return CycleRefusals.NotFound(input.BudgetYear);
        }

        var at = time.Now();
        var revised = cycle.Revise(input.Settings, input.BasedOn, by, at);
        if (!revised.IsDone)
        {
            return revised;
        }

        var refusal =
            await OfficesProblemAsync(context, cycle, cancellation)
            ?? await TrainingProblemAsync(context, cycle, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        if (!context.ChangeTracker.HasChanges())
        {
            return Outcome.Done;
        }

        try
        {
            await context.SaveAsync(by, at, cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // Somebody else saved between reading and saving; anything else is a fault.
            await using var probe = await contexts.CreateDbContextAsync(cancellation);
            var now = await probe
                .Cycles.AsNoTracking()
                .SingleAsync(one => one.BudgetYear == input.BudgetYear, cancellation);
            if (now.Version == input.BasedOn)
            {
                throw;
            }

            return BudgetCycle.Changed(now.RevisedBy);
        }
    }

    private static async Task<Refusal?> OfficesProblemAsync(
        ScrBudgetContext context,
        BudgetCycle cycle,
        CancellationToken cancellation
    )
    {
        var known = await context.Offices.Select(office => office.Code).ToListAsync(cancellation);
        return cycle.InvitedOffices.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? new Refusal("office-unknown", $"There is no office {unknown} to invite.") { Field = "invited-offices" }
            : null;
    }

    /// <summary>Nobody could meet a requirement to read what is not there.</summary>
    private static async Task<Refusal?> TrainingProblemAsync(
        ScrBudgetContext context,
        BudgetCycle cycle,
        CancellationToken cancellation
    )
    {
        var written = await context
            .Training.Where(training => training.BudgetYear == cycle.BudgetYear)
            .Select(training => training.Audience)
            .ToListAsync(cancellation);
        foreach (var audience in TrainingAudiences.All.Where(cycle.Requires).Except(written))
        {
            return new Refusal(
                "training-not-written",
                $"There is no training for {audience.Title().ToLowerInvariant()} yet: write it on the cycle's training page, then require it."
            )
            {
                Field = audience == TrainingAudience.Authors ? "author-training" : "analyst-training",
            };
        }

        return null;
    }
}
