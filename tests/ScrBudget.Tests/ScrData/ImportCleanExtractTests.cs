using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>The supplied extract, imported once for all of these.</summary>
public sealed class CleanImport : IAsyncLifetime
{
    internal ScrDatabase Database { get; } = new();

    internal Imported Result { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Result = (await Database.PublishAsync(ScrDatabase.CleanExtract())).Value;

    public ValueTask DisposeAsync()
    {
        Database.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class ImportCleanExtractTests(CleanImport import) : IClassFixture<CleanImport>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Import_OfTheCleanExtract_TakesEveryRecord()
    {
        Assert.Equal(8_275, import.Result.Rows);
        Assert.Equal(8_275, import.Result.Records);
        Assert.Equal(5_016, import.Result.Cases);
        Assert.Empty(import.Result.Errors);
        Assert.Equal(1, import.Result.SnapshotNumber);
        Assert.True(import.Result.IsPublished);
    }

    [Fact]
    public void Import_OfTheCleanExtract_WarnsOfResultsWhoseCaseWasOpenedBefore()
    {
        Assert.Equal(642, import.Result.Warnings.Count);
        Assert.All(
            import.Result.Warnings,
            warning => Assert.Equal(ProblemCodes.NoEarlierInitialInvestigation, warning.Code)
        );
        Assert.Equal(import.Result.Warnings.OrderBy(warning => warning.Row), import.Result.Warnings);
    }

    [Theory]
    [InlineData("TCAC", 1_238, 803)]
    [InlineData("transnational crimes against children", 1_238, 803)]
    [InlineData(null, 3_488, 2_260)]
    public async Task Statistic_ForSixYears_CountsReportsAndDistinctCases(string? category, int scrs, int cases)
    {
        var statistic = await import.Database.AskAsync(ScrDatabase.Ask(category, 2017, 2022));

        Assert.Equal(scrs, statistic.Scrs);
        Assert.Equal(cases, statistic.Cases);
        Assert.Equal(new ScrCounts(scrs, cases, 0, 0, scrs), statistic.Total);
    }

    [Fact]
    public async Task Statistic_ByYear_HasThePublishedResultsAndCasesThatDoNotAddUp()
    {
        var statistic = await import.Database.AskAsync(ScrDatabase.Ask(null, 2017, 2022));

        Assert.Equal(
            [420, 347, 322, 618, 698, 1_083],
            statistic.CoveredYears.Select(year => statistic.ScrsIn(year)!.Value)
        );
        Assert.Equal(3_120, statistic.CoveredYears.Sum(year => statistic.CasesIn(year)));
        Assert.Equal(2_260, statistic.Cases);
    }

    [Fact]
    public async Task Records_AreStoredAsTheyStandInTheFile()
    {
        await using var context = import.Database.CreateDbContext();
        var record = await context.ScrRecords.SingleAsync(scr => scr.ScrNumber == "SCR-2017-00004", Cancellation);

        Assert.Equal(5, record.Row);
        Assert.Equal("C-100292", record.CaseNumber);
        Assert.Equal(ScrType.InitialInvestigation, record.Type);
        Assert.Equal("TCAC", record.CategoryCode);
        Assert.Equal("Travelling child sex offenders", record.Subcategory);
        Assert.Equal(new DateOnly(2016, 10, 3), record.ApprovedOn);
        Assert.Equal(2017, record.FiscalYear);
        Assert.Equal(TcoInvolvement.NotRecorded, record.TcoInvolvement);
        Assert.Null(record.HasAssociation);
        Assert.Null(record.CrossesBorders);
        Assert.Equal("SAC Echo", record.Office);
        Assert.Equal(8_275, await context.ScrRecords.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Snapshot_KnowsFileYearsAndCounts_AndItsAuditChainHolds()
    {
        await using var context = import.Database.CreateDbContext();
        var snapshot = await context.Snapshots.SingleAsync(Cancellation);
        var entries = await context.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync(Cancellation);

        Assert.Equal(SnapshotStatus.Published, snapshot.Status);
        Assert.Equal((2017, 2022), (snapshot.FirstFiscalYear, snapshot.LastFiscalYear));
        Assert.Equal((8_275, 5_016), (snapshot.RecordCount, snapshot.CaseCount));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(ScrDatabase.CleanExtract())),
            snapshot.Extracts.Single().FileSha256
        );
        Assert.Equal(["Imported", "Published"], entries.Select(entry => entry.Action));
        Assert.Empty(Domain.Audit.AuditChain.Verify(snapshot.AuditSubject, entries, snapshot.Audit));
        Assert.True(snapshot.IsComplete(new FiscalYear(2022)));
    }

    [Fact]
    public async Task Import_OfTheSameFileAgain_IsRefusedAndNamesTheSnapshot()
    {
        var again = await import.Database.PublishAsync(ScrDatabase.CleanExtract());

        Assert.Equal("extract-already-imported", again.Refusal?.Code);
        Assert.Contains("snapshot 1", again.Refusal!.Message, StringComparison.Ordinal);
        await using var context = import.Database.CreateDbContext();
        Assert.Equal(1, await context.Snapshots.CountAsync(Cancellation));
    }
}
