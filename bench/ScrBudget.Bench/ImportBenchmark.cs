using System.Runtime.CompilerServices;
using ScrBudget.TestSupport;

namespace ScrBudget.Bench;

/// <summary>A synthetic extract from its file to the published snapshot, each time into an empty, migrated database.</summary>
internal static class ImportBenchmark
{
    private const int Records = 100_000;
    private const int WarmUpRecords = 20_000;
    private const int ImportsOfMany = 5;
    private const int ImportsOfAMillion = 3;

    public static Benchmark Import { get; } = new("import", "SCR import with every check", RunAsync);

    private static async IAsyncEnumerable<Result> RunAsync(
        BenchRun run,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return new Result(
            What(Records, "SQLite"),
            new Bar(1_500, 380),
            await ImportAsync(Database.OnSqliteAsync, Records, ImportsOfMany, cancellation)
        );
        if (run.Options.Large)
        {
            yield return new Result(
                What(ScrData.LargeRecords, "SQLite"),
                new Bar(15_000, 2_600),
                await ImportAsync(Database.OnSqliteAsync, ScrData.LargeRecords, ImportsOfAMillion, cancellation)
            );
        }

        var (server, problem) = await ScrData.StartPostgreSqlAsync(cancellation);
        if (server is null)
        {
            yield return Result.NotMeasured(What(Records, "PostgreSQL"), problem);
            yield break;
        }

        await using (server)
        {
            yield return new Result(
                What(Records, "PostgreSQL"),
                null,
                await ImportAsync(
                    stop => Database.OnPostgreSqlAsync(server, stop),
                    Records,
                    ImportsOfMany,
                    cancellation
                ),
                "a server that does not wait for its disk; its own memory is not counted"
            );
        }
    }

    private static string What(int records, string database) => $"SCR import of {records:N0} rows, {database}";

    private static async Task<Runs> ImportAsync(
        Func<CancellationToken, Task<Database>> makeDatabase,
        int records,
        int imports,
        CancellationToken cancellation
    )
    {
        using var folder = new TemporaryFolder();
        var fewer = await ScrData.WriteExtractAsync(folder, WarmUpRecords);
        await using (var warmUp = await makeDatabase(cancellation))
        {
            await ScrData.ImportAsync(warmUp, fewer, WarmUpRecords, cancellation);
        }

        var extract = await ScrData.WriteExtractAsync(folder, records);
        var runs = new List<Runs>();
        for (var i = 0; i < imports; i++)
        {
            await using var database = await makeDatabase(cancellation);
            var use = ProcessUse.Start();
            var time = await Stopclock.TimeAsync(() => ScrData.ImportAsync(database, extract, records, cancellation));
            runs.Add(use.Over([time]));
        }

        return Runs.Together(runs);
    }
}
