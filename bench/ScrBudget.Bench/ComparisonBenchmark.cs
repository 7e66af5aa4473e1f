using System.Runtime.CompilerServices;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review.Comparing;
using ScrBudget.Documents;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Bench;

/// <summary>
/// Comparing two submissions, from their frozen texts to the finished comparison: a worked request revised as people revise,
/// and the same with four texts as long as a section can be.
/// </summary>
internal static class ComparisonBenchmark
{
    private static readonly Bar Bar = new(50);

    /// <summary>Words of the longest texts: as many different ones as a long report has.</summary>
    private static readonly string[] Words =
    [
        .. "the of and to in for a with on by is that at as from victims cases positions offices interviews specialists".Split(
            ' '
        ),
        .. Enumerable.Range(0, 600).Select(number => $"word{number}"),
    ];

    public static Benchmark Compare { get; } = new("compare", "comparison of two submissions", RunAsync);

    private static async IAsyncEnumerable<Result> RunAsync(
        BenchRun run,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var submitted = await SubmittedAsync(cancellation);
        yield return await MeasureAsync("typical", submitted, Reworded(submitted), cancellation);
        var paragraphs = Longest(submitted, Paragraphs);
        yield return await MeasureAsync("longest texts, revised", paragraphs, Reworded(paragraphs), cancellation);
        yield return await MeasureAsync(
            "longest texts, written anew",
            paragraphs,
            Longest(submitted, seed => Paragraphs(seed + 100)),
            cancellation
        );
        yield return await MeasureAsync(
            "longest texts, each one paragraph written anew",
            Longest(submitted, seed => [string.Join(' ', Paragraphs(seed))]),
            Longest(submitted, seed => [string.Join(' ', Paragraphs(seed + 100))]),
            cancellation
        );
    }

    private static async Task<Result> MeasureAsync(
        string what,
        RequestDocument before,
        RequestDocument after,
        CancellationToken cancellation
    )
    {
        var (one, other) = (FrozenDocument.Write(before), FrozenDocument.Write(after));
        var runs = await Stopclock.MeasureAsync(
            Plan.Short,
            () =>
            {
                _ = SubmissionComparison.Of(FrozenDocument.Read(one), FrozenDocument.Read(other)).Summary;
            },
            cancellation
        );
        return new Result($"comparison of two submissions, {what}", Bar, runs);
    }

    private static async Task<RequestDocument> SubmittedAsync(CancellationToken cancellation)
    {
        await using var demo = await Database.WithDemoAsync(path: null, cancellation);
        var author = DemoPeople.VictimAssistance.AsPerson();
        var requests = await demo.Get<ListRequests>().ExecuteAsync(new ListRequestsInput(), author, cancellation);
        var worked = requests.First(request => request.IsWorkedExample);
        return (await demo.Get<PrintRequest>().DocumentAsync(worked.Number, author, cancellation)).Value;
    }

    private static RequestDocument Longest(RequestDocument document, Func<int, IReadOnlyList<string>> lines) =>
        document with
        {
            Description = Text(lines(1)),
            Justification = Text(lines(2)),
            Impact = Text(lines(3)),
            IfNotFunded = Text(lines(4)),
        };

    private static FormattedText Text(IReadOnlyList<string> lines) =>
        new([.. lines.Select((line, index) => new TextBlock(IsBullet: index % 3 == 2, [new TextRun(line)]))]);

    /// <summary>Paragraphs of three sentences until a section is full; the same for the same seed.</summary>
    private static List<string> Paragraphs(int seed)
    {
        var random = new SeededWords(seed);
        var paragraphs = new List<string>();
        var length = 0;
        while (true)
        {
            var paragraph = string.Join(' ', Enumerable.Range(0, 3).Select(_ => random.Sentence()));
            length += paragraph.Length + 1;
            if (length > RequestSection.TextLength)
            {
                return paragraphs;
            }

            paragraphs.Add(paragraph);
        }
    }

    /// <summary>Every second paragraph has another word in it, one is gone and one is new.</summary>
    private static RequestDocument Reworded(RequestDocument document)
    {
        return document with
        {
            Description = Text(document.Description),
            Justification = Text(document.Justification),
            Impact = Text(document.Impact),
            IfNotFunded = Text(document.IfNotFunded),
        };

        static FormattedText Text(FormattedText text) =>
            new([
                .. text.Blocks.Skip(1).Select((block, index) => index % 2 == 0 ? block : Revised(block)),
                new TextBlock(IsBullet: false, [new TextRun("A paragraph that the first submission did not have.")]),
            ]);

        static TextBlock Revised(TextBlock block)
        {
            var words = block.PlainText.Split(' ');
            words[words.Length / 2] = "reworded";
            return new TextBlock(block.IsBullet, [new TextRun(string.Join(' ', words))]);
        }
    }

    /// <summary>The same words in every run and on every runtime.</summary>
    private sealed class SeededWords(int seed)
    {
        private uint state = (uint)seed;

        public string Sentence() => $"The {string.Join(' ', Enumerable.Range(0, 14).Select(_ => Next()))}.";

        private string Next()
        {
            state = (state * 1_664_525) + 1_013_904_223;
            // Half of any text are the few words that every text has.
            var isCommon = (state >> 16) % 2 == 0;
            return Words[(state >> 17) % (isCommon ? 21 : (uint)Words.Length)];
        }
    }
}
