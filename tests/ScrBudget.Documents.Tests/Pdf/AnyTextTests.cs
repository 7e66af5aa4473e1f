using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ScrBudget.Documents.Pdf;

namespace ScrBudget.Documents.Tests.Pdf;

/// <summary>Whatever is typed, every word that can be printed is, and the rest is reported.</summary>
[Properties(Arbitrary = [typeof(AnyTextTests)])]
public class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        " ",
        " ",
        "\n",
        "word",
        "A & B <c>",
        "fee\u0301",
        "naïve",
        "Ελλάδα",
        "Россия",
        "防衛省",
        "环境",
        "𠮷",
        "한국",
        "😀",
        "שלום",
        "\u200B",
        "\u00AD",
        "\u2011",
        "\u0000",
        "\ud800",
        "(",
        "\\",
        "—",
        "-",
        "**",
        "• ",
        new string('x', 300),
        "\u3000",
        "x\u0304",
    ];

    /// <summary>Texts of pieces that are awkward for fonts, lines, XML or PDF strings, beside ordinary ones.</summary>
    public static Arbitrary<string> Texts() =>
        Gen.OneOf(
                Gen.Elements(Pieces).ListOf().Select(string.Concat),
                Gen.Choose(1, 700).Select(count => string.Join(' ', Enumerable.Range(0, count).Select(i => $"word{i}")))
            )
            .ToArbitrary();

    [Property(MaxTest = 60)]
    public void Print_AnyTexts_PrintsEveryWordOrReportsItAndPassesTheStructureChecks(
        string[] description,
        string justification,
        string impact,
        string title
    )
    {
        var request = SampleDocuments.VictimAssistance with
        {
            Title = "Title " + title,
            Description = Section(description),
            Justification = Section([justification]),
            Impact = Section([impact, impact]),
        };

        var pdf = QuadChartPdf.Print(request);

        Assert.Empty(StructureChecker.Faults(pdf));
        var reported = QuadChartPdf.Measure(request).Unprintable.Select(found => found.Character).ToHashSet();
        using var file = TaggedFile.Open(pdf);
        var printed = Printed(file);
        Assert.All(
            file.Pages.SelectMany(page => page.Letters).Where(letter => letter.PointSize < 20),
            letter => Assert.True(letter.StartBaseLine is { X: > 20, Y: > 8 and < 604 } && letter.EndBaseLine.X < 772)
        );
        Assert.All(
            description.Append(justification).Append(impact).Append(title).SelectMany(text => WordsOf(text, reported)),
            word => Assert.Contains(word, printed, StringComparison.Ordinal)
        );
    }

    [Property(MaxTest = 60)]
    public void Measure_AnyTexts_NamesAPlaceInsideTheText(string first, string second)
    {
        var text = Section([first, second, first]);

        var excess = QuadChartPdf.Measure(SampleDocuments.VictimAssistance with { Justification = text }).Excess;

        Assert.All(
            excess.Where(found => found.Quadrant == Quadrant.Justification),
            found =>
                Assert.InRange(found.From!.Value.Character, 0, text.Blocks[found.From.Value.Block].PlainText.Length)
        );
    }

    /// <summary>The title, and each section's text with its continuation: a word may be divided between the two.</summary>
    private static string Printed(TaggedFile file)
    {
        var sections = file.OfType("Sect")
            .Where(section => section.Children.FirstOrDefault()?.Type == "H2")
            .Select(section => section.Children.Select(file.TextOf).ToList())
            .GroupBy(texts => texts[0].Replace(", continued", "", StringComparison.Ordinal))
            .Select(parts => parts.SelectMany(part => part.Skip(1).TakeWhile(IsNoNote)));
        return string.Join(
            '\n',
            file.OfType("H1").Select(file.TextOf).Concat(sections.Select(parts => string.Concat(parts)))
        );
    }

    private static bool IsNoNote(string text) => !text.StartsWith("Continued on page", StringComparison.Ordinal);

    private static FormattedText Section(string[] texts) =>
        new([.. texts.Select((text, i) => new TextBlock(i % 2 == 1, [new TextRun(text, Bold: i % 3 == 1)]))]);

    /// <summary>Runs of letters and digits, composed as they are printed, that hold nothing reported.</summary>
    private static string[] WordsOf(string text, HashSet<string> reported)
    {
        var words = new StringBuilder();
        foreach (var rune in text.Replace("e\u0301", "é", StringComparison.Ordinal).EnumerateRunes())
        {
            words.Append(Rune.IsLetterOrDigit(rune) && !reported.Contains(rune.ToString()) ? rune.ToString() : " ");
        }

        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
