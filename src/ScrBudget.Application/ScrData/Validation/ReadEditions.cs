using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Validation;

namespace ScrBudget.Application.ScrData.Validation;

/// <summary>Disruptions and dismantlements of a fiscal year: all, and those that count as TCO involvement: yes.</summary>
public sealed record EditionYear(FiscalYear Year, ScrCounts AsPublished, ScrCounts Latest, ScrCounts Next);

/// <param name="Made">Newest first.</param>
/// <param name="Waiting">Exclusions that wait for a second person.</param>
/// <param name="NextExclusions">Records that the next edition would leave out.</param>
/// <param name="NextConfirmations">Records that it would count as confirmed.</param>
/// <param name="Years">The effect on the measure's counts.</param>
public sealed record EditionsReading(
    Snapshot Snapshot,
    IReadOnlyList<ValidatedEdition> Made,
    int Waiting,
    int NextExclusions,
    int NextConfirmations,
    bool NextDiffers,
    IReadOnlyList<EditionYear> Years
);

/// <summary>The editions of a snapshot, and what the next one would change in the measure.</summary>
public sealed class ReadEditions(IDbContextFactory<ScrBudgetContext> contexts, QueryStatistic statistics)
{
    /// <param name="snapshotNumber">Null for the current one.</param>
    public async Task<Outcome<EditionsReading>> ExecuteAsync(
        int? snapshotNumber,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ReadScrRecords))
        {
            return ScrDataRefusals.NotAllowed(by, "read validated editions");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = await SnapshotQueries.FindAsync(context, snapshotNumber, by, cancellation);
        if (!found.IsDone)
        {
            return found.Refusal;
        }

        var snapshot = found.Value;
        var made = await context
            .ValidatedEditions.AsNoTracking()
            .Where(edition => edition.SnapshotNumber == snapshot.Number)
            .OrderByDescending(edition => edition.Number)
            .ToListAsync(cancellation);
        var waiting = await context.RecordSettlements.CountAsync(
            one => one.SnapshotNumber == snapshot.Number && one.State == SettlementState.ExclusionProposed,
            cancellation
        );
        var next = await context.NextChangesAsync(snapshot, cancellation);
        var latest = await context.ChangesAsync(snapshot.Number, snapshot.LatestEdition, cancellation);
        return new EditionsReading(
            snapshot,
            made,
            waiting,
            next.Count(change => change.CountsAs is null),
            next.Count(change => change.CountsAs is not null),
            ValidatedEdition.HashOf(next) != ValidatedEdition.HashOf(latest),
            await YearsAsync(context, snapshot, next, by, cancellation)
        );
    }

    private async Task<IReadOnlyList<EditionYear>> YearsAsync(
        ScrBudgetContext context,
        Snapshot snapshot,
        List<EditionChange> next,
        Person by,
        CancellationToken cancellation
    )
    {
        var query = new StatisticQuery(
            null,
            null,
            new FiscalYear(
                Math.Max(snapshot.FirstFiscalYear, snapshot.LastFiscalYear - StatisticQuery.MaximumYears + 1)
            ),
            new FiscalYear(snapshot.LastFiscalYear)
        );
        var asPublished = await statistics.AskAsync(query, new SnapshotChoice(snapshot.Number, 0), by, cancellation);
        var latest = await statistics.AskAsync(query, new SnapshotChoice(snapshot.Number), by, cancellation);
        var numbers = next.Select(change => change.ScrNumber).ToList();
        var edition = new EditionRecords(next);
        var changed = await context
            .ScrRecords.AsNoTracking()
            .Where(record => record.SnapshotNumber == snapshot.Number && numbers.Contains(record.ScrNumber))
            .ToListAsync(cancellation);
        return
        [
            .. asPublished.Value.CoveredYears.Select(year => new EditionYear(
                year,
                asPublished.Value.ExactIn(year),
                latest.Value.ExactIn(year),
                changed
                    .Where(record => record.FiscalYear == year.Year && record.Type != ScrType.InitialInvestigation)
                    .Aggregate(asPublished.Value.ExactIn(year), (counts, record) => Apply(counts, record, edition))
            )),
        ];
    }

    /// <summary>Reports only: how many distinct cases remain shows when the edition is made.</summary>
    private static ScrCounts Apply(ScrCounts counts, ScrRecord record, EditionRecords edition)
    {
        var without = Add(counts with { Scrs = counts.Scrs - 1 }, record.TcoInvolvement, -1);
        return edition.Counts(record)
            ? Add(without with { Scrs = without.Scrs + 1 }, edition.CountsAs(record), 1)
            : without;
    }

    private static ScrCounts Add(ScrCounts counts, TcoInvolvement tco, int number) =>
        tco switch
        {
            TcoInvolvement.Yes => counts with { TcoYes = counts.TcoYes + number },
            TcoInvolvement.No => counts with { TcoNo = counts.TcoNo + number },
            _ => counts with { TcoNotRecorded = counts.TcoNotRecorded + number },
        };
}
