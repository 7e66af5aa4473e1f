using ScrBudget.Documents.Pdf;

namespace ScrBudget.Documents.Tests.Pdf;

public class QuadChartLayoutTests
{
    private static readonly string Sentence = "A sentence of some length that an author might well have written here. ";

    [Fact]
    public void Measure_ThreeFiguresWithLongCategoriesAndTheirCaveats_Fit()
    {
        var finding = QuadChartPdf.Measure(SampleDocuments.VictimAssistance);

        Assert.Empty(finding.Excess);
        Assert.Empty(finding.Unprintable);
    }

    [Theory]
    [InlineData(Quadrant.Description)]
    [InlineData(Quadrant.Justification)]
    [InlineData(Quadrant.Impact)]
    public void Measure_TextThatDoesNotFit_NamesItsQuadrantAndWhereTheExcessBegins(Quadrant quadrant)
    {
        var text = SampleDocuments.Text("Short.", string.Concat(Enumerable.Repeat(Sentence, 60)));

        var excess = Assert.Single(QuadChartPdf.Measure(With(quadrant, text)).Excess);

        Assert.Equal(quadrant, excess.Quadrant);
        Assert.Equal(1, excess.From!.Value.Block);
        Assert.InRange(excess.From.Value.Character, 1, text.Blocks[1].PlainText.Length - 1);
    }

    [Fact]
    public void Measure_TextCutWhereTheExcessBegins_Fits()
    {
        var text = SampleDocuments.Text(string.Concat(Enumerable.Repeat(Sentence, 60)));
        var from = QuadChartPdf.Measure(With(Quadrant.Justification, text)).Excess[0].From!.Value;

        var cut = SampleDocuments.Text(text.Blocks[from.Block].PlainText[..from.Character]);

        Assert.Empty(QuadChartPdf.Measure(With(Quadrant.Justification, cut)).Excess);
    }

    [Fact]
    public void Measure_OneLineMore_AddsOneToTheExcess()
    {
        var text = Enumerable.Repeat("One short line.", 60).ToArray();

        var before = QuadChartPdf.Measure(With(Quadrant.Justification, SampleDocuments.Text(text))).Excess[0];
        var after = QuadChartPdf.Measure(With(Quadrant.Justification, SampleDocuments.Text([.. text, "More."]))).Excess[
            0
        ];

        Assert.Equal(before.Lines + 1, after.Lines);
        Assert.Equal(before.From, after.From);
    }

