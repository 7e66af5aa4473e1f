using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>What several use cases of SCR data refuse.</summary>
internal static class ScrDataRefusals
{
    public static Refusal AnotherImportRuns { get; } =
        new(
            "another-import-runs",
            "Another import took this snapshot number at the same moment. Nothing was imported; try again."
        );

    /// <summary>A year in progress would count as complete.</summary>
    public static Refusal AsOfInFuture(DateOnly asOf) =>
        new(
            "as-of-in-future",
            $"The as-of date {StatisticWording.Date(asOf)} lies in the future: give the day of the export."
        );

    public static Refusal NotAllowed(Person by, string what) => new("not-allowed", $"{by.Name} may not {what}.");

    public static Refusal AlreadyImported(Snapshot same) =>
        new(
            "extract-already-imported",
            $"This file was imported before, as snapshot {same.Number} ({same.FileName}, as of {same.AsOf:yyyy-MM-dd}). Nothing was imported."
        );

    public static Refusal NoSnapshot(int number) => new("snapshot-not-found", $"There is no snapshot {number}.");

    public static Refusal NonePublished { get; } =
        new(
            "no-published-snapshot",
            "No snapshot is published yet. The data steward imports an extract and publishes it."
        );
}
