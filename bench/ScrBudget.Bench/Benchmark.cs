namespace ScrBudget.Bench;

/// <summary>Something that can be measured, as <c>--only</c> names it.</summary>
/// <param name="RunAsync">Gives one result for each line of the table.</param>
internal sealed record Benchmark(
    string Name,
    string Measures,
    Func<BenchRun, CancellationToken, IAsyncEnumerable<Result>> RunAsync
);

/// <summary>Which figure of the runs is held against the bar.</summary>
internal enum Judged
{
    Median,
    P95,
}

/// <summary>What the product sets itself, and what the bare engine did on two ordinary cores; in milliseconds.</summary>
internal sealed record Bar(
    double Milliseconds,
    double? Limit = null,
    Judged Judged = Judged.Median,
    double? LimitTo = null
);

/// <summary>One line of the table.</summary>
/// <param name="Bar">Null where none is set.</param>
/// <param name="Runs">Null where it could not be measured; <paramref name="Remark"/> says why.</param>
internal sealed record Result(string What, Bar? Bar, Runs? Runs, string Remark = "")
{
    public static Result NotMeasured(string what, string why) => new(what, null, null, $"not measured: {why}");

    public double? Figure =>
        Runs is null ? null
        : Bar?.Judged == Judged.P95 ? Runs.P95
        : Runs.Median;

    public string Verdict =>
        (Figure, Bar) switch
        {
            (null, _) => "not measured",
            (_, null) => "no bar",
            ({ } figure, { } bar) when figure <= bar.Milliseconds => "within",
            ({ } figure, { } bar) => $"over, {figure / bar.Milliseconds:0.0} times the bar",
        };
}

/// <summary>The times of the measured runs in milliseconds, and the memory that they took.</summary>
/// <param name="CpuMilliseconds">Processor time of one run, of the process that did the work: a busy machine changes it less.</param>
/// <param name="AllocatedBytes">Managed memory allocated by one run; null where another process did the work.</param>
/// <param name="PeakBytes">Largest working set, while this was measured, of the process that did the work.</param>
internal sealed record Runs(IReadOnlyList<double> Times, double CpuMilliseconds, long? AllocatedBytes, long PeakBytes)
{
    public int Count => Times.Count;

    public double Quickest => Times.Min();

    public double Median => At(0.50);

    public double P95 => At(0.95);

    /// <summary>Runs that were measured one by one.</summary>
    public static Runs Together(IReadOnlyList<Runs> runs) =>
        new(
            [.. runs.SelectMany(run => run.Times)],
            runs.Average(run => run.CpuMilliseconds),
            (long?)runs.Average(run => run.AllocatedBytes),
            runs.Max(run => run.PeakBytes)
        );

    /// <summary>The time that this share of the runs did not exceed (nearest rank).</summary>
    private double At(double share)
    {
        var sorted = Times.Order().ToList();
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }
}
