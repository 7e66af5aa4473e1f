using System.Runtime.CompilerServices;
using ScrBudget.TestSupport;

namespace ScrBudget.Bench;

/// <summary>From starting the process until the sign-in page is read.</summary>
internal static class StartBenchmark
{
    private const int FirstStarts = 3;
    private const int LaterStarts = 5;
    private static readonly Bar Bar = new(3_000, 1_000);

    public static Benchmark Start { get; } = new("start", "start to first page of the published site", RunAsync);

    private static async IAsyncEnumerable<Result> RunAsync(
        BenchRun run,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var site = await run.PublishedSiteAsync(cancellation);
        var first = new List<Runs>();
        for (var i = 0; i < FirstStarts; i++)
        {
            using var newData = new TemporaryFolder();
            first.Add(await StartAsync(site, newData.FullPath, cancellation));
        }

        yield return Line("start to first page, no database yet", first) with
        {
            Remark =
                "the database is made and migrated; the program's files are in the system's cache after the first run",
        };

        using var data = new TemporaryFolder();
        await StartAsync(site, data.FullPath, cancellation);
        var later = new List<Runs>();
        for (var i = 0; i < LaterStarts; i++)
        {
            later.Add(await StartAsync(site, data.FullPath, cancellation));
        }

        yield return Line("start to first page, database there", later);
    }

    private static async Task<Runs> StartAsync(string published, string data, CancellationToken cancellation)
    {
        using var client = new HttpClient();
        RunningSite? site = null;
        try
        {
            var time = await Stopclock.TimeAsync(async () =>
            {
                site = await RunningSite.StartAsync(published, data, cancellation);
                await client.GetStringAsync(new Uri(site.Address, "/sign-in"), cancellation);
            });
            return new Runs([time], site!.CpuMilliseconds(), AllocatedBytes: null, site.PeakBytes());
        }
        finally
        {
            if (site is not null)
            {
                await site.DisposeAsync();
            }
        }
    }

    private static Result Line(string what, List<Runs> starts) => new(what, Bar, Runs.Together(starts));
}
