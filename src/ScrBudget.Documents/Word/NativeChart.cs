using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Drawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;

namespace ScrBudget.Documents.Word;

/// <summary>A chart that Word draws itself from an embedded workbook, inline in its paragraph.</summary>
internal static class NativeChart
{
    private const string ChartRelation = "rIdFiguresChart";
    private const string WorkbookRelation = "rIdFiguresWorkbook";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // English Metric Units: 635 in a twentieth of a point, 914,400 in an inch.
    private const long UnitsPerTwip = 635;
    private const long Height = 2_560_320;
    private const long DefaultWidth = 5_943_600;

    /// <summary>Adds the chart with its workbook and returns the drawing that shows it, as wide as the text.</summary>
    public static Drawing Add(MainDocumentPart main, ChartContent chart)
    {
        // A printed exhibit used as a template still has the chart of its day.
        if (main.TryGetPartById(ChartRelation, out var former))
        {
            main.DeletePart(former);
        }
        var part = main.AddNewPart<ChartPart>(ChartRelation);
        var workbook = part.AddEmbeddedPackagePart(new PartTypeInfo(WorkbookType, ".xlsx"), WorkbookRelation);
        using (var file = new MemoryStream(ChartWorkbook.Write(chart)))
        {
            workbook.FeedData(file);
        }
        using (var xml = new MemoryStream(Encoding.UTF8.GetBytes(ChartXml.Write(chart, WorkbookRelation))))
        {
            part.FeedData(xml);
        }
        return Inline(main, chart);
    }

    /// <summary>Text as XML may hold it.</summary>
    public static string Escape(string text) => SecurityElement.Escape(WordText.Clean(text))!;

    private static Drawing Inline(MainDocumentPart main, ChartContent chart)
    {
        var body = main.Document!.Body!;
        var id = body.Descendants<DocProperties>().Max(other => other.Id?.Value) ?? 0;
        return new Drawing(
            new Inline(
                new Extent { Cx = TextWidth(body), Cy = Height },
                new DocProperties
                {
                    Id = id + 1,
                    Name = chart.Name,
                    Description = WordText.Clean(chart.Alternative),
                },
                new DocumentFormat.OpenXml.Drawing.Wordprocessing.NonVisualGraphicFrameDrawingProperties(),
                new Graphic(
                    new GraphicData(new ChartReference { Id = ChartRelation })
                    {
                        Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                    }
                )
            )
            {
                DistanceFromTop = 0,
                DistanceFromBottom = 0,
                DistanceFromLeft = 0,
                DistanceFromRight = 0,
            }
        );
    }

    private static long TextWidth(Body body)
    {
        var section = body.Elements<SectionProperties>().LastOrDefault();
        var margins = section?.GetFirstChild<PageMargin>();
        return section?.GetFirstChild<PageSize>()?.Width?.Value is { } page
            ? (page - (margins?.Left?.Value ?? 0) - (margins?.Right?.Value ?? 0)) * UnitsPerTwip
            : DefaultWidth;
    }
}
