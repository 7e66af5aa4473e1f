using System.Diagnostics;

namespace ScrBudget.Bench;

/// <summary>How often something is run.</summary>
/// <param name="WarmUps">Runs before the measured ones.</param>
/// <param name="Measured">Runs that count.</param>
/// <param name="Limit">Warming up, and measuring again, end after this time, if at least three runs are done.</param>
internal sealed record Plan(int WarmUps, int Measured, TimeSpan Limit)
{
    public const int Fewest = 3;

    /// <summary>For what takes milliseconds: enough that the runtime has compiled the hot code a second time.</summary>
    public static Plan Short { get; } = new(WarmUps: 300, Measured: 300, TimeSpan.FromSeconds(15));
}

/// <summary>Runs something in this process, first to warm it up, then with the clock.</summary>
internal static class Stopclock
{
    public static async Task<Runs> MeasureAsync(Plan plan, Func<Task> run, CancellationToken cancellation)
    {
        await RepeatAsync(plan.WarmUps, plan.Limit, run, cancellation);
        var use = ProcessUse.Start();
        return use.Over(await RepeatAsync(plan.Measured, plan.Limit, run, cancellation));
    }

    public static Task<Runs> MeasureAsync(Plan plan, Action run, CancellationToken cancellation) =>
        MeasureAsync(
            plan,
            () =>
            {
                run();
                return Task.CompletedTask;
            },
            cancellation
        );

    public static async Task<double> TimeAsync(Func<Task> run)
    {
        var start = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<List<double>> RepeatAsync(
        int runs,
        TimeSpan limit,
        Func<Task> run,
        CancellationToken cancellation
    )
    {
        var times = new List<double>(runs);
        var start = Stopwatch.GetTimestamp();
        while (times.Count < runs && (times.Count < Plan.Fewest || Stopwatch.GetElapsedTime(start) < limit))
        {
            cancellation.ThrowIfCancellationRequested();
            times.Add(await TimeAsync(run));
        }

        return times;
    }
}
