using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ScrBudget.Documents.Word;

namespace ScrBudget.Documents.Tests.Word;

public sealed class WordExhibitFileTests
{
    public static TheoryData<string, RequestDocument> Requests =>
        new()
        {
            { "submitted", SampleExhibits.Submitted() },
            { "draft", SampleExhibits.Draft() },
            { "bare", SampleExhibits.Bare() },
            { "unmarked", SampleExhibits.Submitted() with { Marking = new PageMarking("", ""), Notices = [] } },
        };

    [Theory]
    [MemberData(nameof(Requests), DisableDiscoveryEnumeration = true)]
    public void Print_GivesAFileWithoutValidationErrors(string kind, RequestDocument request)
    {
        using var file = new WordFile(WordExhibit.Print(request));

        Assert.True(file.Errors.Count == 0, $"{kind}: {string.Join('\n', file.Errors)}");
    }

    [Theory]
    [MemberData(nameof(Requests), DisableDiscoveryEnumeration = true)]
    public void Print_LeavesNoPlaceholderAndNoEmptyParagraph(string kind, RequestDocument request)
    {
        using var file = new WordFile(WordExhibit.Print(request));

        Assert.All(file.Roots, root => Assert.DoesNotContain("[", WordFile.TextOf(root)));
        Assert.Empty(file.Roots.SelectMany(root => root.Descendants<ShowingPlaceholder>()));
        var tags = file.Roots.SelectMany(root => root.Descendants<Tag>()).Select(tag => tag.Val?.Value ?? "");
        Assert.DoesNotContain(tags, tag => tag.StartsWith("when.", StringComparison.Ordinal));
        var empty = file
            .Body.Descendants<Paragraph>()
            .Where(paragraph => WordFile.TextOf(paragraph).Length == 0)
            .Where(paragraph => !paragraph.Ancestors<TableCell>().Any() && !paragraph.Descendants<Drawing>().Any());
        Assert.True(!empty.Any(), kind);
    }

    [Theory]
    [MemberData(nameof(Requests), DisableDiscoveryEnumeration = true)]
    public void Print_NestsHeadingsAndMarksHeaderRows(string kind, RequestDocument request)
    {
        using var file = new WordFile(WordExhibit.Print(request));

        Assert.Equal(1, file.Headings[0].Level);
        Assert.Single(file.Headings, heading => heading.Level == 1);
        Assert.All(
            file.Headings.Zip(file.Headings.Skip(1)),
            pair => Assert.True(pair.Second.Level <= pair.First.Level + 1, $"{kind}: {pair.Second.Text}")
        );
        Assert.NotEmpty(file.Tables);
        Assert.All(
            file.Tables,
            table =>
            {
                var first = table.Descendants<TableRow>().First();
                Assert.NotNull(first.TableRowProperties?.GetFirstChild<TableHeader>());
                Assert.True(table.Descendants<TableRow>().Skip(1).Any(), "a table without rows");
                Assert.NotNull(table.GetFirstChild<TableProperties>()?.TableCaption?.Val);
            }
        );
    }

