using System.Globalization;
using System.Text;

namespace ScrBudget.Documents.Word;

/// <summary>The workbook inside a native chart: what <em>Edit Data</em> opens in Word.</summary>
internal static class ChartWorkbook
{
    public const string SheetName = "Figures";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    private const string ContentTypes =
        Declaration
        + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            </Types>
            """;

    private const string PackageRelations =
        Declaration
        + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """;

    private const string WorkbookRelations =
        Declaration
        + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            </Relationships>
            """;

    private const string Workbook =
        Declaration
        + $"""
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="{SheetName}" sheetId="1" r:id="rId1"/></sheets>
            </workbook>
            """;

    /// <summary>Fiscal years down, figures across; a year without a number has no cell.</summary>
    public static byte[] Write(ChartContent chart) =>
        ZipEntries.Write([
            ("[Content_Types].xml", ContentTypes),
            ("_rels/.rels", PackageRelations),
            ("xl/workbook.xml", Workbook),
            ("xl/_rels/workbook.xml.rels", WorkbookRelations),
            ("xl/worksheets/sheet1.xml", Sheet(chart)),
        ]);

    /// <summary>The column of a series: the first column holds the fiscal years.</summary>
    public static string ColumnOf(int series)
    {
        const int letters = 26;
        var column = series + 1;
        var name = "";
        for (; column >= 0; column = (column / letters) - 1)
        {
            name = (char)('A' + (column % letters)) + name;
        }
        return name;
    }

    private static string Sheet(ChartContent chart)
    {
        var xml = new StringBuilder(Declaration);
        xml.Append("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        xml.Append("""<row r="1">""").Append(TextCell("A1", "Fiscal year"));
        for (var series = 0; series < chart.Series.Count; series++)
        {
            xml.Append(TextCell(ColumnOf(series) + "1", chart.Series[series].Name));
        }
        xml.Append("</row>");
        for (var category = 0; category < chart.Categories.Count; category++)
        {
            var row = category + 2;
            xml.Append(CultureInfo.InvariantCulture, $"""<row r="{row}">""");
            xml.Append(TextCell($"A{row}", chart.Categories[category]));
            for (var series = 0; series < chart.Series.Count; series++)
            {
                if (chart.Series[series].Values[category] is { } value)
                {
                    xml.Append(CultureInfo.InvariantCulture, $"""<c r="{ColumnOf(series)}{row}"><v>{value}</v></c>""");
                }
            }
            xml.Append("</row>");
        }
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string TextCell(string reference, string text) =>
        $"""<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{NativeChart.Escape(text)}</t></is></c>""";
}
