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
            $"{(same.Extracts.Count == 1 ? "This file was" : "These files were")} imported before, as snapshot {same.Number} ({same.FileNames}, as of {same.AsOf:yyyy-MM-dd}). Nothing was imported. If columns or categories were mended since, choose to import again."
        );

    public static Refusal NoCategories { get; } =
        new("no-categories", "The database holds no SCR categories yet. Run: scrbudget database migrate.");

    public static Refusal NumberOfExtracts(int maximum) =>
        new("number-of-extracts", $"Give 1 to {maximum} files: together they are one export.");

    /// <summary>Names the file, where there is more than one.</summary>
    public static Refusal In(string fileName, Refusal refusal, int files) =>
        files == 1 ? refusal : refusal with { Message = $"{fileName}: {refusal.Message}" };

    public static Refusal TooManyErrors(IReadOnlyList<ExtractReading> readings, int maximum) =>
        new(
            "extract-too-many-errors",
            $"More than {maximum:N0} errors in {readings.Sum(reading => reading.Rows):N0} rows: this does not look like an SCR extract. Nothing was imported."
        )
        {
            Details =
            [
                .. readings.SelectMany(reading => reading.FirstErrors).Take(ExtractReading.NamedErrors).Select(Place),
            ],
        };

    /// <summary>Where a problem stands, in a line: <c>Row 7, SCR Type: …</c></summary>
    public static string Place(ExtractProblem problem) =>
        problem.Column.Length == 0
            ? $"Row {problem.Row}: {problem.Message}"
            : $"Row {problem.Row}, {problem.Column}: {problem.Message}";

    public static Refusal NoSnapshot(int number) => new("snapshot-not-found", $"There is no snapshot {number}.");

    public static Refusal NoEdition(Snapshot snapshot, int edition) =>
        new(
            "edition-not-found",
            $"Snapshot {snapshot.Number} has no edition {edition}; its newest is {snapshot.LatestEdition} (0 is the snapshot as published)."
        );

    public static Refusal Changed(int snapshotNumber) =>
        new(
            "snapshot-changed",
            $"Somebody else has just changed snapshot {snapshotNumber}. Look at it again before you go on."
        );

    public static Refusal NonePublished { get; } =
        new(
            "no-published-snapshot",
            "No snapshot is published yet. The data steward imports an extract and publishes it."
        );
}
