using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ScrBudget.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

Benchmark[] benchmarks =
[
    DocumentBenchmarks.QuadChart,
    DocumentBenchmarks.Exhibit,
    DocumentBenchmarks.Layout,
    ImportBenchmark.Import,
    StatisticBenchmark.Statistic,
    ComparisonBenchmark.Compare,
    TrackingBenchmark.Tracking,
    StartBenchmark.Start,
    PagesBenchmark.Pages,
];

if (BenchOptions.Parse(args, [.. benchmarks.Select(benchmark => benchmark.Name)], out var problem) is not { } options)
{
    await Console.Error.WriteLineAsync($"{problem}\n{BenchOptions.Usage}\nNames:");
    foreach (var benchmark in benchmarks)
    {
        await Console.Error.WriteLineAsync($"  {benchmark.Name, -12}{benchmark.Measures}");
    }

    return 2;
}

using var stop = new CancellationTokenSource();

// In good order, so that no site and no database server stays behind.
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, StopInOrder);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, StopInOrder);

var loadBefore = Machine.Load();
var results = new List<Result>();
var exitCode = 0;
using (var run = new BenchRun(options))
{
    foreach (var benchmark in benchmarks.Where(known => options.Only.Count == 0 || options.Only.Contains(known.Name)))
    {
        await Console.Error.WriteLineAsync($"{benchmark.Measures} …");
        try
        {
            await foreach (var result in benchmark.RunAsync(run, stop.Token))
            {
                results.Add(result);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped; the figures until then:");
            exitCode = 1;
            break;
        }
        catch (InvalidOperationException failure)
        {
            results.Add(Result.NotMeasured(benchmark.Measures, failure.Message));
            exitCode = 1;
        }
    }
}

// A bar that is missed is a reason to look, not a failure: the exit code says only whether all was measured.
var machine = Machine.Describe(loadBefore);
if (options.Json)
{
    Report.PrintJson(Console.Out, results, machine);
}
else
{
    Report.PrintTable(Console.Out, results, machine);
}

return exitCode;

void StopInOrder(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
