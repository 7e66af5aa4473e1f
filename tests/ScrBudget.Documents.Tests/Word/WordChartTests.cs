using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ScrBudget.Documents.Word;

namespace ScrBudget.Documents.Tests.Word;

public sealed class WordChartTests
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly string[] Years = ["FY 2017", "FY 2018", "FY 2019", "FY 2020", "FY 2021"];

    [Fact]
    public void Chart_HoldsTheFiguresOfTheModelWithGapsForMissingYears()
    {
        using var file = Print();

        var series = file.Chart().Descendants(C + "ser").ToList();
        Assert.Equal(2, series.Count);
        Assert.All(series, one => Assert.Equal(Years, Points(one.Element(C + "cat")!).Values));
        Assert.Equal(["201", "233", "270", "254", "280"], Points(series[0].Element(C + "val")!).Values);
        var secondValues = Points(series[1].Element(C + "val")!);
        Assert.Equal([1, 4], secondValues.Keys);
        Assert.Equal(["102", "114"], secondValues.Values);
        Assert.Equal("gap", file.Chart().Descendants(C + "dispBlanksAs").Single().Attribute("val")!.Value);
    }

    [Fact]
    public void ChartWorkbook_OpensAndHoldsTheSameNumbers()
    {
        using var file = Print();
        using var stream = new MemoryStream(file.ChartWorkbook());
        using var workbook = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(
                workbook,
                TestContext.Current.CancellationToken
            )
        );
        Assert.EndsWith(".xlsx", file.Main.ChartParts.Single().EmbeddedPackagePart!.Uri.OriginalString);
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>();
        Assert.Equal(
            [
                ["Fiscal year", Name(0), Name(1)],
                ["FY 2017", "201"],
                ["FY 2018", "233", "102"],
                ["FY 2019", "270"],
                ["FY 2020", "254"],
                ["FY 2021", "280", "114"],
            ],
            rows.Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray())
        );
        Assert.Equal(
            "Figures!$C$2:$C$6",
            file.Chart().Descendants(C + "val").Last().Descendants(C + "f").Single().Value
        );
    }

    [Fact]
    public void ChartAlternative_NamesEveryNumber()
    {
        using var file = Print();

        var alternative = file.Body.Descendants<DocProperties>().Single().Description!.Value!;

        Assert.Equal(
            $"Bar chart of reports by fiscal year. {Name(0)}, Disruptions and dismantlements: "
                + "FY 2017 201, FY 2018 233, FY 2019 270, FY 2020 254, FY 2021 280. "
                + $"{Name(1)}, Disruptions and dismantlements: "
                + "FY 2018 102, FY 2019 fewer than 5, FY 2020 no data, FY 2021 114.",
            alternative
        );
    }

    [Fact]
    public void Chart_WithoutASingleNumber_IsLeftOut()
    {
        var request = SampleExhibits.Submitted();
        var tooFew = request.Figures.Items[0] with { ByYear = [new FigureYear("FY 2021", null, "fewer than 5")] };
        using var file = new WordFile(
            WordExhibit.Print(request with { Figures = request.Figures with { Items = [tooFew] } })
        );

        Assert.Empty(file.Main.ChartParts);
        Assert.Contains("Years without a bar: S1 FY 2021 fewer than 5.", file.Text);
        Assert.Empty(file.Errors);
    }

    [Fact]
    public void Chart_OfThirtyFigures_NamesItsColumnsAsSpreadsheetsDo()
    {
        var request = SampleExhibits.Submitted();
        var figure = request.Figures.Items[0];
        var thirty = Enumerable.Range(1, 30).Select(at => figure with { Token = $"S{at}" }).ToList();
        using var file = new WordFile(
            WordExhibit.Print(request with { Figures = request.Figures with { Items = thirty } })
        );

        var references = file.Chart().Descendants(C + "val").Select(val => val.Descendants(C + "f").Single().Value);
        Assert.Equal("Figures!$AE$2:$AE$6", references.Last());
        Assert.Empty(file.Errors);
    }

    private static string Name(int figure)
    {
        var item = SampleExhibits.Submitted().Figures.Items[figure];
        return $"{item.Token} {item.Category}";
    }

    private static SortedDictionary<int, string> Points(XElement data) =>
        new(
            data.Descendants(C + "pt")
                .ToDictionary(
                    point => int.Parse(point.Attribute("idx")!.Value, CultureInfo.InvariantCulture),
                    point => point.Value
                )
        );

    private static WordFile Print() => new(WordExhibit.Print(SampleExhibits.Submitted()));
}
