using DocumentFormat.OpenXml.Wordprocessing;
using ScrBudget.Documents.Word;

namespace ScrBudget.Documents.Tests.Word;

public sealed class WordExhibitTests
{
    [Fact]
    public void Print_PutsTitleNumberHeadlineAndFactsOnTheFirstPage()
    {
        using var file = Print(SampleExhibits.Submitted());

        Assert.Equal((1, "Victim assistance specialists and forensic interviewing"), file.Headings[0]);
        Assert.Contains("FY2029-VAP-003", file.Text);
        Assert.Contains("$3.0 million · 16 positions · 8 FTE", file.Text);
        Assert.Contains("Designated by: U.S. Immigration and Customs Enforcement, Office of Budget", file.Text);
        var facts = file.Cells("Program and funding of the request");
        Assert.Contains(["Organization", "Victim Assistance Program"], facts);
        Assert.Contains(["Appropriation", "Operations and Support"], facts);
        Assert.Contains(["Period of availability", "One year, through September 30, 2029"], facts);
        Assert.Contains(["Kind of change", "Program increase"], facts);
        Assert.Contains(["Priority", "2 of 14"], facts);
        Assert.Equal(10, facts.Count);
    }

    [Fact]
    public void Print_PutsMarkingNoticesStatusAndPageNumberOnEveryPage()
    {
        using var file = Print(SampleExhibits.Submitted());

        var header = WordFile.TextOf(file.Header);
        var footer = WordFile.TextOf(file.Footer);
        Assert.Equal(
            "CUI//SP-BUDG\nSYNTHETIC DATA: not for official use · Texts and cost lines are illustrative",
            header
        );
        Assert.Equal("FY2029-VAP-003 · Submitted · as of Mar 3, 2027\tPage 1 of 1\nCUI//SP-BUDG", footer);
        Assert.Equal(
            [" PAGE ", " NUMPAGES "],
            file.Footer.Descendants<SimpleField>().Select(field => field.Instruction?.Value)
        );
        // One section, one header of the default kind: no page can escape it.
        Assert.Single(file.Body.Descendants<SectionProperties>());
        Assert.DoesNotContain(file.Body.Descendants<TitlePage>(), _ => true);
    }

    [Fact]
    public void Print_OfADraft_SaysSoOnEveryPageAndInTheText()
    {
        using var draft = Print(SampleExhibits.Draft());
        using var submitted = Print(SampleExhibits.Submitted());

        Assert.Contains("DRAFT", WordFile.TextOf(draft.Header));
        Assert.Contains("DRAFT. The text and figures of this request may still change.", draft.Text);
        Assert.Contains("Status: Draft, as of Mar 3, 2027", draft.Text);
        Assert.DoesNotContain("DRAFT", WordFile.TextOf(submitted.Header));
        Assert.DoesNotContain("DRAFT", submitted.Text);
    }

    [Fact]
    public void Print_KeepsParagraphsBulletsBoldAndItalic()
    {
        using var file = Print(SampleExhibits.Submitted());

        var bullet = Paragraph(file, "13 victim assistance specialists in field offices;");
        var runs = bullet.Descendants<Run>().ToList();
        Assert.Equal("ListBullet", WordFile.StyleOf(bullet));
        Assert.NotNull(runs[0].RunProperties?.Bold);
        Assert.Null(runs[1].RunProperties?.Bold);
        var italic = Paragraph(file, "No other program of the agency gives this help.").Descendants<Run>().ElementAt(1);
        Assert.NotNull(italic.RunProperties?.Italic);
    }

