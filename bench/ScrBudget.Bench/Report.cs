using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScrBudget.Bench;

/// <summary>Prints the figures beside their bars, for people or for scripts.</summary>
internal static class Report
{
    private static readonly string[] Header =
    [
        "measured",
        "median",
        "p95",
        "quickest",
        "bar",
        "limit",
        "against the bar",
        "runs",
        "processor",
        "allocated",
        "peak",
    ];

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void PrintTable(TextWriter output, IReadOnlyList<Result> results, Machine machine)
    {
        List<string[]> lines = [Header, .. results.Select(Cells)];
        var widths = Header.Select((_, column) => lines.Max(line => line[column].Length)).ToList();
        foreach (var line in lines)
        {
            // Words to the left, figures to the right.
            var padded = line.Select(
                (cell, column) => column is 0 or 6 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])
            );
            output.WriteLine(string.Join("  ", padded).TrimEnd());
        }

        output.WriteLine();
        foreach (var result in results.Where(result => result.Remark.Length > 0))
        {
            output.WriteLine($"{result.What}: {result.Remark}");
        }

        output.WriteLine(
            "The median is held against the bar, for pages the p95. The limit is what the bare engine did."
        );
        output.WriteLine("Processor and allocated: time and managed memory of one run. Peak: largest working set.");
        output.WriteLine("All three are of the process that did the work.");
        output.WriteLine($"{machine.Date}; {machine.Cores} cores; {machine.Runtime}; {machine.System}");
        output.WriteLine($"Load average before {machine.LoadBefore}, after {machine.LoadAfter}.");
    }

    public static void PrintJson(TextWriter output, IReadOnlyList<Result> results, Machine machine)
    {
        var lines = results.Select(result => new
        {
            result.What,
            Runs = result.Runs?.Count,
            MedianMs = result.Runs?.Median,
            P95Ms = result.Runs?.P95,
            QuickestMs = result.Runs?.Quickest,
            CpuMs = result.Runs?.CpuMilliseconds,
            BarMs = result.Bar?.Milliseconds,
            LimitMs = result.Bar?.Limit,
            result.Bar?.Judged,
            result.Verdict,
            result.Runs?.AllocatedBytes,
            result.Runs?.PeakBytes,
            result.Remark,
        });
        output.WriteLine(JsonSerializer.Serialize(new { machine, results = lines }, JsonOptions));
    }

    private static string[] Cells(Result result) =>
        [
            result.What,
            Time(result.Runs?.Median),
            Time(result.Runs?.P95),
            Time(result.Runs?.Quickest),
            Time(result.Bar?.Milliseconds),
            Limit(result.Bar),
            result.Verdict,
            result.Runs?.Count.ToString() ?? "–",
            Time(result.Runs?.CpuMilliseconds),
            Size(result.Runs?.AllocatedBytes),
            Size(result.Runs?.PeakBytes),
        ];

    private static string Limit(Bar? bar) => bar?.LimitTo is { } to ? $"{bar.Limit:0}–{to:0} ms" : Time(bar?.Limit);

    private static string Time(double? milliseconds) =>
        milliseconds switch
        {
            null => "–",
            >= 1_000 => $"{milliseconds / 1_000:0.00} s",
            >= 20 => $"{milliseconds:0} ms",
            _ => $"{milliseconds:0.0} ms",
        };

    private static string Size(long? bytes) =>
        bytes switch
        {
            null => "–",
            >= 10_000_000 => $"{bytes / 1e6:0} MB",
            >= 1_000_000 => $"{bytes / 1e6:0.0} MB",
            _ => $"{bytes / 1e3:0} kB",
        };
}
