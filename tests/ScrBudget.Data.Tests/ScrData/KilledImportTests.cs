using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.Storage;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Data.Tests.ScrData;

/// <summary>Killed while it imports or publishes, a process leaves the old snapshots or the new one, whole.</summary>
public sealed class KilledImportTests(SharedPostgreSql postgres) : IDisposable
{
    private static readonly StatisticQuery Everything = new(
        null,
        null,
        new FiscalYear(2017),
        new FiscalYear(2022),
        Measure.Approved
    );

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("sqlite", nameof(DyingTask.ReadExtract), 20_000)]
    [InlineData("sqlite", nameof(DyingTask.ReadExtract), 60_000)]
    [InlineData("sqlite", nameof(DyingTask.ImportExtract), 6)]
    [InlineData("sqlite", nameof(DyingTask.ImportExtract), 11)]
    [InlineData("postgresql", nameof(DyingTask.ReadExtract), 60_000)]
    [InlineData("postgresql", nameof(DyingTask.ImportExtract), 9)]
    public async Task KilledDuringAnImport_TheOldSnapshotIsWhole_AndTheNextImportIsDone(
        string kind,
        string task,
        int moment
    )
    {
        await using var system = TestSystem.Over(await WithASnapshotAsync(kind));

        await DieAsync(system, Enum.Parse<DyingTask>(task), moment);

        await using (var context = system.CreateContext())
        {
            Assert.Equal([1], await context.Snapshots.Select(snapshot => snapshot.Number).ToListAsync(Cancellation));
            Assert.Equal(SyntheticExtract.PublishedScrs, await context.ScrRecords.CountAsync(Cancellation));
        }

        await AssertWholeAsync(system, current: 1, SyntheticExtract.PublishedScrs);
        Assert.Equal(2, (await DyingProcess.ImportAsync(system)).Value.SnapshotNumber);
    }

    [Theory]
    [InlineData("sqlite", 2)]
    [InlineData("sqlite", 3)]
    [InlineData("postgresql", 2)]
    public async Task KilledDuringPublication_TheCandidateIsPublishedOrNot_AndWhole(string kind, int command)
    {
        await using var system = TestSystem.Over(await WithASnapshotAsync(kind));
        Assert.Equal(2, (await DyingProcess.ImportAsync(system)).Value.SnapshotNumber);

        await DieAsync(system, DyingTask.Publish, command);

        await AssertWholeAsync(system, current: 1, SyntheticExtract.PublishedScrs);
        var published = await system
            .Get<PublishSnapshot>()
            .ExecuteAsync(new PublishSnapshotInput(2, SyntheticExtract.Quality), Person.SystemOperator, Cancellation);
        Assert.True(published.IsDone);
        await AssertWholeAsync(system, current: 2, DyingProcess.Records);
    }

    private static async Task DieAsync(TestSystem system, DyingTask task, int moment) =>
        Assert.Equal(
            DyingProcess.Killed,
            await DyingProcess.StartAsync(task, Setting(system.Database), moment, Cancellation)
        );

    private static string Setting(DatabaseChoice choice) =>
        choice.Kind == DatabaseKind.Sqlite ? $"sqlite:{choice.Target}" : $"postgresql:{choice.Target}";

    private static async Task AssertWholeAsync(TestSystem system, int current, int scrs)
    {
        var verification = await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation);
        Assert.Empty(verification.Value.Problems);
        var statistic = (
            await system.Get<QueryStatistic>().AskAsync(Everything, null, Person.SystemOperator, Cancellation)
        ).Value;
        Assert.Equal((current, scrs), (statistic.Snapshot.Number, statistic.Total.Scrs));
    }

    /// <summary>A database with the synthetic snapshot 1, published.</summary>
    private async Task<DatabaseChoice> WithASnapshotAsync(string kind)
    {
        if (kind == "sqlite")
        {
            await using var made = await TestSystem.CreateAsync();
            var path = folder.File("scrbudget.db");
            await File.WriteAllBytesAsync(path, await made.FileAsync(), Cancellation);
            return DatabaseChoice.Parse($"sqlite:{path}").Value;
        }

        var choice = await postgres.NewDatabaseAsync();
        await using var system = TestSystem.Over(choice);
        await system.Get<PrepareDatabase>().ExecuteAsync(Cancellation);
        await system
            .Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [
                        new ExtractToImport(
                            SyntheticExtract.Create(SyntheticExtract.PublishedScrs, SyntheticExtract.DemoSeed),
                            "first.csv"
                        ),
                    ],
                    SyntheticExtract.AsOf,
                    IsSynthetic: true,
                    SyntheticExtract.Quality
                ),
                Person.SystemOperator,
                Cancellation
            );
        return choice;
    }
}
