using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Cycles;

/// <param name="BasedOn">The version that was on the screen; null where there was no material yet.</param>
public sealed record SaveTrainingInput(int BudgetYear, TrainingAudience Audience, TrainingText Text, Guid? BasedOn);

/// <summary>Writes or revises the training of a cycle's authors or analysts.</summary>
public sealed class SaveTraining(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public async Task<Outcome> ExecuteAsync(SaveTrainingInput input, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ManageCycles))
        {
            return CycleRefusals.NotAllowed(by, "write training");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await context.Cycles.AnyAsync(cycle => cycle.BudgetYear == input.BudgetYear, cancellation))
        {
            return CycleRefusals.NotFound(input.BudgetYear);
        }

        var at = time.Now();
        var training = await context.Training.FindAsync([input.BudgetYear, input.Audience], cancellation);
        if (training is null)
        {
            var created = Training.Create(new FiscalYear(input.BudgetYear), input.Audience, input.Text, by.Name, at);
            if (!created.IsDone)
            {
                return created.Refusal;
            }

            context.Training.Add(created.Value);
        }
        else if (training.Revise(input.Text, input.BasedOn ?? Guid.Empty, by.Name, at).Refusal is { } refusal)
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
            var now = await probe.Training.FindAsync([input.BudgetYear, input.Audience], cancellation);
            if (now is null || now.Version == training?.Version)
            {
                throw;
            }

            return Training.Changed(now.RevisedBy);
        }
    }
}
