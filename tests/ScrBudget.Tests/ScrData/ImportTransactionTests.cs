using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>All of an import or nothing; who may import, publish and ask.</summary>
public sealed class ImportTransactionTests : IDisposable
{
    private readonly ScrDatabase database = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ScrRecords", "NEW.ScrNumber LIKE '%-00900'")]
    [InlineData("AuditEntries", "NEW.\"Action\" = 'Published'")]
    public async Task Import_WhenAWriteFails_LeavesNothingAndTheNumberFree(string table, string when)
    {
        await using (var context = database.CreateDbContext())
        {
            // EF1002: both parts are this test's own words.
#pragma warning disable EF1002
            await context.Database.ExecuteSqlRawAsync(
                $"CREATE TRIGGER Fail BEFORE INSERT ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
                Cancellation
            );
#pragma warning restore EF1002
        }

        var failure = await Assert.ThrowsAnyAsync<Exception>(() =>
            database.PublishAsync(SyntheticExtract.Create(1_000, 1))
        );

        Assert.Contains("the disk is full", failure.GetBaseException().Message, StringComparison.Ordinal);
        await AssertEmptyAsync();
        await using (var context = database.CreateDbContext())
        {
            await context.Database.ExecuteSqlRawAsync("DROP TRIGGER Fail", Cancellation);
        }

        Assert.Equal(1, (await database.PublishAsync(SyntheticExtract.Create(1_000, 1))).Value.SnapshotNumber);
    }

    [Fact]
    public async Task Import_ThatIsCancelled_LeavesNothing()
    {
        using var stop = new CancellationTokenSource();
        var input = new ImportScrExtractInput(
            [new(SyntheticExtract.Create(25_000, 1), "extract.csv")],
            ScrDatabase.AsOf,
            IsSynthetic: true,
            ScrDatabase.Quality,
            new StopAtFirstReport(stop)
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            database.Import.ExecuteAsync(input, ScrDatabase.Steward, stop.Token)
        );

        await AssertEmptyAsync();
    }

    [Fact]
    public async Task Import_FromAStreamThatReadsOnce_IsTheSame()
    {
        var packed = new MemoryStream();
        await using (var pack = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await SyntheticExtract.Create(500, 3).CopyToAsync(pack, Cancellation);
        }

        packed.Position = 0;
        await using var once = new GZipStream(packed, CompressionMode.Decompress);

        Assert.Equal(500, (await database.PublishAsync(once)).Value.Records);
        Assert.Equal(
            "extract-already-imported",
            (await database.PublishAsync(SyntheticExtract.Create(500, 3))).Refusal?.Code
        );
    }

    [Fact]
    public async Task Import_OfASecondExtract_TakesTheNextNumber_AndTheHighestPublishedOneIsCurrent()
    {
        await database.PublishAsync(SyntheticExtract.Create(100, 1));
        await database.PublishAsync(SyntheticExtract.Create(100, 2));
        var third = await database.Import.ExecuteAsync(
            new ImportScrExtractInput(
                [new(SyntheticExtract.Create(100, 3), "third.csv")],
                ScrDatabase.AsOf,
                IsSynthetic: true
            ),
            ScrDatabase.Steward,
            Cancellation
        );

        Assert.Equal((3, false), (third.Value.SnapshotNumber, third.Value.IsPublished));
        var snapshots = new SnapshotQueries(database);
        Assert.Equal(2, (await snapshots.CurrentAsync(ScrDatabase.Analyst, Cancellation)).Value.Number);
        Assert.Equal(
            "snapshot-not-found",
            (await snapshots.ByNumberAsync(3, ScrDatabase.Analyst, Cancellation)).Refusal?.Code
        );
        Assert.Equal(
            [2, 1],
            (await snapshots.ListAsync(ScrDatabase.Analyst, Cancellation)).Value.Select(one => one.Number)
        );
        Assert.Equal(
            [3, 2, 1],
            (await snapshots.ListAsync(ScrDatabase.Steward, Cancellation)).Value.Select(one => one.Number)
        );

        var publish = new PublishSnapshot(database, TimeProvider.System);
        var input = new PublishSnapshotInput(3, ScrDatabase.Quality);
        Assert.True((await publish.ExecuteAsync(input, ScrDatabase.Steward, Cancellation)).IsDone);
        Assert.Equal(3, (await snapshots.CurrentAsync(ScrDatabase.Analyst, Cancellation)).Value.Number);
        Assert.Equal(
            "snapshot-already-published",
            (await publish.ExecuteAsync(input, ScrDatabase.Steward, Cancellation)).Refusal?.Code
        );
    }

    [Fact]
    public async Task Publish_WithoutAllFiveStatements_IsRefused_AndSoIsAnImportThatWouldPublish()
    {
        var incomplete = ScrDatabase.Quality with { Limitations = " " };
        await database.Import.ExecuteAsync(
            new ImportScrExtractInput(
                [new(SyntheticExtract.Create(50, 1), "a.csv")],
                ScrDatabase.AsOf,
                IsSynthetic: true
            ),
            ScrDatabase.Steward,
            Cancellation
        );
        var published = await new PublishSnapshot(database, TimeProvider.System).ExecuteAsync(
            new PublishSnapshotInput(1, incomplete),
            ScrDatabase.Steward,
            Cancellation
        );
        var imported = await database.Import.ExecuteAsync(
            new ImportScrExtractInput(
                [new(SyntheticExtract.Create(50, 2), "b.csv")],
                ScrDatabase.AsOf,
                IsSynthetic: true,
                incomplete
            ),
            ScrDatabase.Steward,
            Cancellation
        );

        Assert.Equal("quality-statements-missing", published.Refusal?.Code);
        Assert.Equal("quality-statements-missing", imported.Refusal?.Code);
    }