    [Fact]
    public void Measure_ACostPlanOfManyRows_ReportsTheExcessWithoutAPlaceInTheText()
    {
        var rows = Enumerable.Range(0, 60).Select(i => new CostRow($"Row {i}", ["1"], IsTotal: false));
        var request = SampleDocuments.VictimAssistance with
        {
            Cost = SampleDocuments.VictimAssistance.Cost with { Summary = [.. rows] },
        };

        var excess = Assert.Single(QuadChartPdf.Measure(request).Excess);

        Assert.Equal((Quadrant.Cost, null), (excess.Quadrant, excess.From));
        using var file = TaggedFile.Open(QuadChartPdf.Print(request));
        Assert.Equal(
            Enumerable.Range(0, 60).Select(i => $"Row {i}"),
            file.OfType("TH").Select(file.TextOf).Where(text => text.StartsWith("Row", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Print_AnImpactLongerThanItsRoom_KeepsTheCitedFiguresOnTheFirstPageAndDropsTheChart()
    {
        var text = SampleDocuments.Text(string.Concat(Enumerable.Repeat(Sentence, 60)));

        using var file = TaggedFile.Open(QuadChartPdf.Print(With(Quadrant.Impact, text)));

        var figures = file.OfType("Table").Last();
        Assert.Contains("1,238", file.TextOf(figures), StringComparison.Ordinal);
        Assert.All(
            figures.Descendants().SelectMany(node => node.Kids).Where(kid => kid.Node is null),
            kid => Assert.Equal(1, kid.Page)
        );
        Assert.Empty(file.OfType("Figure"));
    }

    [Fact]
    public void Print_FiguresTooManyForTheirRoom_ContinueWithTheirHeadersOnAnotherPage()
    {
        var request = SampleDocuments.VictimAssistance with
        {
            Figures = SampleDocuments.ThreeFigures with
            {
                Items =
                [
                    .. Enumerable
                        .Range(0, 40)
                        .Select(i => SampleDocuments.Figure($"S{i}", $"Category {i}", "10", "9", [1, 2, 3, 4])),
                ],
            },
        };

        var pdf = QuadChartPdf.Print(request);

        using var file = TaggedFile.Open(pdf);
        Assert.Empty(StructureChecker.Faults(pdf));
        Assert.Equal(
            40,
            file.OfType("TH").Count(node => file.TextOf(node).StartsWith("Category", StringComparison.Ordinal))
        );
        Assert.True(QuadChartPdf.Measure(request).Excess[0].Lines > 20);
    }

    [Fact]
    public void Print_AFigureWithAYearWithoutData_SaysSoInItsChart()
    {
        var figure = SampleDocuments.Figure("S1", "National Security", "92", "61", [12, 17, 19, 21]) with
        {
            ByYear = [new("FY 2020", 12, "12"), new("FY 2021", null, "no data"), new("FY 2022", null, "fewer than 5")],
        };
        var request = SampleDocuments.CyberCrimes with
        {
            Figures = SampleDocuments.ThreeFigures with { Items = [figure] },
        };

        using var file = TaggedFile.Open(QuadChartPdf.Print(request));

        var chart = Assert.Single(file.OfType("Figure"));
        Assert.EndsWith(
            "FY 2020: 12, FY 2021: no data, FY 2022: fewer than 5.",
            chart.Alternative,
            StringComparison.Ordinal
        );
        Assert.Contains("no data", file.TextOf(chart), StringComparison.Ordinal);
    }

    [Fact]
    public void Print_ThreeFiguresWithRoomToSpare_HasAChartForEach()
    {
        using var file = TaggedFile.Open(
            QuadChartPdf.Print(With(Quadrant.Justification, SampleDocuments.Text("Short.")))
        );

        var chart = Assert.Single(file.OfType("Figure"));

        Assert.StartsWith("Bar charts of reports by fiscal year.", chart.Alternative, StringComparison.Ordinal);
        Assert.All(
            SampleDocuments.ThreeFigures.Items,
            figure => Assert.Contains(figure.Category + ", ", chart.Alternative, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Print_CostLines_AreListedUnlessTextNeedsTheirRoom()
    {
        var text = SampleDocuments.Text(string.Concat(Enumerable.Repeat(Sentence, 20)));
        var crowded = With(Quadrant.Justification, text) with { Description = text };

        Assert.Contains("What FY 2029 pays for", HeadersOf(SampleDocuments.VictimAssistance));
        Assert.DoesNotContain("What FY 2029 pays for", HeadersOf(crowded));
    }

    [Fact]
    public void Measure_TheTopQuadrantsNeedingMoreThanHalf_TakeWhatTheBottomOnesLeave()
    {
        var text = SampleDocuments.Text(string.Concat(Enumerable.Repeat(Sentence, 21)));
        var request = With(Quadrant.Justification, text) with { Impact = SampleDocuments.Text("Short.") };

        Assert.Empty(QuadChartPdf.Measure(request with { Figures = CitedFigures.None }).Excess);
        Assert.Equal(Quadrant.Justification, Assert.Single(QuadChartPdf.Measure(request).Excess).Quadrant);
    }

    private static List<string> HeadersOf(RequestDocument request)
    {
        using var file = TaggedFile.Open(QuadChartPdf.Print(request));
        return [.. file.OfType("TH").Select(file.TextOf)];
    }

    private static RequestDocument With(Quadrant quadrant, FormattedText text)
    {
        var request = SampleDocuments.VictimAssistance;
        return quadrant switch
        {
            Quadrant.Description => request with { Description = text },
            Quadrant.Justification => request with { Justification = text },
            Quadrant.Impact => request with { Impact = text },
            _ => throw new ArgumentOutOfRangeException(nameof(quadrant)),
        };
    }
}
