using ScrBudget.Documents.Pdf;
using UglyToad.PdfPig.Content;

namespace ScrBudget.Documents.Tests.Pdf;

public class QuadChartTextTests
{
    private static readonly string LongText = string.Concat(Enumerable.Range(0, 900).Select(i => $"word{i} "));

    [Fact]
    public void Print_ARequest_IsOneLandscapeLetterPage()
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(SampleDocuments.VictimAssistance));

        var page = Assert.Single(file.Pages);
        Assert.Equal((792.0, 612.0), (page.Width, page.Height));
        Assert.Contains(
            "Draft · as of Jan 15, 2027 · FY2029-VAP-003Page 1 of 1",
            TextOf(page),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Print_EveryPage_BearsTheMarkingAtTopAndFootAndTheNotices()
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(Overflowing()));

        Assert.True(file.Pages.Count > 2);
        Assert.All(
            file.Pages,
            page =>
            {
                var words = page.GetWords().Where(word => word.Text == "CUI//SP-BUDG").ToList();
                Assert.Equal(2, words.Count);
                Assert.True(words[0].BoundingBox.Bottom > 585 && words[1].BoundingBox.Top < 27);
                Assert.All(words, word => Assert.Equal(396, word.BoundingBox.Centroid.X, tolerance: 2));
                Assert.All(words, word => Assert.Contains("Bold", word.FontName, StringComparison.Ordinal));
                Assert.Contains(SampleDocuments.Synthetic, TextOf(page), StringComparison.Ordinal);
                Assert.Contains($"Page {page.Number} of {file.Pages.Count}", TextOf(page), StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Print_ADraft_SaysSoAcrossEveryPageAndAFinishedRequestDoesNot(bool isDraft)
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(Overflowing() with { IsDraft = isDraft }));

        Assert.All(file.Pages, page => Assert.Equal(isDraft, TextOf(page).Contains("DRAFT", StringComparison.Ordinal)));
    }

    [Fact]
    public void Print_TextThatDoesNotFit_FlowsOnAndLosesNoWord()
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(Overflowing()));

        var text = string.Concat(file.Elements.Where(node => node.Type is "P" or "LBody").Select(file.TextOf));
        Assert.All(Enumerable.Range(0, 900), i => Assert.Equal(3, Count(text, $"word{i} ")));
        Assert.Contains("Continued on page 2.", text, StringComparison.Ordinal);
        Assert.Equal(
            ["Description", "Justification", "Cost", "Impact", "Justification, continued", "Impact, continued"],
            file.OfType("H2").Select(file.TextOf)
        );
    }

    [Fact]
    public void Print_ATitleTooLongForItsBand_IsPrintedInFullOnALaterPage()
    {
        using var file = TaggedFile.Open(
            QuadChartPdf.Print(SampleDocuments.VictimAssistance with { Title = LongText })
        );

        Assert.Equal("Title, in full", file.OfType("H2").Select(file.TextOf).Last());
        Assert.Contains(LongText, file.OfType("P").Select(file.TextOf));
    }

    [Fact]
    public void Print_AWordLongerThanItsColumn_IsBrokenAndStaysInsideThePage()
    {
        var word = string.Concat(Enumerable.Repeat("Donaudampfschifffahrt", 30));
        var request = SampleDocuments.VictimAssistance with { Description = SampleDocuments.Text(word) };

        using var file = TaggedFile.Open(QuadChartPdf.Print(request));

        Assert.Contains(word, file.OfType("P").Select(file.TextOf));
        Assert.All(
            file.Pages[0].Letters.Where(letter => letter.PointSize < 20),
            letter => Assert.True(letter.BoundingBox.Right < 766)
        );
    }

    [Fact]
    public void Print_AnyText_IsNowhereSmallerThanNinePoints()
    {
        using var file = TaggedFile.Open(
            QuadChartPdf.Print(Overflowing() with { Figures = SampleDocuments.OneFigure("National Security") })
        );

        var sizes = file.Pages.SelectMany(page => page.Letters).Select(letter => letter.PointSize).ToList();

        Assert.True(sizes.Min() >= 9 - 0.01, $"The smallest text has {sizes.Min()} points.");
    }

    [Theory]
    [InlineData("Ελληνικά κείμενα", "NotoSans")]
    [InlineData("русский текст", "NotoSans")]
    [InlineData("防衛省とカタカナ", "NotoSansJP")]
    [InlineData("说简体环境部", "NotoSansSC")]
    [InlineData("𠮷野家", "NotoSansJP")]
    [InlineData("Zażółć gęślą jaźń", "PublicSans")]
    public void Print_AScriptOutsideTheMainFont_ComesFromAFallbackFontAndStaysText(string text, string font)
    {
        var request = SampleDocuments.VictimAssistance with { Description = SampleDocuments.Text("Latin and " + text) };

        using var file = TaggedFile.Open(QuadChartPdf.Print(request));

        Assert.Contains("Latin and " + text, file.OfType("P").Select(file.TextOf));
        Assert.Contains(
            file.Pages[0].Letters,
            letter => text.StartsWith(letter.Value, StringComparison.Ordinal) && FontName(letter) == font + "Regular"
        );
        Assert.Empty(QuadChartPdf.Measure(request).Unprintable);
    }

    [Theory]
    [InlineData("שלום", "U+05E9: its script needs shaping, which is not done here")]
    [InlineData("مرحبا", "U+0645: its script needs shaping, which is not done here")]
    [InlineData("हिन्दी", "U+0939: its script needs shaping, which is not done here")]
    [InlineData("한국어", "U+D55C: no font has it")]
    [InlineData("😀", "U+1F600: no font has it")]
    [InlineData("x\u0304", "U+0304: its script needs shaping, which is not done here")]
    [InlineData("\u0007", "U+0007: a control character")]
    public void Measure_ACharacterThatCannotBePrinted_IsReportedAndASquareStandsForIt(string text, string name)
    {
        var request = SampleDocuments.VictimAssistance with { Impact = SampleDocuments.Text($"before {text} after") };

        var found = QuadChartPdf.Measure(request).Unprintable;

        Assert.Contains(found, character => character.Place == "Impact" && character.Name == name);
        using var file = TaggedFile.Open(QuadChartPdf.Print(request));
        Assert.Contains(
            file.OfType("P").Select(file.TextOf),
            paragraph =>
                paragraph.StartsWith("before ", StringComparison.Ordinal)
                && paragraph.Contains('□')
                && paragraph.EndsWith(" after", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Measure_HalfOfASurrogatePair_IsReported()
    {
        var request = SampleDocuments.VictimAssistance with { Title = "half \ud800 pair" };

        var found = Assert.Single(QuadChartPdf.Measure(request).Unprintable);

        Assert.Equal(new UnprintableCharacter("Title", "\ud800", "U+D800: half of a surrogate pair"), found);
        Assert.Empty(StructureChecker.Faults(QuadChartPdf.Print(request)));
    }

    [Fact]
    public void Print_ALineOfSeveralFonts_LeavesNoGapAndNoOverlapBetweenThem()
    {
        const string Text = "Latin, Ελληνικά, 防衛省 and 环境";
        var request = SampleDocuments.VictimAssistance with { Description = SampleDocuments.Text(Text) };

        using var file = TaggedFile.Open(QuadChartPdf.Print(request));

        var letters = file.Pages[0].Letters.ToList();
        var first = letters.FindIndex(letter => letter.Value == "Ε") - "Latin, ".Length;
        var line = letters.Slice(first, Text.Length);
        Assert.Equal(Text, string.Concat(line.Select(letter => letter.Value)));
        Assert.All(
            line.Zip(line.Skip(1)),
            pair => Assert.Equal(pair.First.EndBaseLine.X, pair.Second.StartBaseLine.X, tolerance: 0.1)
        );
    }

    [Fact]
    public void Print_ARequest_LeavesOutWhatHappensIfItIsNotFunded()
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(SampleDocuments.VictimAssistance));

        Assert.All(file.Pages, page => Assert.DoesNotContain("keeps sharing", TextOf(page), StringComparison.Ordinal));
        Assert.Contains(
            "keeps sharing",
            SampleDocuments.VictimAssistance.IfNotFunded.Blocks[0].PlainText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Print_ADraftWithoutATitle_SaysThatNoResponseWasProvided()
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(SampleDocuments.VictimAssistance with { Title = "" }));

        Assert.Equal(Wording.NoResponse, file.TextOf(Assert.Single(file.OfType("H1"))));
    }

    [Fact]
    public void Print_ALetterWithACombiningMark_IsPrintedAsOneCharacter()
    {
        var request = SampleDocuments.VictimAssistance with { Impact = SampleDocuments.Text("re\u0301sume\u0301") };

        using var file = TaggedFile.Open(QuadChartPdf.Print(request));

        Assert.Contains("résumé", file.OfType("P").Select(file.TextOf));
        Assert.Empty(QuadChartPdf.Measure(request).Unprintable);
    }

    [Fact]
    public void Print_AHostileTitle_StandsUnchangedInTextAndMetadata()
    {
        const string Title = "A & B <c> \"d\" ]]> \\) (";
        using var file = TaggedFile.Open(QuadChartPdf.Print(SampleDocuments.VictimAssistance with { Title = Title }));

        Assert.Equal($"FY2029-VAP-003: {Title}", file.Document.Information.Title);
        Assert.True(file.Document.TryGetXmpMetadata(out var metadata));
        Assert.Contains(
            $"FY2029-VAP-003: {Title}",
            metadata.GetXDocument().Descendants().Select(element => element.Value)
        );
        Assert.Equal(Title, file.TextOf(Assert.Single(file.OfType("H1"))));
    }

    private static RequestDocument Overflowing() =>
        SampleDocuments.VictimAssistance with
        {
            Justification = SampleDocuments.Text(LongText, "- " + LongText),
            Impact = SampleDocuments.Text(LongText),
        };

    private static string TextOf(Page page) => string.Concat(page.Letters.Select(letter => letter.Value));

    /// <summary>Without subset tag and spaces.</summary>
    private static string FontName(Letter letter) => letter.FontName![7..].Replace(" ", "", StringComparison.Ordinal);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
