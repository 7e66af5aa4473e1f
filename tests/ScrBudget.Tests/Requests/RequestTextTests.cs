using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Tests.Requests;

public sealed class RequestTextTests
{
    [Fact]
    public void Parse_MakesParagraphsAndBulletsOfLines()
    {
        var lines = RequestText.Parse("First.\n\n- one\n   -  two\n-three\n- ");

        Assert.Equal(["First.", "one", "two", "-three", "-"], lines.Select(Plain));
        Assert.Equal([false, true, true, false, false], lines.Select(line => line.IsBullet));
    }

    [Theory]
    [InlineData("a **b** c", "a |B:b| c")]
    [InlineData("a *b* c", "a |I:b| c")]
    [InlineData("***a***", "BI:a")]
    [InlineData("**a *b* c**", "B:a |BI:b|B: c")]
    [InlineData("*a **b** c*", "I:a |BI:b|I: c")]
    [InlineData("**a** and **b**", "B:a| and |B:b")]
    [InlineData("**{S1}** of", "B:{S1}| of")]
    public void Parse_ReadsEmphasis(string line, string pieces) => Assert.Equal(pieces, Pieces(line));

    [Theory]
    [InlineData("2 * 3 * 4")]
    [InlineData("2 ** 3")]
    [InlineData("*open")]
    [InlineData("**open")]
    [InlineData("close*")]
    [InlineData("** spaces **")]
    [InlineData("**a ***b")] // the mark that looks like its other half stands before a word: it opens
    [InlineData("****")]
    [InlineData("*")]
    [InlineData("_a_ `b` # c <b>d</b> [e](f) \\n &amp;")]
    [InlineData("{S0} {S1000} {s1} {S1.case} {S 1} {S1 {S} {}")]
    [InlineData("{S-1} {S+1} {S1.CASES} {T1}")]
    public void Parse_TakesEverythingElseLiterally(string line) => Assert.Equal(line, Pieces(line));

    [Theory]
    [InlineData("{S1}", 1, false)]
    [InlineData("{S12.cases}", 12, true)]
    [InlineData("{S999.cases}", 999, true)]
    [InlineData("{S01}", 1, false)]
    public void Parse_ReadsTokens(string text, int number, bool cases)
    {
        var piece = Assert.Single(Assert.Single(RequestText.Parse(text)).Pieces);

        Assert.Equal(new FigureToken(number, cases), piece.Token);
        Assert.Equal(text, piece.Text);
    }

    [Fact]
    public void Tokens_AreListedOnceInOrder() =>
        Assert.Equal(
            [new FigureToken(2, false), new FigureToken(1, true), new FigureToken(1, false)],
            RequestText.Tokens("{S2} in {S1.cases}\n- **{S2}** and {S1}")
        );

    [Property(Arbitrary = [typeof(MarkedText)], MaxTest = 2000)]
    public void Parse_LosesNothing(string text)
    {
        var lines = text.Split('\n')
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => line.Trim())
            .ToList();
        var parsed = RequestText.Parse(text);
        Assert.Equal(lines.Count, parsed.Count);
        foreach (var (line, result) in lines.Zip(parsed))
        {
            var content = result.IsBullet ? line[2..].TrimStart() : line;
            var printed = Plain(result);

            // All words are there; what is missing is asterisks, in pairs of marks.
            Assert.Equal(WithoutAsterisks(content), WithoutAsterisks(printed));
            Assert.Equal(0, (content.Length - printed.Length) % 2);
            if (result.Pieces.All(piece => !piece.Bold && !piece.Italic))
            {
                Assert.Equal(content, printed);
            }
        }
    }

    [Property(Arbitrary = [typeof(MarkedText)], MaxTest = 2000)]
    public void Parse_EmphasisThatOpensCloses(string text)
    {
        // A line that ends in a word of its own: were a mark left open, the word would be bold or italic.
        foreach (var line in RequestText.Parse(text.Replace("\n", " ", StringComparison.Ordinal) + " end"))
        {
            Assert.False(line.Pieces[^1].Bold || line.Pieces[^1].Italic);
        }
    }

    [Property]
    public void Parse_NeverThrows(string? text) => _ = RequestText.Parse(text ?? string.Empty);

    [Theory]
    [InlineData("*a ")]
    [InlineData("**a ")]
    [InlineData("{S")]
    [InlineData("***")]
    public void Parse_OfTheLongestText_EndsAndKeepsIt(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, RequestSection.TextLength / part.Length)).Trim();

        Assert.Equal(text, Pieces(text));
    }

    private static string Plain(TextLine line) => string.Concat(line.Pieces.Select(piece => piece.Text));

    private static string WithoutAsterisks(string text) => text.Replace("*", string.Empty, StringComparison.Ordinal);

    /// <summary>Pieces with their emphasis: <c>a |B:b| c</c>; literal pieces alone give the line itself.</summary>
    private static string Pieces(string line)
    {
        var parsed = Assert.Single(RequestText.Parse(line));
        Assert.False(parsed.IsBullet);
        return string.Join(
            '|',
            parsed.Pieces.Select(piece =>
                (piece.Bold ? "B" : string.Empty)
                + (piece.Italic ? "I" : string.Empty)
                + (piece.Bold || piece.Italic ? ":" : string.Empty)
                + piece.Text
            )
        );
    }

    private static class MarkedText
    {
        public static Arbitrary<string> Text() =>
            Gen.Elements("*", "*", "**", " ", "a", "b", "{S1}", "{S1.cases}", "{S", "}", "- ", "\n", "\u00A0", "😀")
                .ArrayOf()
                .Select(parts => string.Concat(parts))
                .ToArbitrary();
    }
}