    [Fact]
    public void Print_PutsEveryCostRowInItsTableAndTotalsInBold()
    {
        var cost = SampleCosts.Tables();
        using var file = Print(SampleExhibits.Submitted());

        var personnel = file.Cells("Personnel cost by position type");
        var nonPersonnel = file.Cells("Non-personnel cost by item");
        var summary = file.Cells("Five-year cost summary");
        Assert.Equal("FY 2030 change", personnel[0][6]);
        Assert.Equal(["Victim assistance specialist", "178", "89", "13", "6", "1,157", "1,157", "0"], personnel[1]);
        Assert.Equal(["Interview rooms", "32 Land and structures", "170", "4", "680", "(680)", "0"], nonPersonnel[1]);
        Assert.Equal(["Item", .. cost.Years], summary[0]);
        Assert.Equal(cost.Summary.Select(row => (string[])[row.Label, .. row.Cells]), summary.Skip(1));
        Assert.Equal("TableTotalNumber", WordFile.StyleOf(Paragraph(file, "3,000")));
        Assert.Equal("TableNumber", WordFile.StyleOf(Paragraph(file, "(680)")));
        Assert.Contains(cost.Overrides[0], file.TextBeneath("Amounts entered instead of computed"));
    }

    [Fact]
    public void Print_PutsFiguresCaveatsAndSourcesOnce()
    {
        var figures = SampleExhibits.Submitted().Figures;
        using var file = Print(SampleExhibits.Submitted());

        var cited = file.Cells("Statistics cited in the text");
        Assert.Equal(
            [
                "S1",
                "Transnational Crimes Against Children",
                "FY 2017–2021",
                "Disruptions and dismantlements",
                "1,238",
                "803",
            ],
            cited[1]
        );
        Assert.Equal(figures.Items.Count + 1, cited.Count);
        string[] once = [.. figures.Items.Select(item => item.Sentence), .. figures.Caveats, .. figures.Sources];
        var lines = file.Text.Split('\n');
        Assert.All(once, sentence => Assert.Single(lines, sentence));
        Assert.Contains("Years without a bar: S2 FY 2019 fewer than 5, FY 2020 no data.", lines);
    }

    [Fact]
    public void Print_PutsAnswersPerCategoryAndTheQualityAnnex()
    {
        var request = SampleExhibits.Submitted();
        using var file = Print(request);

        var answers = file.Cells("How the request answered each SCR category").Skip(1);
        Assert.Equal(request.Answers.Select(line => (string[])[line.Category, line.Decision, line.Reason]), answers);
        Assert.All(
            request.Figures.Quality,
            statement => Assert.Equal(statement.Text, file.TextBeneath(statement.Heading))
        );
    }

    [Fact]
    public void Print_WithoutFigures_SaysSoAndHasNoChart()
    {
        using var file = Print(SampleExhibits.Submitted() with { Figures = CitedFigures.None });

        Assert.Contains("No SCR statistic is cited in this request.", file.Text);
        Assert.Empty(file.Main.ChartParts);
        Assert.Empty(file.Body.Descendants<Drawing>());
        Assert.DoesNotContain("Statistics cited", file.Text);
        Assert.DoesNotContain("Annex", file.Text);
        Assert.Empty(file.Errors);
    }

    [Fact]
    public void Print_OfWhatWasNotWritten_SaysThatNoResponseWasProvided()
    {
        using var file = Print(SampleExhibits.Bare());

        string[] sections = ["Description", "Justification", "Impact on performance", "Offsets"];
        Assert.All(sections, heading => Assert.Equal(Wording.NoResponse, file.TextBeneath(heading)));
        Assert.Equal(Wording.NoResponse, file.TextBeneath("Impact of not funding (pre-decisional)"));
        var facts = file.Cells("Program and funding of the request");
        Assert.All(facts.Skip(2), row => Assert.Equal(Wording.NoResponse, row[1]));
        Assert.Contains("No positions are requested.", file.Text);
        Assert.DoesNotContain("Designated by", file.Text);
        Assert.Empty(file.Errors);
    }

    [Fact]
    public void Print_OfMoreYearsThanTheExhibitHasColumns_IsRefused()
    {
        var request = SampleExhibits.Submitted();
        var sixYears = request with { Cost = request.Cost with { Years = [.. request.Cost.Years, "FY 2034"] } };

        var error = Assert.Throws<ArgumentException>(() => WordExhibit.Print(sixYears));

        Assert.Contains("6 years", error.Message);
    }

    private static Paragraph Paragraph(WordFile file, string text) =>
        file.Body.Descendants<Paragraph>().First(paragraph => WordFile.TextOf(paragraph) == text);

    private static WordFile Print(RequestDocument request) => new(WordExhibit.Print(request));
}
