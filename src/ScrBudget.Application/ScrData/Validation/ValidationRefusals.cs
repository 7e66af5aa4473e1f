using ScrBudget.Domain;

namespace ScrBudget.Application.ScrData.Validation;

internal static class ValidationRefusals
{
    public static Refusal NoneChosen(int maximum) =>
        new("no-record-chosen", $"Choose 1 to {maximum} records.") { Field = "records" };

    public static Refusal Unknown(IEnumerable<string> scrNumbers) =>
        new("record-unknown", $"Not on the worklist of this snapshot: {string.Join(", ", scrNumbers)}.");

    public static Refusal NotPublished(int snapshotNumber) =>
        new(
            "snapshot-not-published",
            $"Snapshot {snapshotNumber} is not published: there is nothing to validate before reporting."
        );

    public static Refusal Changed { get; } =
        new(
            "settlement-changed",
            "Somebody else has just decided about one of these records. Nothing was saved; look at the list again."
        );

    public static Refusal Waiting(IEnumerable<string> scrNumbers, int count) =>
        new(
            "exclusions-waiting",
            $"{count} proposed {(count == 1 ? "exclusion waits" : "exclusions wait")} for a second person: decide them before the edition is made."
        )
        {
            Details = [.. scrNumbers],
        };

    public static Refusal NothingChanged { get; } =
        new(
            "edition-unchanged",
            "Nothing was approved or confirmed since the last edition: a new one would be the same."
        );
}
