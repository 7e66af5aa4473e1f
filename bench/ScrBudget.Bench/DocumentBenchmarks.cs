using System.Runtime.CompilerServices;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Requests;
using ScrBudget.Documents;
using ScrBudget.Documents.Pdf;
using ScrBudget.Documents.Word;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Bench;

/// <summary>The documents of the Victim Assistance request of the demo, submitted, with three figures: from the finished model to bytes.</summary>
internal static class DocumentBenchmarks
{
    public static Benchmark QuadChart { get; } =
        Of("quad-chart", "quad chart, PDF, warm", new Bar(8, 3.6), model => QuadChartPdf.Print(model).Length);

    public static Benchmark Exhibit { get; } =
        Of("exhibit", "exhibit in Word, warm", new Bar(12, 6), model => WordExhibit.Print(model).Length);

    public static Benchmark Layout { get; } =
        Of(
            "layout",
            "layout of the quad chart, measured only",
            null,
            model => QuadChartPdf.Measure(model).Excess.Count
        );

    private static Benchmark Of(string name, string what, Bar? bar, Func<RequestDocument, int> print)
    {
        return new Benchmark(name, what, RunAsync);

        async IAsyncEnumerable<Result> RunAsync(BenchRun run, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await using var demo = await Database.WithDemoAsync(path: null, cancellation);
            var author = DemoPeople.VictimAssistance.AsPerson();
            var model = await SubmittedAsync(demo, author, cancellation);
            var runs = await Stopclock.MeasureAsync(
                Plan.Short,
                () =>
                {
                    _ = print(model);
                },
                cancellation
            );
            yield return new Result(what, bar, runs);
        }
    }

    private static async Task<RequestDocument> SubmittedAsync(
        Database demo,
        Person author,
        CancellationToken cancellation
    )
    {
        var requests = await demo.Get<ListRequests>().ExecuteAsync(new ListRequestsInput(), author, cancellation);
        var worked = requests.First(request => request.IsWorkedExample);
        return (await demo.Get<PrintRequest>().DocumentAsync(worked.Number, author, cancellation)).Value;
    }
}
