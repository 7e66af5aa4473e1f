using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Application.ScrData.Sampling;

/// <summary>Which sampled case, and the version that the person saw.</summary>
public sealed record SampledCaseInput(int SampleNumber, int Order, Guid BasedOn);

/// <summary>The way of every write to a sampled case: authorise, load, let the rule decide, save with its audit entry.</summary>
internal sealed class ChangeSampledCase(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    /// <param name="what">For the refusal: <c>adjudicate a sampled case</c>.</param>
    public async Task<Outcome> ExecuteAsync(
        SampledCaseInput input,
        Permission permission,
        string what,
        Func<SampledCase, DateTime, Outcome> change,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(permission))
        {
            return ScrDataRefusals.NotAllowed(by, what);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = await context.SampledCases.FirstOrDefaultAsync(
            one => one.SampleNumber == input.SampleNumber && one.Order == input.Order,
            cancellation
        );
        if (found is null)
        {
            return SampleRefusals.NoCase(input.SampleNumber, input.Order);
        }

        var at = time.Now();
        var changed = change(found, at);
        if (!changed.IsDone || !context.ChangeTracker.HasChanges())
        {
            return changed;
        }

        try
        {
            await context.SaveAsync(by, at, cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // The version, or the next audit entry, was taken by a save in between.
            if (await HasMovedOnAsync(input, cancellation))
            {
                return SampledCase.Changed;
            }

            throw;
        }
    }

    private async Task<bool> HasMovedOnAsync(SampledCaseInput input, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return !await context.SampledCases.AnyAsync(
            one => one.SampleNumber == input.SampleNumber && one.Order == input.Order && one.Version == input.BasedOn,
            cancellation
        );
    }
}

public sealed record TestSampledCaseInput(SampledCaseInput Case, IReadOnlyList<ScrTests> Tests);

/// <summary>Keeps the answers to the two tests of a case's SCRs.</summary>
public sealed class TestSampledCase(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(TestSampledCaseInput input, Person by, CancellationToken cancellation) =>
        new ChangeSampledCase(contexts, time).ExecuteAsync(
            input.Case,
            Permission.DrawSamples,
            "test a sampled case",
            (one, at) => one.Test(input.Tests, input.Case.BasedOn, by, at),
            by,
            cancellation
        );
}

/// <param name="Agrees">Null where nothing was chosen yet, which is refused.</param>
public sealed record RespondToSampledCaseInput(SampledCaseInput Case, bool? Agrees, string? Text);

/// <summary>Keeps what the component says to the tests of a case.</summary>
public sealed class RespondToSampledCase(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(RespondToSampledCaseInput input, Person by, CancellationToken cancellation) =>
        new ChangeSampledCase(contexts, time).ExecuteAsync(
            input.Case,
            Permission.RespondToSamples,
            "respond to a sampled case",
            (one, at) => one.Respond(input.Agrees, input.Text, input.Case.BasedOn, by, at),
            by,
            cancellation
        );
}

/// <param name="Results">One for each SCR of the case.</param>
public sealed record AdjudicateSampledCaseInput(
    SampledCaseInput Case,
    IReadOnlyList<AdjudicatedScr> Results,
    string? Reasons
);

/// <summary>Settles what a sampled case is.</summary>
public sealed class AdjudicateSampledCase(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(AdjudicateSampledCaseInput input, Person by, CancellationToken cancellation) =>
        new ChangeSampledCase(contexts, time).ExecuteAsync(
            input.Case,
            Permission.DrawSamples,
            "adjudicate a sampled case",
            (one, at) => one.Adjudicate(input.Results, input.Reasons, input.Case.BasedOn, by, at),
            by,
            cancellation
        );
}

public sealed record ReopenSampledCaseInput(SampledCaseInput Case, string? Reason);

/// <summary>Takes an adjudicated result back.</summary>
public sealed class ReopenSampledCase(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(ReopenSampledCaseInput input, Person by, CancellationToken cancellation) =>
        new ChangeSampledCase(contexts, time).ExecuteAsync(
            input.Case,
            Permission.DrawSamples,
            "reopen a sampled case",
            (one, _) => one.Reopen(input.Reason, input.Case.BasedOn),
            by,
            cancellation
        );
}
