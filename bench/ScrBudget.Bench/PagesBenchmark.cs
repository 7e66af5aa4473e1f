using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Bench;

/// <summary>
/// Pages of the published site for a signed-in author, over the demo's database: the HTML that the server renders,
/// without the files that a browser keeps and without the circuit that follows.
/// </summary>
internal static partial class PagesBenchmark
{
    private const int People = 50;
    private const int Rounds = 20;
    private const int Alone = 200;
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

        var draft = RequestNumber.Create(LoadDemo.OpenCall, DemoPeople.VictimAssistance.OfficeCode!, 1).ToString();
        (string Name, string Path)[] pages =
        [
            ("request page", $"/requests/{draft}"),
            ("editor, Justification", $"/requests/{draft}/edit/justification"),
            ("editor, SCR data", $"/requests/{draft}/edit/scr-data"),
        ];
        foreach (var (name, path) in pages)
        {
            await OpenAsync(client, path, draft, People, Rounds, cancellation);
            var together = await OpenAsync(client, path, draft, People, Rounds, cancellation);
            yield return new Result($"{name}, {People} at once", Bar, new Runs(together, null, site.PeakBytes()))
            {
                Remark = "each opens the page again as soon as it has come; the one that asks shares the cores",
            };
            var alone = await OpenAsync(client, path, draft, people: 1, Alone, cancellation);
            yield return new Result($"{name}, one alone", null, new Runs(alone, null, site.PeakBytes()));
        }
    }

    /// <summary>The demo, and an account with a password: one-click accounts exist in Development only.</summary>
    private static async Task FillAsync(TemporaryFolder data, CancellationToken cancellation)
    {
        await using var database = await Database.WithDemoAsync(data.File("scrbudget.db"), cancellation);
        var author = DemoPeople.VictimAssistance;
        var created = await database
            .Get<CreateAccount>()
            .ExecuteAsync(
                new CreateAccountInput(UserName, "Bench author", author.OfficeCode, author.Roles, Password),
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

    /// <summary>Each of the people opens the page so many times, one after the other.</summary>
    /// <returns>The times of all, in milliseconds.</returns>
    /// <exception cref="InvalidOperationException">What came is another page, such as sign-in.</exception>
    private static async Task<IReadOnlyList<double>> OpenAsync(
        HttpClient client,
        string path,
        string expected,
        int people,
        int rounds,
        CancellationToken cancellation
    )
    {
        var times = await Task.WhenAll(Enumerable.Range(0, people).Select(_ => Task.Run(OneAsync, cancellation)));
        return [.. times.SelectMany(ofOne => ofOne)];

        async Task<List<double>> OneAsync()
        {
            var ofOne = new List<double>(rounds);
            for (var i = 0; i < rounds; i++)
            {
                var html = string.Empty;
                ofOne.Add(
                    await Stopclock.TimeAsync(async () => html = await client.GetStringAsync(path, cancellation))
                );
                if (!html.Contains(expected, StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"{path} gave another page:\n{html}");
                }
            }

            return ofOne;
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1_000)]
    private static partial Regex Token();
}
