using System.Runtime.CompilerServices;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Bench;

/// <summary>A statistic over a range of years, as the SCR prompt and the command line ask it: one category's results, and the widest question there is.</summary>
internal static class StatisticBenchmark
{
    private static readonly Bar Bar = new(20);
    private static readonly Plan Plan = new(WarmUps: 100, Measured: 200, TimeSpan.FromSeconds(10));
    private static readonly (FiscalYear First, FiscalYear Last) Years = (new(2017), new(2022));

    private static readonly (string What, StatisticQuery Query)[] Questions =
    [
        ("statistic of a category", new("TCAC", null, Years.First, Years.Last)),
        ("statistic of all records", new(null, null, Years.First, Years.Last, Measure.Approved)),
    ];

    public static Benchmark Statistic { get; } =
        new("statistic", "a statistic over the imported records, six fiscal years", RunAsync);

    private static async IAsyncEnumerable<Result> RunAsync(
        BenchRun run,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        List<int> sizes = run.Options.Large ? [ScrData.DemoRecords, ScrData.LargeRecords] : [ScrData.DemoRecords];
        foreach (var records in sizes)
        {
            await using var database = await Database.OnSqliteAsync(cancellation);
            await foreach (var result in AskAsync(database, "SQLite", records, cancellation))
            {
                yield return result;
            }
        }

        var (server, problem) = await ScrData.StartPostgreSqlAsync(cancellation);
        if (server is null)
        {
            yield return Result.NotMeasured("statistics, PostgreSQL", problem);
            yield break;
        }

        await using (server)
        {
            foreach (var records in sizes)
            {
                await using var database = await Database.OnPostgreSqlAsync(server, cancellation);
                await foreach (var result in AskAsync(database, "PostgreSQL", records, cancellation))
                {
                    yield return result;
                }
            }
        }
    }

    private static async IAsyncEnumerable<Result> AskAsync(
        Database database,
        string kind,
        int records,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        using var folder = new TemporaryFolder();
        var extract = await ScrData.WriteExtractAsync(folder, records);
        await ScrData.ImportAsync(database, extract, records, cancellation);
        var statistics = database.Get<QueryStatistic>();
        foreach (var (what, query) in Questions)
        {
            var runs = await Stopclock.MeasureAsync(
                Plan,
                async () => _ = (await statistics.AskAsync(query, null, Person.SystemOperator, cancellation)).Value,
                cancellation
            );
            yield return new Result($"{what}, {records:N0}, {kind}", Bar, runs);
        }
    }
}
