using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Cycles;

/// <param name="Edition">The edition of the material that was on the screen.</param>
public sealed record AcknowledgeTrainingInput(int BudgetYear, TrainingAudience Audience, int Edition);

/// <summary>A person has read the training that concerns them; a second time changes nothing.</summary>
public sealed class AcknowledgeTraining(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public async Task<Outcome> ExecuteAsync(AcknowledgeTrainingInput input, Person by, CancellationToken cancellation)
    {
        if (!input.Audience.Concerns(by.Roles))
        {
            return CycleRefusals.NotAllowed(by, "acknowledge training that is for other roles");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var training = await context.Training.FindAsync([input.BudgetYear, input.Audience], cancellation);
        if (training is null)
        {
            return new Refusal("training-not-found", $"There is no such training for FY {input.BudgetYear}.");
        }

        if (await IsDoneAsync(context, input, by, cancellation))
        {
            return Outcome.Done;
        }

        if (training.Edition != input.Edition)
        {
            return new Refusal(
                "training-changed",
                $"{training.RevisedBy} has revised the training since you opened it. It is shown as it now stands: read it, then acknowledge it."
            );
        }

        var at = time.Now();
        context.TrainingCompletions.Add(new TrainingCompletion(training, by, at));
        try
        {
            await context.SaveAsync(by, at, cancellation);
        }
        catch (DbUpdateException)
        {
            // Two windows of one person: it is acknowledged either way. Anything else is a fault.
            await using var probe = await contexts.CreateDbContextAsync(cancellation);
            if (!await IsDoneAsync(probe, input, by, cancellation))
            {
                throw;
            }
        }

        return Outcome.Done;
    }

    private static Task<bool> IsDoneAsync(
        ScrBudgetContext context,
        AcknowledgeTrainingInput input,
        Person by,
        CancellationToken cancellation
    ) =>
        context.TrainingCompletions.AnyAsync(
            one => one.BudgetYear == input.BudgetYear && one.Audience == input.Audience && one.AccountId == by.Id,
            cancellation
        );
}