    [Fact]
    public async Task Publish_WithAStatementThatIsTooLong_IsRefused_AndControlCharactersAreRemoved()
    {
        var tooLong = ScrDatabase.Quality with { Sources = new string('x', QualityStatements.StatementLength + 1) };
        await database.Import.ExecuteAsync(
            new ImportScrExtractInput(
                [new(SyntheticExtract.Create(50, 1), "a\0.csv")],
                ScrDatabase.AsOf,
                IsSynthetic: true
            ),
            ScrDatabase.Steward,
            Cancellation
        );
        var publish = new PublishSnapshot(database, TimeProvider.System);

        var refused = await publish.ExecuteAsync(
            new PublishSnapshotInput(1, tooLong),
            ScrDatabase.Steward,
            Cancellation
        );
        var unclean = ScrDatabase.Quality with { Sources = "case\0 system" };
        var done = await publish.ExecuteAsync(new PublishSnapshotInput(1, unclean), ScrDatabase.Steward, Cancellation);

        Assert.Equal("quality-statement-too-long", refused.Refusal?.Code);
        Assert.True(done.IsDone);
        var snapshot = (await new SnapshotQueries(database).CurrentAsync(ScrDatabase.Analyst, Cancellation)).Value;
        Assert.Equal("case system", snapshot.Quality?.Sources);
        Assert.DoesNotContain('\0', snapshot.FileNames);
    }

    [Fact]
    public async Task Import_FromANamedSource_TakesTheColumnsThatWereMatchedForItLast()
    {
        var source = ExtractSource.Create("Field export").Value;
        Assert.True(source.Remember("""{"ApprovedDate":"Decided"}""").IsDone);
        await using (var context = database.CreateDbContext())
        {
            context.ExtractSources.Add(source);
            await context.SaveAsync(
                ScrDatabase.Steward,
                new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                Cancellation
            );
        }

        var header = ExtractText.Header.Replace("Approved Date", "Decided", StringComparison.Ordinal);
        var file = $"{header}\n{new ExtractLine("SCR-1")}\n";
        Assert.Equal("extract-columns-missing", (await ImportAsync(source: null)).Refusal?.Code);
        Assert.Equal(1, (await ImportAsync("Field export")).Value.Records);

        Task<Domain.Outcome<ImportResult>> ImportAsync(string? source) =>
            database.Import.ExecuteAsync(
                new ImportScrExtractInput(
                    [new(ExtractText.File(file), "field.csv", source)],
                    ScrDatabase.AsOf,
                    IsSynthetic: true
                ),
                ScrDatabase.Steward,
                Cancellation
            );
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Role_MayImportAndPublish_OnlyAsDataSteward_AndAskUnlessAdministrator(Role role)
    {
        var person = ScrDatabase.Holding(role);
        await database.PublishAsync(SyntheticExtract.Create(200, 1));
        var imported = await database.Import.ExecuteAsync(
            new ImportScrExtractInput(
                [new(SyntheticExtract.Create(200, 2), "a.csv")],
                ScrDatabase.AsOf,
                IsSynthetic: true
            ),
            person,
            Cancellation
        );
        var published = await new PublishSnapshot(database, TimeProvider.System).ExecuteAsync(
            new PublishSnapshotInput(2, ScrDatabase.Quality),
            person,
            Cancellation
        );
        var asked = await database.Statistics.AskAsync(
            ScrDatabase.Ask("TCAC", 2017, 2022),
            new SnapshotChoice(1),
            person,
            Cancellation
        );
        var current = await new SnapshotQueries(database).CurrentAsync(person, Cancellation);

        var (writes, reads) = (role == Role.ScrDataSteward, role != Role.Administrator);
        Assert.Equal(writes ? null : "not-allowed", imported.Refusal?.Code);
        Assert.Equal(writes ? null : "not-allowed", published.Refusal?.Code);
        Assert.Equal(reads ? null : "not-allowed", asked.Refusal?.Code);
        Assert.Equal(reads ? null : "not-allowed", current.Refusal?.Code);
        await using var context = database.CreateDbContext();
        Assert.Equal(writes ? 2 : 1, await context.Snapshots.CountAsync(Cancellation));
    }

    public void Dispose() => database.Dispose();

    private async Task AssertEmptyAsync()
    {
        await using var context = database.CreateDbContext();
        Assert.Equal(0, await context.Snapshots.CountAsync(Cancellation));
        Assert.Equal(0, await context.ScrRecords.CountAsync(Cancellation));
        Assert.Equal(0, await context.AuditEntries.CountAsync(Cancellation));
    }

    private sealed class StopAtFirstReport(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value) => stop.Cancel();
    }
}
