using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Exploring;

namespace ScrBudget.Application.ScrData.Exploring;

/// <summary>A view of the explorer: what was chosen, and its numbers as they may be shown.</summary>
public sealed record Exploration(ChosenView Chosen, StatisticTable Table);

/// <summary>What a view can be chosen from.</summary>
/// <param name="Snapshots">Newest first; candidates only for those who import.</param>
public sealed record ViewOptions(CategoryCatalogue Catalogue, IReadOnlyList<Snapshot> Snapshots);

/// <summary>Counts a view: every row in every fiscal year, with totals.</summary>
public sealed class ExploreStatistics(
    IDbContextFactory<ScrBudgetContext> contexts,
    QueryStatistic statistics,
    SnapshotQueries snapshots
)
{
    /// <returns>Refused with the field of the choice that has to be mended.</returns>
    public async Task<Outcome<Exploration>> ExecuteAsync(ViewChoice choice, Person by, CancellationToken cancellation)
    {
        var chosen = await FindAsync(choice, by, cancellation);
        if (!chosen.IsDone)
        {
            return chosen.Refusal;
        }

        var rows = chosen.Value.View.RowQueries(chosen.Value.Catalogue);
        var asked = await statistics.AskAsync(
            [chosen.Value.View.Query, .. rows.Select(row => row.Query)],
            new SnapshotChoice(chosen.Value.Snapshot.Number, chosen.Value.Edition),
            by,
            cancellation
        );
        return asked.IsDone
            ? new Exploration(
                chosen.Value,
                new StatisticTable(
                    chosen.Value.View,
                    asked.Value[0],
                    [.. rows.Zip(asked.Value.Skip(1), (row, statistic) => (row.Name, statistic))]
                )
            )
            : asked.Refusal;
    }

    public async Task<Outcome<ViewOptions>> OptionsAsync(Person by, CancellationToken cancellation)
    {
        var listed = await snapshots.ListAsync(by, cancellation);
        if (!listed.IsDone)
        {
            return listed.Refusal;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return new ViewOptions(
            await CategoryCatalogues.LoadAsync(context, cancellation),
            [.. listed.Value.Where(snapshot => snapshot.Status != SnapshotStatus.Discarded)]
        );
    }

    private async Task<Outcome<ChosenView>> FindAsync(ViewChoice choice, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ReadScrStatistics))
        {
            return ScrDataRefusals.NotAllowed(by, "read SCR statistics");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await ChosenView.FindAsync(context, choice, by, cancellation);
    }
}
