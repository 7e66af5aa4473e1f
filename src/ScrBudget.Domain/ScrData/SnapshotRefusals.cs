using System.Globalization;

namespace ScrBudget.Domain.ScrData;

/// <summary>What a snapshot refuses.</summary>
internal static class SnapshotRefusals
{
    public static Refusal ReasonTooLong { get; } =
        new(
            "reason-too-long",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The explanation has at most {Snapshot.ReasonLength:N0} characters."
            )
        );

    public static Refusal NotACandidate(Snapshot snapshot, string what) =>
        snapshot.Status == SnapshotStatus.Discarded
            ? new Refusal("snapshot-discarded", $"Snapshot {snapshot.Number} was discarded: it cannot be {what}.")
            : new Refusal(
                "snapshot-already-published",
                $"Snapshot {snapshot.Number} is already published and cannot be {what}."
            );

    public static Refusal NotPublished(Snapshot snapshot) =>
        new(
            "snapshot-not-published",
            $"Snapshot {snapshot.Number} is {snapshot.Status.ToString().ToLowerInvariant()}: this takes a published one."
        );

    public static Refusal? ReasonProblem(string reason)
    {
        if (reason.Length == 0)
        {
            return new Refusal("reason-missing", "Say why, in a sentence.");
        }

        return reason.Length > Snapshot.ReasonLength ? ReasonTooLong : null;
    }
}
