using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using ScrBudget.Documents.Pdf;

namespace ScrBudget.Documents.Tests.Pdf;

/// <summary>The checker is worth what it finds in a file that is wrong on purpose.</summary>
public class StructureCheckerTests
{
    [Theory]
    [InlineData("H2 follows nothing.")]
    [InlineData("H4 follows H2.")]
    [InlineData("TD stands in Document.")]
    [InlineData("LBody stands in Document.")]
    [InlineData("The rows of a table differ in their number of cells.")]
    [InlineData("A table has no header cells.")]
    [InlineData("A figure has no alternative text.")]
    [InlineData("A list does not say how it is numbered.")]
    [InlineData("The XMP metadata is not well-formed.")]
    public void Faults_OfAKnownBadDocument_NamesEach(string fault) =>
        Assert.Contains(fault, StructureChecker.Faults(KnownBad()));

    [Fact]
    public void Faults_OfAKnownBadDocument_NamesContentThatDoesNotNest() =>
        Assert.Contains(
            StructureChecker.Faults(KnownBad()),
            fault => fault.EndsWith("nest.", StringComparison.Ordinal)
        );

    [Fact]
    public void Faults_OfAnUntaggedDocument_NamesTheMissingTree()
    {
        using var document = new PdfDocument();
        document.AddPage();
        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);

        Assert.Contains("There is no structure tree.", StructureChecker.Faults(stream.ToArray()));
    }

    private static byte[] KnownBad()
    {
        // Printing registers the fonts with PDFsharp.
        QuadChartPdf.Print(SampleDocuments.CyberCrimes);
        using var document = new PdfDocument();
        document.Info.Title = "A & B";
        var structure = UAManager.ForDocument(document).StructureBuilder;
        using var graphics = XGraphics.FromPdfPage(document.AddPage());
        var font = new XFont("PublicSans", 11, XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Unicode));
        var y = 40.0;
        void Text(PdfBlockLevelElementTag tag)
        {
            structure.BeginElement(tag);
            graphics.DrawString(tag.ToString(), font, XBrushes.Black, 40, y += 16);
            structure.End();
        }

        Text(PdfBlockLevelElementTag.Heading2);
        Text(PdfBlockLevelElementTag.Heading4);
        Text(PdfBlockLevelElementTag.TableDataCell);
        Text(PdfBlockLevelElementTag.ListBody);
        structure.BeginElement(PdfBlockLevelElementTag.List);
        Text(PdfBlockLevelElementTag.ListItem);
        structure.End();
        structure.BeginElement(PdfBlockLevelElementTag.Table);
        for (var cells = 1; cells <= 2; cells++)
        {
            structure.BeginElement(PdfBlockLevelElementTag.TableRow);
            for (var cell = 0; cell < cells; cell++)
            {
                Text(PdfBlockLevelElementTag.TableDataCell);
            }

            structure.End();
        }

        structure.End();
        structure.BeginElement(PdfIllustrationElementTag.Figure, "", new XRect(0, 0, 10, 10));
        graphics.DrawRectangle(XBrushes.Red, 40, 300, 10, 10);
        structure.End();
        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        return stream.ToArray();
    }
}
