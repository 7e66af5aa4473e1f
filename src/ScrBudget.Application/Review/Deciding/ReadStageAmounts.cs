using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Review.Deciding;

namespace ScrBudget.Application.Review.Deciding;

/// <summary>All that one stage said of a request, the last of which counts.</summary>
public sealed record StageCell(string Stage, IReadOnlyList<StageEntry> Entries)
{
    /// <summary>Null where the stage gave no amount.</summary>
    public StageEntry? Last => Entries is [.., var last] ? last : null;
}

/// <param name="Cells">One for each stage, in the order of the process.</param>
public sealed record StageRow(RequestDigest Request, IReadOnlyList<StageCell> Cells);

/// <param name="Stages">In the order of the process.</param>
/// <param name="Later">The ones of these whose amounts are entered.</param>
/// <param name="MayEnter">May this person enter amounts and removals?</param>
public sealed record StageAmountsReading(
    BudgetCycle Cycle,
    IReadOnlyList<string> Stages,
    IReadOnlyList<string> Later,
    IReadOnlyList<StageRow> Rows,
    bool MayEnter
)
{
    /// <summary>Sum of the amounts that a stage gave; null where it gave none.</summary>
    public Money? Total(string stage)
    {
        var given = Rows.SelectMany(row => row.Cells)
            .Where(cell => cell.Stage == stage)
            .Select(cell => cell.Last)
            .OfType<StageEntry>()
            .ToList();
        return given.Count == 0 ? null : given.Aggregate(Money.Zero, (sum, entry) => sum + entry.Dollars);
    }
}

/// <summary>The amounts of every request of a budget year, stage beside stage; withdrawn and merged ones are left out.</summary>
public sealed class ReadStageAmounts(IDbContextFactory<ScrBudgetContext> contexts, RequestDigests digests)
{
    public async Task<Outcome<StageAmountsReading>> ExecuteAsync(
        int budgetYear,
        Person by,
        CancellationToken cancellation = default
    )
    {
        if (!by.Can(Permission.ReadTracking))
        {
            return RequestRefusals.NotAllowed;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycle = await context
            .Cycles.AsNoTracking()
            .SingleOrDefaultAsync(known => known.BudgetYear == budgetYear, cancellation);
        if (cycle is null)
        {
            return DecidingRefusals.NoCycle(budgetYear);
        }

        var requests = (await digests.ReadAsync(by, budgetYear, cancellation))
            .Where(request => request.Status is not (RequestStatus.Withdrawn or RequestStatus.Merged))
            .ToList();
        var stages = cycle.Stages;
        // An amount stays beside the others when its stage is taken out of the cycle.
        string[] all =
        [
            .. stages,
            .. requests
                .SelectMany(request => request.Amounts)
                .Select(amount => amount.Stage)
                .Distinct(StringComparer.Ordinal)
                .Except(stages, StringComparer.Ordinal),
        ];
        return new StageAmountsReading(
            cycle,
            all,
            CycleStages.Later(cycle),
            [
                .. requests.Select(request => new StageRow(
                    request,
                    [
                        .. all.Select(stage => new StageCell(
                            stage,
                            StageEntry.OfStage(stage, request.HandedInAmounts, request.Amounts)
                        )),
                    ]
                )),
            ],
            by.Can(Permission.DecideRequests)
        );
    }
}
