using ScrBudget.Application.ScrData;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.TestSupport;

/// <summary>Snapshots that follow the first one of a <see cref="TestSystem"/>, by the steward's use cases.</summary>
public static class SnapshotSteps
{
    /// <summary>Publishes another invented extract: of another seed, its figures are others.</summary>
    public static Task PublishAnotherAsync(this TestSystem system, ulong seed) =>
        system.PublishAsync(SyntheticExtract.Create(SyntheticExtract.PublishedScrs, seed));

    public static async Task PublishAsync(this TestSystem system, Stream extract) =>
        RequestDrafts.MustBeDone(
            (
                await system
                    .Get<ImportScrExtract>()
                    .ExecuteAsync(
                        new ImportScrExtractInput(
                            [new ExtractToImport(extract, "another.csv")],
                            SyntheticExtract.AsOf,
                            IsSynthetic: true,
                            SyntheticExtract.Quality
                        )
                        {
                            Again = true,
                        },
                        People.Steward,
                        CancellationToken.None
                    )
            ).Refusal
        );

    public static async Task WithdrawSnapshotAsync(this TestSystem system, int snapshot) =>
        RequestDrafts.MustBeDone(
            (
                await system
                    .Get<WithdrawSnapshot>()
                    .ExecuteAsync(
                        new WithdrawSnapshotInput(snapshot, "The export was cut short."),
                        People.Steward,
                        CancellationToken.None
                    )
            ).Refusal
        );
}
