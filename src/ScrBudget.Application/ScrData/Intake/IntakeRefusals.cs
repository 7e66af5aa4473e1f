using ScrBudget.Domain;

namespace ScrBudget.Application.ScrData.Intake;

internal static class IntakeRefusals
{
    public static Refusal NotFound { get; } =
        new(
            "intake-not-found",
            "There is no such import under way. It was published, discarded or dropped; look at the snapshots."
        );

    public static Refusal TooLarge { get; } =
        new(
            "intake-too-large",
            $"The files have more than {IntakeStore.MaximumBytes >> 20} MB together. Import them with the command line, or fewer fiscal years at once."
        )
        {
            Field = "files",
        };

    public static Refusal Imported(int snapshotNumber) =>
        new(
            "intake-imported",
            $"These files were imported, as candidate {snapshotNumber}. Discard it, or go on with it."
        );

    public static Refusal NotImported { get; } =
        new("intake-not-imported", "These files were not imported yet: match their columns first.");
}
