using PdfSharp.Drawing;
using ScrBudget.Documents.Pdf;
using ScrBudget.Documents.Pdf.Fonts;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Tests.Pdf;

public class LineBreakerTests
{
    private static readonly TextStyle Style = new(10, XColors.Black);

    [Theory]
    [InlineData("one two three", "one ", "two ", "three")]
    [InlineData("a drug-free", "a ", "drug-", "free")]
    [InlineData("see 24/7", "see ", "24/7")]
    [InlineData("labor/gangs", "labor/", "gangs")]
    [InlineData("x\u200Byyyyy", "x", "yyyyy")]
    [InlineData("ab\u00A0cdef", "ab\u00A0cde", "f")]
    [InlineData("防衛省。", "防衛", "省。")]
    [InlineData("", "")]
    public void Break_AtANarrowWidth_BreaksWhereALineMayEnd(string text, params string[] expected) =>
        Assert.Equal(expected, Break(text, width: 32).Select(TextOf));

    [Fact]
    public void Break_AWordWiderThanItsLine_BreaksInsideItAndKeepsEveryLetter()
    {
        var word = new string('m', 50);

        var lines = Break(word, width: 60);

        Assert.True(lines.Count > 5);
        Assert.All(lines, line => Assert.True(line.Width <= 60));
        Assert.Equal(word, string.Concat(lines.Select(TextOf)));
    }

    [Fact]
    public void Break_AWidthNarrowerThanALetter_PutsOneLetterOnALine() =>
        Assert.Equal(["m", "m", "m"], Break("mmm", width: 1).Select(TextOf));

    [Fact]
    public void Break_Lines_KnowWhereTheyBeginInTheTextThatWasGiven()
    {
        const string Text = "fee\u0301 \u200D𠮷 three four";

        var lines = Break(Text, width: 32);

        Assert.Equal(
            [0, Text.IndexOf("three", StringComparison.Ordinal), Text.IndexOf("four", StringComparison.Ordinal)],
            lines.Select(line => line.Source)
        );
    }

    [Theory]
    [InlineData("Significant case reports, FY 2017–2021 (é ü ß)", false, false)]
    [InlineData("Bold words", true, false)]
    [InlineData("Italic words", false, true)]
    public void Width_OfALine_IsWhatPdfSharpMeasures(string text, bool bold, bool italic)
    {
        var line = LineBreaker.Break(text, Style with { Bold = bold, Italic = italic }, 1000, "", new UnprintableLog())[
            0
        ];
        var font = FontLibrary.Font(new FontKey(FontFamily.PublicSans, bold, italic), 10);
        using var graphics = XGraphics.CreateMeasureContext(
            new XSize(1000, 100),
            XGraphicsUnit.Point,
            XPageDirection.Downwards
        );

        Assert.Equal(graphics.MeasureString(text, font).Width, line.Width, tolerance: 0.01);
    }

    [Fact]
    public void Read_AFontThatIsNotThere_NamesTheFile()
    {
        var error = Assert.Throws<FileNotFoundException>(() => FontLibrary.Read("NotThere_400Regular"));

        Assert.Contains(Path.Combine("fonts", "NotThere_400Regular.ttf"), error.Message, StringComparison.Ordinal);
    }

    private static List<TextLine> Break(string text, double width) =>
        LineBreaker.Break(text, Style, width, "", new UnprintableLog());

    private static string TextOf(TextLine line) => string.Concat(line.Segments.Select(segment => segment.Text));
}
