using ScrBudget.Application.Cycles;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Tracking;

/// <summary>Who has read the training of a call, and who has not; whoever is in both audiences counts in each.</summary>
/// <param name="RequiredOf">The audiences that must have read it before they submit or review.</param>
public sealed record TrainingCount(BudgetCycle Cycle, IReadOnlyList<TrainingAudience> RequiredOf, int Done, int NotYet);

/// <summary>Counts the training of the calls, as <see cref="ReadTraining.WhoAsync"/> lists it.</summary>
public sealed class CountTraining(ReadTraining training, ListCycles cycles)
{
    /// <summary>The latest budget year first; the worked examples have no training.</summary>
    public async Task<Outcome<IReadOnlyList<TrainingCount>>> ExecuteAsync(
        TrackingScope scope,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var counts = new List<TrainingCount>();
        foreach (var cycle in (await cycles.ExecuteAsync(cancellation)).Where(cycle => Includes(scope, cycle)))
        {
            var who = await training.WhoAsync(cycle.BudgetYear, search: null, isDone: null, by, cancellation);
            if (!who.IsDone)
            {
                return who.Refusal;
            }

            var done = who.Value.Count(line => line.AcknowledgedAt is not null);
            counts.Add(
                new TrainingCount(cycle, [.. TrainingAudiences.All.Where(cycle.Requires)], done, who.Value.Count - done)
            );
        }

        return counts;
    }

    private static bool Includes(TrackingScope scope, BudgetCycle cycle) =>
        !cycle.IsWorkedExample
        && (scope.SubmissionYear is null || scope.SubmissionYear == cycle.SubmissionYear)
        && (scope.BudgetYear is null || scope.BudgetYear == cycle.BudgetYear);
}
