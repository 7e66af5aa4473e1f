using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.Storage;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Data.Tests.ScrData;

/// <summary>The synthetic extract on a real SQLite file and a real PostgreSQL, each migrated as a program does it.</summary>
public sealed class ImportOnEveryDatabaseTests : IAsyncLifetime
{
    private readonly TemporarySqliteDatabase sqlite = new();
    private PostgreSqlServer? postgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => postgres = await PostgreSqlServer.StartAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        sqlite.Dispose();
        await postgres!.DisposeAsync();
    }

    [Fact]
    public async Task Import_AndStatistics_AreTheSameOnSqliteAndPostgreSql()
    {
        var onSqlite = await ImportAndAskAsync(sqlite.Setting);
        var onPostgres = await ImportAndAskAsync($"postgresql:{await postgres!.CreateDatabaseAsync(Cancellation)}");

        Assert.Equal(onSqlite, onPostgres);
        Assert.Contains("null Results 2017-2022: 3488 in 2371", onSqlite);
        Assert.Contains("TCAC Results 2017-2022: 1203 in 833", onSqlite);
    }

    [Fact]
    public async Task Import_ThatIsRefusedAtItsEnd_LeavesNothing_OnSqliteAndPostgreSql()
    {
        string[] settings = [sqlite.Setting, $"postgresql:{await postgres!.CreateDatabaseAsync(Cancellation)}"];
        foreach (var setting in settings)
        {
            await using var services = await PrepareAsync(setting);
            var extract = SyntheticExtract.Create(2_000, 1);
            extract.Seek(0, SeekOrigin.End);
            extract.Write("SCR-X,\"never closed"u8);

            var outcome = await ImportAsync(services, extract);

            Assert.Equal("extract-quote-not-closed", outcome.Refusal?.Code);
            await using var context = await services
                .GetRequiredService<IDbContextFactory<ScrBudgetContext>>()
                .CreateDbContextAsync(Cancellation);
            Assert.Equal(0, await context.ScrRecords.CountAsync(Cancellation));
            Assert.Equal(0, await context.Snapshots.CountAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Import_OfOneFileTwiceAtOnce_MakesOneSnapshot_OnSqliteAndPostgreSql()
    {
        string[] settings = [sqlite.Setting, $"postgresql:{await postgres!.CreateDatabaseAsync(Cancellation)}"];
        foreach (var setting in settings)
        {
            await using var services = await PrepareAsync(setting);

            var outcomes = await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(_ => Task.Run(() => ImportAsync(services, SyntheticExtract.Create(2_000, 1)), Cancellation))
            );

            Assert.Single(outcomes, outcome => outcome.IsDone);
            Assert.All(
                outcomes.Where(outcome => !outcome.IsDone),
                outcome =>
                    Assert.Contains(
                        outcome.Refusal!.Code,
                        (string[])["extract-already-imported", "another-import-runs"]
                    )
            );
            await using var context = await services
                .GetRequiredService<IDbContextFactory<ScrBudgetContext>>()
                .CreateDbContextAsync(Cancellation);
            Assert.Equal(2_000, await context.ScrRecords.CountAsync(Cancellation));
        }
    }

    private static async Task<List<string>> ImportAndAskAsync(string setting)
    {
        await using var services = await PrepareAsync(setting);
        var imported = (await ImportAsync(services, SyntheticExtract.Create(8_275, 1))).Value;
        var answers = new List<string>
        {
            $"{imported.Records} records, {imported.Cases} cases, {imported.Warnings} warnings",
        };
        var queries =
            from category in ScrCategories.Initial().Select(category => category.Code).Append(null)
            from measure in Enum.GetValues<Measure>()
            select new StatisticQuery(category, null, new FiscalYear(2017), new FiscalYear(2022), measure);
        var statistics = await services
            .GetRequiredService<QueryStatistic>()
            .AskAsync([.. queries], null, Person.SystemOperator, Cancellation);
        foreach (var statistic in statistics.Value)
        {
            var years = statistic.CoveredYears.Select(year =>
                $"{year.Year} {statistic.ScrsIn(year)}/{statistic.CasesIn(year)}"
            );
            answers.Add(
                $"{statistic.Query.CategoryCode ?? "null"} {statistic.Query.Measure} 2017-2022: {statistic.Total.Scrs} in {statistic.Total.Cases}"
            );
            answers.AddRange(years);
        }

        return answers;
    }

    private static Task<Domain.Outcome<ImportResult>> ImportAsync(ServiceProvider services, Stream extract) =>
        services
            .GetRequiredService<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [new(extract, "extract.csv")],
                    SyntheticExtract.AsOf,
                    IsSynthetic: true,
                    SyntheticExtract.Quality
                ),
                Person.SystemOperator,
                Cancellation
            );

    private static async Task<ServiceProvider> PrepareAsync(string setting)
    {
        var services = new ServiceCollection().AddScrBudget(DatabaseChoice.Parse(setting).Value).BuildServiceProvider();
        await services.GetRequiredService<PrepareDatabase>().ExecuteAsync(Cancellation);
        return services;
    }
}