    [Fact]
    public void Print_GivesEveryControlItsOwnId()
    {
        using var file = new WordFile(WordExhibit.Print(SampleExhibits.Submitted()));

        var ids = file.Roots.SelectMany(root => root.Descendants<SdtId>()).Select(id => id.Val?.Value).ToList();

        Assert.True(ids.Count > 100, "lists repeat their controls");
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Print_Twice_GivesTheSameBytes()
    {
        var first = WordExhibit.Print(SampleExhibits.Submitted());
        var second = WordExhibit.Print(SampleExhibits.Submitted());

        Assert.Equal(first, second);
    }

    [Fact]
    public void Print_PutsNoClockIntoTheFileOrItsWorkbook()
    {
        var bytes = WordExhibit.Print(SampleExhibits.Submitted());
        using var file = new WordFile(bytes);

        Assert.All(EntryTimes(bytes), time => Assert.Equal(new DateTime(1980, 1, 1), time));
        Assert.All(EntryTimes(file.ChartWorkbook()), time => Assert.Equal(new DateTime(1980, 1, 1), time));
        Assert.Equal(new DateTime(2027, 3, 3, 0, 0, 0, DateTimeKind.Utc), file.Created);
        Assert.Equal(file.Created, file.Modified);
    }

    [Fact]
    public void Print_NamesTheRequestAndTheLanguageInTheFile()
    {
        using var file = new WordFile(WordExhibit.Print(SampleExhibits.Submitted()));

        var defaults = file.Main.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!;
        Assert.Equal("FY2029-VAP-003 Victim assistance specialists and forensic interviewing", file.Title);
        Assert.Equal("en-US", file.Language);
        Assert.Equal("en-US", defaults.RunPropertiesBaseStyle!.Languages!.Val!.Value);
    }

    [Theory]
    [InlineData("A & B <c> \"d\" 'e' ]]> &amp;", "A & B <c> \"d\" 'e' ]]> &amp;")]
    [InlineData("null\0bell\abackspace\bescape\u001B", "nullbellbackspaceescape")]
    [InlineData("written \uFFFD stays", "written \uFFFD stays")]
    [InlineData("emoji 👩‍👧‍👦 and 🇺🇸", "emoji 👩‍👧‍👦 and 🇺🇸")]
    [InlineData("עברית والعربية", "עברית والعربية")]
    [InlineData("line\r\nline\tcolumn", "line\nline\tcolumn")]
    public void Print_OfHostileText_KeepsWhatCanBePrinted(string written, string printed)
    {
        var request = SampleExhibits.Submitted();
        var figure = request.Figures.Items[0] with { Category = written, Sentence = written };
        var hostile = request with
        {
            Title = written,
            Office = written,
            Description = SampleExhibits.Text(SampleExhibits.Paragraph(written)),
            Facts = request.Facts with { Contact = written },
            Figures = request.Figures with { Items = [figure], Caveats = [written] },
        };

        using var file = new WordFile(WordExhibit.Print(hostile));

        Assert.Empty(file.Errors);
        Assert.Equal(printed, file.Headings[0].Text);
        Assert.Equal(printed, file.TextBeneath("Description"));
        Assert.Contains(["Contact", printed], file.Cells("Program and funding of the request"));
        Assert.Equal(printed, file.Cells("Statistics cited in the text")[1][1]);
        Assert.Contains("S1 ", file.Chart().Root!.Value);
    }

    [Fact]
    public void Print_OfLoneSurrogatesAndNonCharacters_LeavesThemOut()
    {
        var request = SampleExhibits.Submitted() with
        {
            Title = "lone \uD83D surrogate \uDE00 and \uFFFE, \uFFFF, \uFDD0",
        };

        using var file = new WordFile(WordExhibit.Print(request));

        Assert.Equal("lone  surrogate  and , , ", file.Headings[0].Text);
        Assert.Equal("FY2029-VAP-003 lone  surrogate  and , , ", file.Title);
        Assert.Empty(file.Errors);
    }

    [Fact]
    public void Print_OfVeryLongText_PrintsAllOfIt()
    {
        var word = new string('x', 2_000);
        var blocks = Enumerable
            .Range(1, 500)
            .Select(at => SampleExhibits.Paragraph($"Paragraph {at} {word}"))
            .ToArray();

        using var file = new WordFile(
            WordExhibit.Print(SampleExhibits.Submitted() with { Justification = SampleExhibits.Text(blocks) })
        );

        var lines = file.TextBeneath("Justification").Split('\n');
        Assert.Equal(500, lines.Length);
        Assert.Equal($"Paragraph 500 {word}", lines[^1]);
    }

    private static List<DateTime> EntryTimes(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        Assert.NotEmpty(zip.Entries);
        return [.. zip.Entries.Select(entry => entry.LastWriteTime.DateTime)];
    }
}
