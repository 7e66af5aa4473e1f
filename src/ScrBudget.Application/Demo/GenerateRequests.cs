using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Application.ScrData;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Demo;

public sealed record GenerateRequestsInput(int Count, FiscalYear BudgetYear, ulong Seed);

/// <param name="ByStatus">How many of the generated requests ended in each status.</param>
public sealed record GeneratedRequests(
    int Count,
    FiscalYear BudgetYear,
    int SnapshotNumber,
    IReadOnlyDictionary<RequestStatus, int> ByStatus
);

/// <summary>
/// Invents requests of a cycle, at every step from draft to transmission, for trials and load tests. The same seed on the
/// same database gives the same requests. Their titles say that they are synthetic, and they go only where the SCR data is.
/// </summary>
public sealed class GenerateRequests(
    IDbContextFactory<ScrBudgetContext> contexts,
    SnapshotQueries snapshots,
    QueryStatistic statistics
)
{
    /// <summary>More than any trial needs.</summary>
    public const int Maximum = 5_000;

    /// <summary>Requests that one transaction holds.</summary>
    private const int AtOnce = 64;

    private static Refusal NotSynthetic { get; } =
        new(
            "snapshot-not-synthetic",
            "The current snapshot is not synthetic: invented requests do not go beside real data. Use another database."
        );

    public async Task<Outcome<GeneratedRequests>> ExecuteAsync(
        GenerateRequestsInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        if (!by.Can(Permission.Administer))
        {
            return new Refusal("not-allowed", "Only an administrator or the operator generates requests.");
        }

        if (input.Count is < 1 or > Maximum)
        {
            return new Refusal("requests-outside", $"Generate from 1 to {Maximum} requests.");
        }

        var current = await snapshots.CurrentAsync(by, cancellation);
        if (!current.IsDone)
        {
            return current.Refusal;
        }

        if (!current.Value.IsSynthetic)
        {
            return NotSynthetic;
        }

        var stage = await StageAsync(input.BudgetYear, current.Value, by, cancellation);
        if (!stage.IsDone)
        {
            return stage.Refusal;
        }

        var ended = new List<RequestStatus>(input.Count);
        foreach (var plans in SyntheticPlan.Of(input.Count, input.Seed, stage.Value.Offices).Chunk(AtOnce))
        {
            await using var probe = await contexts.CreateDbContextAsync(cancellation);
            // Where the provider repeats after a lost connection, these are told again, and come out the same.
            ended.AddRange(
                await probe
                    .Database.CreateExecutionStrategy()
                    .ExecuteAsync(async token => await TellAsync(plans, stage.Value, token), cancellation)
            );
        }

        return new GeneratedRequests(
            input.Count,
            input.BudgetYear,
            current.Value.Number,
            ended.CountBy(status => status).OrderBy(status => status.Key).ToDictionary()
        );
    }

    private async Task<List<RequestStatus>> TellAsync(
        SyntheticPlan[] plans,
        SyntheticStage stage,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var year = stage.Cycle.BudgetYear;
        var numbers = await context
            .Requests.Where(request => request.BudgetYear == year)
            .Select(request => request.Number)
            .ToListAsync(cancellation);
        var last = numbers
            .Select(number => RequestNumber.TryParse(number, out var parsed) ? parsed : null)
            .OfType<RequestNumber>()
            .GroupBy(number => number.OfficeCode, StringComparer.Ordinal)
            .ToDictionary(
                office => office.Key,
                office => office.Max(number => number.Sequence),
                StringComparer.Ordinal
            );
        var ended = new List<RequestStatus>(plans.Length);
        // Into one of the office's own; into the latest of another where there is none.
        string? latest = null;
        var takesIn = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var plan in plans)
        {
            var sequence = last[plan.OfficeCode] = last.GetValueOrDefault(plan.OfficeCode) + 1;
            var story = new SyntheticStory(plan, stage, context, cancellation);
            var request = await story.TellAsync(
                RequestNumber.Create(stage.Cycle.Year, plan.OfficeCode, sequence),
                plan.End == SyntheticEnd.Merged && (takesIn.GetValueOrDefault(plan.OfficeCode) ?? latest) is { } target
                    ? await context.Requests.AsSplitQuery().SingleAsync(known => known.Number == target, cancellation)
                    : null
            );
            ended.Add(request.Status);
            if (request.Status is RequestStatus.Draft or RequestStatus.InReview)
            {
                takesIn[plan.OfficeCode] = latest = request.Number;
            }

            // What is told is not looked at again: every save would search it for changes.
            context.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellation);
        return ended;
    }

    private async Task<Outcome<SyntheticStage>> StageAsync(
        FiscalYear budgetYear,
        Snapshot snapshot,
        Person by,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycle = await context.Cycles.FindAsync([budgetYear.Year], cancellation);
        if (cycle is { IsWorkedExample: true })
        {
            return new Refusal(
                "cycle-not-open",
                $"{budgetYear} holds one of the report's worked requests: choose another budget year."
            );
        }

        // As calls go out: two years ahead, in the autumn.
        var submission = cycle?.Submission ?? budgetYear.Plus(-2);
        if (DefaultYears.For(snapshot, submission) is not var (first, latest))
        {
            return new Refusal(
                "years-not-covered",
                $"Snapshot {snapshot.Number} covers no complete fiscal year before {submission}: choose a later budget year."
            );
        }

        if (cycle is null)
        {
            cycle = new BudgetCycle(
                budgetYear,
                submission,
                submission.FirstDay,
                new DateOnly(submission.Year, 2, 26),
                Marking.Budget
            );
            context.Add(cycle);
            await context.SaveAsync(
                by,
                submission.FirstDay.ToDateTime(new TimeOnly(13, 0), DateTimeKind.Utc),
                cancellation
            );
        }

        var categories = await CategoryCatalogues.LoadAsync(context, cancellation);
        var codes = categories.Categories.Select(category => category.Code).ToList();
        var answered = await statistics.AskAsync(
            [.. codes.Select(code => new StatisticQuery(code, null, first, latest))],
            new SnapshotChoice(snapshot.Number),
            by,
            cancellation
        );
        return answered.IsDone
            ? new SyntheticStage(
                cycle,
                await context.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync(cancellation),
                categories,
                snapshot,
                codes.Zip(answered.Value).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
            )
            : answered.Refusal;
    }
}
