using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ScrBudget.Application.Review.Comparing;
using ScrBudget.Documents;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Comparing;

/// <summary>What holds of any two texts, however long and however different: nothing is lost and nothing invented.</summary>
public sealed class ComparedTextPropertyTests
{
    [Property(Arbitrary = [typeof(Texts)], MaxTest = 500)]
    public void TakingTheAddedAway_GivesTheEarlierText_AndTakingTheRemovedAway_TheLater(TwoTexts texts) =>
        AssertBothComeBack(texts.Before, texts.After);

    [Property(Arbitrary = [typeof(Texts)], MaxTest = 200)]
    public void TextBesideItself_IsUnchanged(TwoTexts texts)
    {
        var compared = ComparedText.Of("Impact", texts.Before, texts.Before);

        Assert.False(compared.IsChanged);
        Assert.All(compared.Blocks.SelectMany(block => block.Runs), run => Assert.Equal(Change.None, run.Change));
    }

    public static TheoryData<string> WorstTexts => [.. Worst.Keys];

    /// <summary>As long as a section can be, and as hard to compare: each pair must come to an end, and come back whole.</summary>
    private static readonly Dictionary<string, (FormattedText Before, FormattedText After)> Worst = new()
    {
        ["one paragraph in another order"] = (One(Numbers(4000)), One(Numbers(4000).Reverse())),
        ["few words in any order"] = (One(Letters(10_000, 7)), One(Letters(10_000, 11))),
        ["paragraphs of one letter"] = (
            DocumentBuilder.Paragraphs(Letters(10_000, 7)),
            DocumentBuilder.Paragraphs(Letters(10_000, 11))
        ),
        ["paragraphs in another order"] = (
            DocumentBuilder.Paragraphs(Numbers(4000)),
            DocumentBuilder.Paragraphs(Numbers(4000).Reverse())
        ),
        ["a hundred paragraphs, all reworded"] = (
            DocumentBuilder.Paragraphs(Numbers(150).Select(word => $"The office asks for {word} more rooms this year")),
            DocumentBuilder.Paragraphs(Numbers(150).Select(word => $"The office needs {word} more rooms next year"))
        ),
        ["one word without an end"] = (
            DocumentBuilder.Paragraphs(new string('a', RequestSection.TextLength)),
            DocumentBuilder.Paragraphs(new string('b', RequestSection.TextLength))
        ),
        ["punctuation alone"] = (
            DocumentBuilder.Paragraphs(new string('.', RequestSection.TextLength)),
            DocumentBuilder.Paragraphs(string.Concat(Enumerable.Repeat(".;", RequestSection.TextLength / 2)))
        ),
    };

    [Theory]
    [MemberData(nameof(WorstTexts))]
    public void LongestTexts_ComeBackWhole(string name) => AssertBothComeBack(Worst[name].Before, Worst[name].After);

    [Fact]
    public void LongParagraph_IsStillComparedWordByWordWhereItsSentencesStayed()
    {
        var sentences = Numbers(1200).Select(word => $"The case {word} needs rooms.").ToList();
        var changed = sentences.ToList();
        changed[600] = changed[600].Replace("rooms", "specialists", StringComparison.Ordinal);
        // The same words in so many places that they cannot be matched at once.
        changed.Reverse(0, 400);

        var compared = ComparedText.Of("Impact", One(sentences), One(changed));

        var runs = Assert.Single(compared.Blocks).Runs;
        Assert.Contains(new ComparedRun(Change.Removed, "rooms"), runs);
        Assert.Contains(new ComparedRun(Change.Added, "specialists"), runs);
        AssertBothComeBack(One(sentences), One(changed));
    }

    private static void AssertBothComeBack(FormattedText before, FormattedText after)
    {
        var compared = ComparedText.Of("Impact", before, after);

        Assert.Equal(Written(before), Written(compared.Before));
        Assert.Equal(Written(after), Written(compared.After));
    }

    /// <summary>Every character with its emphasis, whatever the runs are parted into.</summary>
    private static List<string> Written(FormattedText text) =>
        [
            .. text.Blocks.Select(block =>
                $"{(block.IsBullet ? "- " : "")}{string.Concat(block.Runs.SelectMany(run => run.Text.Select(c => $"{c}{(run.Bold ? "b" : "")}{(run.Italic ? "i" : "")}")))}"
            ),
        ];

    private static FormattedText One(IEnumerable<string> words) => DocumentBuilder.Paragraphs(string.Join(' ', words));

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(1000, count).Select(n => $"w{n}");

    private static IEnumerable<string> Letters(int count, int step) =>
        Enumerable.Range(0, count).Select(n => $"{(char)('a' + (n * step * (n % 5) % 26))}");

    public sealed record TwoTexts(FormattedText Before, FormattedText After);

    public static class Texts
    {
        public static Arbitrary<TwoTexts> TwoTexts()
        {
            // Few words, so that there is much to match, with what may trip a cutter: spaces, marks, emphasis.
            var piece = Gen.Elements(
                "a",
                "the",
                "case",
                "cases",
                "1,238",
                "$3.0",
                " ",
                "  ",
                ". ",
                "-",
                "(",
                ")",
                "é",
                "😀",
                "\u00a0"
            );
            var run =
                from count in Gen.Choose(0, 8)
                from parts in piece.ListOf(count)
                from bold in Gen.Elements(true, false, false)
                from italic in Gen.Elements(true, false, false)
                select new TextRun(string.Concat(parts), bold, italic);
            var block =
                from count in Gen.Choose(0, 3)
                from runs in run.ListOf(count)
                from isBullet in Gen.Elements(true, false)
                select new TextBlock(isBullet, [.. runs]);
            var whole =
                from count in Gen.Choose(0, 6)
                from blocks in block.ListOf(count)
                select new FormattedText([.. blocks]);
            // Half of the later texts are the earlier one with a block taken from another: as people revise.
            var pairs =
                from before in whole
                from other in whole
                from isRevised in Gen.Elements(true, false)
                let after = isRevised
                    ? new FormattedText([.. before.Blocks.Skip(1), .. other.Blocks.Take(1), .. before.Blocks.Take(1)])
                    : other
                select new TwoTexts(before, after);
            return pairs.ToArbitrary();
        }
    }
}
