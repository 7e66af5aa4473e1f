using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application;
using ScrBudget.Application.Audit;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Comparing;
using ScrBudget.Application.ScrData.Taxonomy;
using ScrBudget.Application.Storage;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Data.Tests.ScrData;

/// <summary>A candidate that differs in known rows from the current snapshot, on a real SQLite file and a real PostgreSQL.</summary>
public sealed class CompareOnEveryDatabaseTests : IAsyncLifetime
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
    public async Task Compare_FindsWhatWasAddedRemovedAndChanged_OnSqliteAndPostgreSql()
    {
        foreach (var setting in await SettingsAsync())
        {
            await using var services = await PrepareAsync(setting);
            var lines = await LinesAsync();
            await ImportAsync(services, lines, publish: true);
            var changed = lines.ToList();
            var removed = changed[2].Split(',')[0];
            changed.RemoveAt(2);
            changed[4] = WithOffice(changed[4], "SAC Elsewhere");
            changed[5] = WithOffice(changed[5], "SAC Elsewhere");
            changed.Add("SCR-NEW,C-NEW,Initial Investigation,National Security,,2022-03-01,,,,SAC Alpha");
            var candidate = await ImportAsync(services, changed, publish: false);

            var compared = await services
                .GetRequiredService<CompareSnapshots>()
                .ExecuteAsync(candidate, People.Steward, Cancellation);

            Assert.Null(compared.Refusal);
            Assert.Equal(
                (1, 1, 2),
                (compared.Value.Added.Count, compared.Value.Removed.Count, compared.Value.Changed.Count)
            );
            Assert.Equal("SCR-NEW", Assert.Single(compared.Value.Added.First).ScrNumber);
            Assert.Equal(removed, Assert.Single(compared.Value.Removed.First).ScrNumber);
            Assert.All(
                compared.Value.Changed.First,
                record => Assert.EndsWith("→ SAC Elsewhere", record.What, StringComparison.Ordinal)
            );
            Assert.Equal([2017, 2018, 2019, 2020, 2021, 2022], compared.Value.Years.Select(year => year.FiscalYear));
            Assert.False(compared.Value.OneIsSynthetic);
        }
    }

    [Fact]
    public async Task Decisions_AreStoredAndVerified_OnSqliteAndPostgreSql()
    {
        foreach (var setting in await SettingsAsync())
        {
            await using var services = await PrepareAsync(setting);
            var mapped = await services
                .GetRequiredService<MapCategory>()
                .ExecuteAsync(new MapCategoryInput("Sea crimes", "NS"), People.Steward, Cancellation);
            var added = await services
                .GetRequiredService<AddCategory>()
                .ExecuteAsync(
                    new NewCategory("SEA", "Offences at Sea", "Crimes at sea."),
                    People.Steward,
                    Cancellation
                );

            Assert.Null(mapped.Refusal);
            Assert.Null(added.Refusal);
            var verified = await services
                .GetRequiredService<VerifyEvidence>()
                .ExecuteAsync(People.Auditor, Cancellation);
            Assert.Empty(verified.Value.Problems);
        }
    }

    private async Task<string[]> SettingsAsync() =>
        [sqlite.Setting, $"postgresql:{await postgres!.CreateDatabaseAsync(Cancellation)}"];

    private static async Task<List<string>> LinesAsync()
    {
        using var reader = new StreamReader(SyntheticExtract.Create(2_000, 1));
        var text = await reader.ReadToEndAsync(Cancellation);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>Our own extracts end with the office.</summary>
    private static string WithOffice(string line, string office) =>
        string.Concat(line.AsSpan(0, line.LastIndexOf(',') + 1), office);

    private static async Task<int> ImportAsync(ServiceProvider services, IReadOnlyList<string> lines, bool publish)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        var imported = await services
            .GetRequiredService<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [new(content, "extract.csv")],
                    SyntheticExtract.AsOf,
                    IsSynthetic: true,
                    publish ? SyntheticExtract.Quality : null
                ),
                People.Steward,
                Cancellation
            );
        return imported.Value.SnapshotNumber;
    }

    private static async Task<ServiceProvider> PrepareAsync(string setting)
    {
        var services = new ServiceCollection().AddScrBudget(DatabaseChoice.Parse(setting).Value).BuildServiceProvider();
        await services.GetRequiredService<PrepareDatabase>().ExecuteAsync(Cancellation);
        return services;
    }
}
