using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Storage;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Data.Tests.Storage;

/// <summary>A process killed in the middle of a migration or of the demo: the next start finishes its work.</summary>
public sealed class KilledProcessTests(SharedPostgreSql postgres) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Before these database commands: in the migration, in the reference data, in the requests.</summary>
    public static TheoryData<int> Moments => [2, 60, 180];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task KilledOnSqlite_TheNextStartFinishes(int command)
    {
        var choice = NewFile();
        Assert.Equal(
            DyingProcess.Killed,
            await DyingProcess.StartAsync(DyingTask.LoadDemo, $"sqlite:{choice.Target}", command, Cancellation)
        );

        await AssertFinishesAsync(choice);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(110)]
    public async Task KilledOnPostgreSql_TheNextStartFinishes(int command)
    {
        var choice = await postgres.NewDatabaseAsync();
        Assert.Equal(
            DyingProcess.Killed,
            await DyingProcess.StartAsync(DyingTask.LoadDemo, $"postgresql:{choice.Target}", command, Cancellation)
        );

        await AssertFinishesAsync(choice);
    }

    [Fact]
    public async Task LockThatADeadMigrationLeft_IsRecovered()
    {
        var choice = NewFile();
        Assert.Equal(
            DyingProcess.Killed,
            await DyingProcess.StartAsync(DyingTask.LoadDemo, $"sqlite:{choice.Target}", 12, Cancellation)
        );
        await using var system = TestSystem.Over(choice);
        await using (var context = system.CreateContext())
        {
            // The proof that there is something to recover.
            Assert.Equal(
                1,
                await context
                    .Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM __EFMigrationsLock")
                    .SingleAsync(Cancellation)
            );
        }

        await system.Get<PrepareDatabase>().ExecuteAsync(Cancellation);

        await using var after = system.CreateContext();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync(Cancellation));
        Assert.Equal(8, await after.ScrCategories.CountAsync(Cancellation));
    }

    [Fact]
    public async Task FileThatWasThereEmpty_GetsTheWriteAheadLogToo()
    {
        var choice = NewFile();
        await File.WriteAllBytesAsync(choice.Target, [], Cancellation);
        await using var system = TestSystem.Over(choice);

        await system.Get<PrepareDatabase>().ExecuteAsync(Cancellation);

        await using var context = system.CreateContext();
        Assert.Equal(
            "wal",
            await context
                .Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode")
                .SingleAsync(Cancellation)
        );
    }

    [Fact]
    public async Task PlaceThatCannotBeWritten_IsAFailure_NotAWaitWithoutEnd()
    {
        // The file beside the database, by which programs take turns, would have a name that is too long.
        var choice = DatabaseChoice.Parse($"sqlite:{folder.File(new string('x', 250))}").Value;
        await using var system = TestSystem.Over(choice);

        await Assert.ThrowsAsync<PathTooLongException>(() => system.Get<PrepareDatabase>().ExecuteAsync(Cancellation));
    }

    private DatabaseChoice NewFile() => DatabaseChoice.Parse($"sqlite:{folder.File("scrbudget.db")}").Value;

    private static async Task AssertFinishesAsync(DatabaseChoice choice)
    {
        await using var system = TestSystem.Over(choice);
        await system.Get<LoadDemo>().ExecuteAsync(withSite: true, cancellation: Cancellation);

        var verification = (await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value;
        Assert.Empty(verification.Problems);
        await using var context = system.CreateContext();
        Assert.Equal(DemoPeople.All.Count, await context.Users.CountAsync(Cancellation));
        Assert.Equal(2, await context.Snapshots.CountAsync(Cancellation));
        Assert.Equal(8275, await context.ScrRecords.CountAsync(record => record.SnapshotNumber == 1, Cancellation));
        var requests = await context.Requests.OrderBy(request => request.Number).ToListAsync(Cancellation);
        Assert.Equal(
            ["FY2020-CCU-001", "FY2020-CEIU-001", "FY2022-VAP-001", "FY2029-VAP-001"],
            requests.Select(request => request.Number)
        );
        Assert.Equal(
            [8_800_000L, 10_600_000, 3_000_000, requests[3].Cost(5).Request.Dollars],
            requests.Select(request => request.Cost(5).Request.Dollars)
        );
        Assert.Equal([1, 1, 3, 0], requests.Select(request => request.Figures.Count));
        Assert.All(requests.Take(3), request => Assert.Equal(RequestStatus.Submitted, request.Status));
    }
}
