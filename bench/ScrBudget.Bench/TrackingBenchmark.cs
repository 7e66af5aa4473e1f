using System.Runtime.CompilerServices;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Tracking;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Bench;

/// <summary>
/// Tracking, its lists and cross-checks, and the list that queues are made of, over the demo and a generated cycle of 128
/// requests: the first time, when every request is read and derived, later times, and after one request has changed.
/// </summary>
internal static class TrackingBenchmark
{
    public const int Requests = 128;

    private static readonly Bar Bar = new(60, 25, Judged.P95, LimitTo: 45);
    private static readonly Plan Later = new(WarmUps: 50, Measured: 200, TimeSpan.FromSeconds(10));

    public static Benchmark Tracking { get; } =
        new("tracking", $"tracking and queues over {Requests} generated requests and the demo", RunAsync);

    private static async IAsyncEnumerable<Result> RunAsync(
        BenchRun run,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var database = await Database.WithDemoAsync(path: null, cancellation);
        var filled = ProcessUse.Start();
        var filling = await Stopclock.TimeAsync(async () => await GenerateAsync(database, cancellation));
        yield return new Result($"generating {Requests} requests", null, filled.Over([filling]));

        var first = ProcessUse.Start();
        var firstTime = await Stopclock.TimeAsync(async () => await CountAsync(database, cancellation));
        yield return new Result(
            "tracking, the first time",
            null,
            first.Over([firstTime]),
            "not a page's bar: once for each start"
        );

        (string What, Func<Task> Run)[] readings =
        [
            ("all requests, as queues read them", () => ReadAsync(database, cancellation)),
            ("tracking", () => CountAsync(database, cancellation)),
            ("list behind a figure", () => ListAsync(database, cancellation)),
            ("cross-checks of a cycle", () => CheckAsync(database, cancellation)),
        ];
        foreach (var (what, reading) in readings)
        {
            yield return new Result(
                $"{what}, later times",
                Bar,
                await Stopclock.MeasureAsync(Later, reading, cancellation)
            );
        }
    }

    /// <summary>The generated cycle, in the demo's open call.</summary>
    public static async Task GenerateAsync(Database database, CancellationToken cancellation) =>
        _ = (
            await database
                .Get<GenerateRequests>()
                .ExecuteAsync(
                    new GenerateRequestsInput(Requests, LoadDemo.OpenCall, Seed: 1),
                    Person.SystemOperator,
                    cancellation
                )
        ).Value;

    private static Task<IReadOnlyList<RequestDigest>> ReadAsync(Database database, CancellationToken cancellation) =>
        database.Get<RequestDigests>().ReadAsync(Person.SystemOperator, budgetYear: null, cancellation);

    private static async Task CountAsync(Database database, CancellationToken cancellation) =>
        _ = (
            await database
                .Get<ReadTracking>()
                .ExecuteAsync(
                    new ReadTrackingInput(new TrackingScope(), LatestYear: true),
                    Person.SystemOperator,
                    cancellation
                )
        ).Value;

    private static async Task ListAsync(Database database, CancellationToken cancellation) =>
        _ = (
            await database
                .Get<ListTracked>()
                .ExecuteAsync(
                    new ListTrackedInput(new TrackingScope(), CountedAs.Transmitted),
                    Person.SystemOperator,
                    cancellation
                )
        ).Value;

    private static async Task CheckAsync(Database database, CancellationToken cancellation) =>
        _ = (
            await database
                .Get<CrossCheckCycle>()
                .ExecuteAsync(LoadDemo.OpenCall.Year, Person.SystemOperator, cancellation)
        ).Value;
}
