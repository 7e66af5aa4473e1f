using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Identity;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Bench;

/// <summary>
/// Pages of the published site for somebody who is an author and an analyst, over the demo and a generated cycle: the HTML that the server renders,
/// without the files that a browser keeps and without the circuit that follows. Once with 50 people who open the next
/// page as soon as the last has come (as hard as it gets: the one who asks shares the cores), once with 50 who read each
/// page for a second.
/// </summary>
internal static partial class PagesBenchmark
{
    private const int People = 50;

    /// <summary>The budget year of the report's Victim Assistance request.</summary>
    private const int WorkedYear = 2022;
    private const int WarmUpRounds = 40;
    private const int Rounds = 20;
    private static readonly TimeSpan NoPause = TimeSpan.Zero;
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(1);

    private const string UserName = "bench-author";
    private const string Password = "a sentence for the bench";

    private static readonly Bar Bar = new(60, 25, Judged.P95, LimitTo: 45);

    public static Benchmark Pages { get; } = new("pages", "opening a page, 50 people at once", RunAsync);

    private static async IAsyncEnumerable<Result> RunAsync(
        BenchRun run,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var published = await run.PublishedSiteAsync(cancellation);
        using var data = new TemporaryFolder();
        await FillAsync(data, cancellation);
        await using var site = await RunningSite.StartAsync(published, data.FullPath, cancellation);
        using var client = new HttpClient { BaseAddress = site.Address };
        await SignInAsync(client, cancellation);

        var office = DemoPeople.VictimAssistance.OfficeCode!;
        var draft = RequestNumber.Create(LoadDemo.OpenCall, office, 1).ToString();
        var submitted = RequestNumber.Create(new FiscalYear(WorkedYear), office, 1).ToString();
        Page[] pages =
        [
            new("request page, three figures", $"/requests/{submitted}", submitted),
            new("editor, Justification", $"/requests/{draft}/edit/justification", draft),
            new("editor, SCR data", $"/requests/{draft}/edit/scr-data", draft),
            new($"tracking, {TrackingBenchmark.Requests} requests", "/tracking", "Was SCR data used?"),
            new($"queue, {TrackingBenchmark.Requests} requests", "/review?queue=WithOffices", "With their offices"),
            new("cross-checks", "/tracking/cross-checks", "Cross-checks"),
            new("list behind a figure, VAP", "/tracking/requests?office=VAP", "Requests behind a figure"),
        ];
        foreach (var page in pages)
        {
            await OpenAsync(site, client, page, WarmUpRounds, NoPause, cancellation);
            var atOnce = await OpenAsync(site, client, page, Rounds, NoPause, cancellation);
            yield return new Result($"{page.Name}, {People} at once", Bar, atOnce);
            var withPauses = await OpenAsync(site, client, page, Rounds, Reading, cancellation);
            yield return new Result($"{page.Name}, {People} with pauses", Bar, withPauses);
        }
    }

    /// <summary>The demo, and an account with a password: one-click accounts exist in Development only.</summary>
    private static async Task FillAsync(TemporaryFolder data, CancellationToken cancellation)
    {
        await using var database = await Database.WithDemoAsync(data.File("scrbudget.db"), cancellation);
        await TrackingBenchmark.GenerateAsync(database, cancellation);
        var author = DemoPeople.VictimAssistance;
        var created = await database
            .Get<CreateAccount>()
            .ExecuteAsync(
                new CreateAccountInput(
                    UserName,
                    "Bench author and analyst",
                    author.OfficeCode,
                    [.. author.Roles, Role.BudgetAnalyst],
                    Password
                ),
                DemoPeople.Administrator.AsPerson(),
                cancellation
            );
        _ = created.Value;
    }

    private static async Task SignInAsync(HttpClient client, CancellationToken cancellation)
    {
        var form = await client.GetStringAsync("/sign-in", cancellation);
        using var filled = new FormUrlEncodedContent([
            new("_handler", "sign-in"),
            new("__RequestVerificationToken", WebUtility.HtmlDecode(Token().Match(form).Groups["token"].Value)),
            new("Form.UserName", UserName),
            new("Form.Password", Password),
        ]);
        using var answer = await client.PostAsync("/sign-in", filled, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Each of the people opens the page so many times, one after the other, with this pause between.</summary>
    /// <exception cref="InvalidOperationException">What came is another page, such as sign-in.</exception>
    private static async Task<Runs> OpenAsync(
        RunningSite site,
        HttpClient client,
        Page page,
        int rounds,
        TimeSpan pause,
        CancellationToken cancellation
    )
    {
        var cpuBefore = site.CpuMilliseconds();
        var people = Enumerable.Range(0, People).Select(person => Task.Run(() => OneAsync(person), cancellation));
        List<double> times = [.. (await Task.WhenAll(people)).SelectMany(ofOne => ofOne)];
        var cpu = site.CpuMilliseconds() - cpuBefore;
        return new Runs(times, cpu / times.Count, AllocatedBytes: null, site.PeakBytes());

        async Task<List<double>> OneAsync(int person)
        {
            // With pauses they come one after the other, as people do.
            await Task.Delay(pause * person / People, cancellation);
            var ofOne = new List<double>(rounds);
            for (var i = 0; i < rounds; i++)
            {
                var html = string.Empty;
                ofOne.Add(
                    await Stopclock.TimeAsync(async () => html = await client.GetStringAsync(page.Path, cancellation))
                );
                if (!html.Contains(page.Holds, StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"{page.Path} gave another page:\n{html}");
                }

                await Task.Delay(pause, cancellation);
            }

            return ofOne;
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1_000)]
    private static partial Regex Token();

    private sealed record Page(string Name, string Path, string Holds);
}
