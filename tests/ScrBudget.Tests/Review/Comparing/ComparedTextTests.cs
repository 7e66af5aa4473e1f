using ScrBudget.Application.Review.Comparing;
using ScrBudget.Documents;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Comparing;

/// <summary>Two texts word by word: what stands where, exactly.</summary>
public sealed class ComparedTextTests
{
    [Theory]
    [InlineData("The need follows the cases.", "The need follows the cases.", "The need follows the cases.")]
    [InlineData("The need follows the cases.", "The need follows all cases.", "The need follows [-the-][+all+] cases.")]
    [InlineData("Tools", "Tools and resources", "Tools[+ and resources+]")]
    [InlineData("The big cat sat", "The cat sat", "The [-big -]cat sat")]
    [InlineData("16 positions in the field", "18 positions in the field", "[-16-][+18+] positions in the field")]
    [InlineData("Asks for $3.0 million.", "Asks for $3.4 million.", "Asks for [-$3.0-][+$3.4+] million.")]
    [InlineData("In 1,238 reports (2022).", "In 1,240 reports (2022).", "In [-1,238-][+1,240+] reports (2022).")]
    [InlineData("five days, at most", "five days at most", "five days[-,-] at most")]
    [InlineData("from 60% to 80% of all", "from 65% to 85% of all", "from [-60% to 80%-][+65% to 85%+] of all")]
    [InlineData("new  words", "new words", "new[-  -][+ +]words")]
    public void Paragraph_SaysWhichWordsChanged(string before, string after, string expected) =>
        Assert.Equal(expected, Marked(before, after));

    [Fact]
    public void WordThatStayedBetweenTwoReplacedOnes_IsKeptWhereItIsLong() =>
        Assert.Equal(
            "[-Sixteen-][+Eighteen+] positions [-here-][+there+] today",
            Marked("Sixteen positions here today", "Eighteen positions there today")
        );

    [Fact]
    public void EmphasisAlone_IsAChange()
    {
        var before = new FormattedText([new TextBlock(IsBullet: false, [new("Help every victim now")])]);
        var after = new FormattedText([
            new TextBlock(IsBullet: false, [new("Help "), new("every", Bold: true), new(" victim now")]),
        ]);

        var compared = ComparedText.Of("Impact", before, after);

        Assert.Contains(new ComparedRun(Change.Removed, "every", Bold: false), compared.Blocks.Single().Runs);
        Assert.Contains(new ComparedRun(Change.Added, "every", Bold: true), compared.Blocks.Single().Runs);
        Assert.True(compared.IsChanged);
    }

    [Fact]
    public void WordOfTwoEmphases_IsOneWordAndOneMark()
    {
        var before = new FormattedText([new TextBlock(IsBullet: false, [new("Help all victims")])]);
        var after = new FormattedText([
            new TextBlock(IsBullet: false, [new("Help all "), new("victim", Bold: true), new("s")]),
        ]);

        var compared = ComparedText.Of("Impact", before, after);

        Assert.Equal((1, 1), (compared.WordsAdded, compared.WordsRemoved));
        Assert.Equal(
            ["Help all ", "victims", "victims"],
            compared.Blocks.Single().Stretches.Select(stretch => string.Concat(stretch.Select(run => run.Text)))
        );
    }

    [Fact]
    public void RunsThatOnlyPartDifferently_AreNoChange()
    {
        var typed = new FormattedText([new TextBlock(IsBullet: false, [new("In 1,238 reports")])]);
        var printed = new FormattedText([new TextBlock(IsBullet: false, [new("In "), new("1,238"), new(" reports")])]);

        Assert.False(ComparedText.Of("Impact", typed, printed).IsChanged);
    }

    [Fact]
    public void Bullets_StayBullets()
    {
        var compared = ComparedText.Of(
            "Description",
            DocumentBuilder.Paragraphs("It funds:", "- ten interview rooms", "- a mobile team for the border"),
            DocumentBuilder.Paragraphs(
                "It funds:",
                "- twelve interview rooms",
                "- a data clerk",
                "- a mobile team for the border"
            )
        );

        Assert.Equal(
            [(Change.None, false), (Change.Changed, true), (Change.Added, true), (Change.None, true)],
            compared.Blocks.Select(block => (block.Change, block.IsBullet))
        );
        Assert.Equal((4, 1), (compared.WordsAdded, compared.WordsRemoved));
    }

    [Fact]
    public void ParagraphThatBecameABullet_KeepsItsWords()
    {
        var compared = ComparedText.Of(
            "Description",
            DocumentBuilder.Paragraphs("Ten interview rooms"),
            DocumentBuilder.Paragraphs("- Ten interview rooms")
        );

        var block = Assert.Single(compared.Blocks);
        Assert.Equal((Change.Changed, true, false), (block.Change, block.IsBullet, block.WasBullet));
        Assert.All(block.Runs, run => Assert.Equal(Change.None, run.Change));
        Assert.Equal("punctuation, spacing or bullets changed", ComparisonWording.Words(compared));
    }

    [Fact]
    public void ParagraphInFront_LeavesTheOthersAlone()
    {
        var compared = ComparedText.Of(
            "Impact",
            DocumentBuilder.Paragraphs("First of all.", "Then this."),
            DocumentBuilder.Paragraphs("A new beginning.", "First of all.", "Then this.")
        );

        Assert.Equal([Change.Added, Change.None, Change.None], compared.Blocks.Select(block => block.Change));
        Assert.Equal("3 words added", ComparisonWording.Words(compared));
    }

    [Fact]
    public void ParagraphWithOtherWords_IsReplacedWhole()
    {
        var compared = ComparedText.Of("Impact", "Every victim is offered help.", "Radios reach the border.");

        Assert.Equal([Change.Removed, Change.Added], compared.Blocks.Select(block => block.Change));
        Assert.Equal("4 words added, 5 removed", ComparisonWording.Words(compared));
    }

    [Fact]
    public void RewordedParagraphs_AreFoundAmongNewOnes()
    {
        var compared = ComparedText.Of(
            "Impact",
            DocumentBuilder.Paragraphs("Every victim is offered help within ten days."),
            DocumentBuilder.Paragraphs("Radios reach the border.", "Every victim is offered help within five days.")
        );

        Assert.Equal([Change.Added, Change.Changed], compared.Blocks.Select(block => block.Change));
    }

    [Fact]
    public void TextThatIsGone_IsRemoved()
    {
        var compared = ComparedText.Of("If not funded", "Rooms stay closed.", "");

        Assert.Equal(new ComparedRun(Change.Removed, "Rooms stay closed."), compared.Blocks.Single().Runs.Single());
        Assert.True(compared.After.IsEmpty);
    }

    private static string Marked(string before, string after) =>
        string.Concat(
            ComparedText
                .Of("Impact", before, after)
                .Blocks.Single()
                .Runs.Select(run =>
                    run.Change switch
                    {
                        Change.Added => $"[+{run.Text}+]",
                        Change.Removed => $"[-{run.Text}-]",
                        _ => run.Text,
                    }
                )
        );
}
