namespace ScrBudget.Domain.ScrData;

/// <summary>What a request may cite: the one rule of attaching a statistic and of recommending one.</summary>
public static class Citability
{
    /// <returns>Null where a request may cite what this edition of the snapshot answers.</returns>
    /// <param name="edition">The validated edition that is counted; 0 for the snapshot as published.</param>
    public static Refusal? CannotBeCitedFrom(this StatisticQuery query, Snapshot snapshot, int edition) =>
        query.Problem() is { } problem ? problem
        : query.CategoryCode is null
            ? new Refusal("category-missing", "A statistic that a request cites names its category.")
        : snapshot.Status != SnapshotStatus.Published
            ? new Refusal("snapshot-not-published", $"Snapshot {snapshot.Number} is not published: it cannot be cited.")
        : edition < 0 || edition > snapshot.LatestEdition
            ? new Refusal(
                "edition-not-found",
                $"Snapshot {snapshot.Number} has no edition {edition}; its newest is {snapshot.LatestEdition}."
            )
        : !query.Years.Any(snapshot.Covers)
            // Its figure would print as "fewer than 5": a year without data is never 0 (domain.md section 5).
            ? new Refusal(
                "years-not-covered",
                $"Snapshot {snapshot.Number} covers FY {snapshot.FirstFiscalYear} to FY {snapshot.LastFiscalYear}: choose years among them."
            )
        : null;
}
