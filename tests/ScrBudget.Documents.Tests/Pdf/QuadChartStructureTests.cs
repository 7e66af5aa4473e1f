using ScrBudget.Documents.Pdf;

namespace ScrBudget.Documents.Tests.Pdf;

public class QuadChartStructureTests
{
    private static readonly string LongText = string.Concat(Enumerable.Range(0, 900).Select(i => $"word{i} "));

    public static TheoryData<string> Requests =>
        ["three figures", "one figure", "empty", "overflowing", "scripts", "empty lines"];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Print_AnyRequest_PassesTheStructureChecks(string which) =>
        Assert.Empty(StructureChecker.Faults(QuadChartPdf.Print(Request(which))));

    [Fact]
    public void Print_ARequest_HasItsTitleAsFirstHeadingAndTheQuadrantsBelowInReadingOrder()
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(SampleDocuments.VictimAssistance));

        var headings = file
            .Elements.Where(node => node.Type is "H1" or "H2")
            .Select(node => (node.Type, file.TextOf(node)));

        Assert.Equal(
            [
                ("H1", "Victim assistance tools and resources"),
                ("H2", "Description"),
                ("H2", "Justification"),
                ("H2", "Cost"),
                ("H2", "Impact"),
            ],
            headings
        );
    }

    [Fact]
    public void Print_ARequest_SaysItsStatusAndMarkingInTheRealText()
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(SampleDocuments.VictimAssistance));

        var paragraphs = file.OfType("P").Select(file.TextOf).ToList();

        Assert.Contains("CUI//SP-BUDG", paragraphs);
        Assert.Contains("FY 2029 · FY2029-VAP-003 · Draft", paragraphs);
        Assert.Contains("$3.0 million · 16 positions · 8 FTE", paragraphs);
        Assert.Contains("Designated by: U.S. Immigration and Customs Enforcement", paragraphs);
        Assert.Contains($"{SampleDocuments.Synthetic} · {SampleDocuments.Illustrative}", paragraphs);
    }

    [Fact]
    public void Print_ACostPlan_IsATableWhoseYearsHeadColumnsAndLabelsHeadRows()
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(SampleDocuments.VictimAssistance));

        var headers = file.OfType("Table").First().Descendants().Where(node => node.Type == "TH").ToList();

        string[] TextsOf(string scope) =>
            [.. headers.Where(header => header.Attribute("Scope") == scope).Select(file.TextOf)];
        Assert.Equal(
            ["Dollars in thousands", "FY 2029", "FY 2030", "FY 2031", "FY 2032", "FY 2033"],
            TextsOf("Column")
        );
        Assert.Equal(["Positions", "FTE", "Pay", "Non-pay", "Total"], TextsOf("Row"));
    }

    [Fact]
    public void Print_CitedFigures_StandInATableInTheImpactQuadrantWithCaveatsAndSource()
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(SampleDocuments.VictimAssistance));

        var impact = file.OfType("Sect")
            .Single(section => section.Children.Any(child => file.TextOf(child) == "Impact"));
        var rows = impact
            .Descendants()
            .Where(node => node.Type == "TR")
            .Select(row => row.Children.Select(file.TextOf));

        Assert.Contains([SampleDocuments.LongCategory, "2017–2021", "1,238", "803"], rows);
        Assert.Contains(
            "these are not counts of TCOs. One case may have several reports, and the same reports may support other "
                + "requests; do not add. Source: extract of Oct 31, 2022, snapshot 1 (SYNTHETIC).",
            file.TextOf(impact),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("S1", file.TextOf(impact), StringComparison.Ordinal);
    }

    [Fact]
    public void Print_AFigure_HasAChartWhoseAlternativeListsItsNumbers()
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(SampleDocuments.CyberCrimes));

        var figure = Assert.Single(file.OfType("Figure"));

        Assert.Equal(
            "Bar chart of reports by fiscal year. Cyber-Enabled Crime, Disruptions and dismantlements: "
                + "FY 2017: 153, FY 2018: 187, FY 2019: 229, FY 2020: 301, FY 2021: 368.",
            figure.Alternative
        );
    }

    [Fact]
    public void Print_ABulletedText_IsAListWithLabelsAndBodies()
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(SampleDocuments.VictimAssistance));

        var items = Assert.Single(file.OfType("L")).Children.ToList();

        Assert.Equal(3, items.Count);
        Assert.Equal(["Lbl", "LBody"], items[0].Children.Select(child => child.Type));
        Assert.StartsWith("13 victim assistance", file.TextOf(items[0].Children.Last()), StringComparison.Ordinal);
    }

    [Fact]
    public void Print_EmptySections_SaysThatNoResponseWasProvided()
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(Request("empty")));

        Assert.Equal(4, file.OfType("P").Count(node => file.TextOf(node) == Wording.NoResponse));
        Assert.Contains(
            "Victim Assistance Program · Appropriation: No response was provided.",
            file.OfType("P").Select(file.TextOf)
        );
    }

    private static RequestDocument Request(string which)
    {
        var request = SampleDocuments.VictimAssistance;
        return which switch
        {
            "three figures" => request,
            "one figure" => SampleDocuments.CyberCrimes,
            "empty" => request with
            {
                Description = FormattedText.Empty,
                Justification = FormattedText.Empty,
                Impact = FormattedText.Empty,
                Cost = new CostTables([], [], [], [], []),
                Figures = CitedFigures.None,
                Notices = [],
                Facts = request.Facts with { Appropriation = "" },
            },
            "overflowing" => request with
            {
                Justification = SampleDocuments.Text(LongText, "- " + LongText, "- " + LongText),
                Impact = SampleDocuments.Text(LongText),
            },
            "scripts" => request with
            {
                Title = "A & B <c> Ωμέγα \u0001",
                Description = SampleDocuments.Text("русский **Ελληνικά** 防衛省 环境部 שלום 😀"),
            },
            "empty lines" => request with
            {
                Justification = SampleDocuments.Text([.. Enumerable.Repeat("", 300), "- ", "end"]),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(which)),
        };
    }
}
