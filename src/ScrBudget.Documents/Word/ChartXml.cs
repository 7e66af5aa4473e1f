using System.Globalization;
using System.Text;

namespace ScrBudget.Documents.Word;

/// <summary>The drawing of a clustered bar chart, with the numbers that its workbook holds.</summary>
internal static class ChartXml
{
    // USWDS colours, most of them 3:1 on white or more; told apart by lightness too, for print in grey.
    private static readonly string[] Colors = ["005EA2", "C05600", "162E51", "538200", "73B3E7", "8B1303", "71767A"];

    private const string Start = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <c:chartSpace
          xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
          xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
          xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
        <c:lang val="en-US"/>
        <c:roundedCorners val="0"/>
        <c:chart>
        <c:autoTitleDeleted val="1"/>
        <c:plotArea>
        <c:layout/>
        <c:barChart>
        <c:barDir val="col"/>
        <c:grouping val="clustered"/>
        <c:varyColors val="0"/>
        """;

    // Nine points, the smallest size that our documents print.
    private const string SmallText = """
        <c:txPr>
          <a:bodyPr/>
          <a:lstStyle/>
          <a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="en-US"/></a:p>
        </c:txPr>
        """;

    private const string LabelsAndEndOfBars = $"""
        <c:dLbls>
          <c:numFmt formatCode="#,##0" sourceLinked="0"/>
          <c:spPr><a:noFill/></c:spPr>
          {SmallText}
          <c:showLegendKey val="0"/>
          <c:showVal val="1"/>
          <c:showCatName val="0"/>
          <c:showSerName val="0"/>
          <c:showPercent val="0"/>
          <c:showBubbleSize val="0"/>
        </c:dLbls>
        <c:gapWidth val="60"/>
        <c:axId val="111"/>
        <c:axId val="222"/>
        </c:barChart>
        """;

    private const string CategoryAxis = $"""
        <c:catAx>
          <c:axId val="111"/>
          <c:scaling><c:orientation val="minMax"/></c:scaling>
          <c:delete val="0"/>
          <c:axPos val="b"/>
          <c:numFmt formatCode="General" sourceLinked="0"/>
          <c:majorTickMark val="none"/>
          <c:minorTickMark val="none"/>
          <c:tickLblPos val="nextTo"/>
          {SmallText}
          <c:crossAx val="222"/>
          <c:crosses val="autoZero"/>
        </c:catAx>
        """;

    private const string LegendAndEndOfChart = $"""
        </c:plotArea>
        <c:legend>
          <c:legendPos val="b"/>
          <c:overlay val="0"/>
          {SmallText}
        </c:legend>
        <c:plotVisOnly val="1"/>
        <c:dispBlanksAs val="gap"/>
        </c:chart>
        <c:txPr>
          <a:bodyPr/>
          <a:lstStyle/>
          <a:p>
            <a:pPr>
              <a:defRPr>
                <a:solidFill><a:srgbClr val="1B1B1B"/></a:solidFill>
                <a:latin typeface="Public Sans"/>
              </a:defRPr>
            </a:pPr>
            <a:endParaRPr lang="en-US"/>
          </a:p>
        </c:txPr>
        """;

    public static string Write(ChartContent chart, string workbookRelation)
    {
        var xml = new StringBuilder(Start);
        for (var index = 0; index < chart.Series.Count; index++)
        {
            AppendSeries(xml, chart, index);
        }
        xml.Append(LabelsAndEndOfBars).Append(CategoryAxis).Append(ValueAxis(chart.ValueAxis));
        xml.Append(LegendAndEndOfChart);
        xml.Append($"""<c:externalData r:id="{workbookRelation}"><c:autoUpdate val="0"/></c:externalData>""");
        return xml.Append("</c:chartSpace>").ToString();
    }

    private static void AppendSeries(StringBuilder xml, ChartContent chart, int index)
    {
        var series = chart.Series[index];
        var color = Colors[index % Colors.Length];
        var column = ChartWorkbook.ColumnOf(index);
        var lastRow = chart.Categories.Count + 1;
        xml.Append(CultureInfo.InvariantCulture, $"""<c:ser><c:idx val="{index}"/><c:order val="{index}"/>""");
        xml.Append("<c:tx>").Append(Texts($"${column}$1", [series.Name])).Append("</c:tx>");
        xml.Append($"""<c:spPr><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></c:spPr>""");
        xml.Append("""<c:invertIfNegative val="0"/>""");
        xml.Append("<c:cat>").Append(Texts($"$A$2:$A${lastRow}", chart.Categories)).Append("</c:cat>");
        xml.Append("<c:val>").Append(Numbers($"${column}$2:${column}${lastRow}", series.Values)).Append("</c:val>");
        xml.Append("</c:ser>");
    }

    private static string Texts(string cells, IReadOnlyList<string> texts) =>
        $"""<c:strRef><c:f>{ChartWorkbook.SheetName}!{cells}</c:f><c:strCache><c:ptCount val="{texts.Count}"/>"""
        + string.Concat(texts.Select((text, at) => Point(at, NativeChart.Escape(text))))
        + "</c:strCache></c:strRef>";

    /// <summary>A year without a number has no point: a gap, never a zero.</summary>
    private static string Numbers(string cells, IReadOnlyList<int?> values) =>
        $"<c:numRef><c:f>{ChartWorkbook.SheetName}!{cells}</c:f><c:numCache><c:formatCode>#,##0</c:formatCode>"
        + $"""<c:ptCount val="{values.Count}"/>"""
        + string.Concat(values.Select((value, at) => value is { } number ? Point(at, $"{number}") : ""))
        + "</c:numCache></c:numRef>";

    private static string Point(int at, string value) => $"""<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>""";

    private static string ValueAxis(string title) =>
        $"""
            <c:valAx>
              <c:axId val="222"/>
              <c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>
              <c:delete val="0"/>
              <c:axPos val="l"/>
              <c:majorGridlines>
                <c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="DFE1E2"/></a:solidFill></a:ln></c:spPr>
              </c:majorGridlines>
              <c:title>
                <c:tx>
                  <c:rich>
                    <a:bodyPr rot="-5400000" vert="horz"/>
                    <a:lstStyle/>
                    <a:p>
                      <a:pPr><a:defRPr sz="900" b="0"/></a:pPr>
                      <a:r><a:rPr lang="en-US" sz="900" b="0"/><a:t>{NativeChart.Escape(title)}</a:t></a:r>
                    </a:p>
                  </c:rich>
                </c:tx>
                <c:overlay val="0"/>
              </c:title>
              <c:numFmt formatCode="#,##0" sourceLinked="0"/>
              <c:majorTickMark val="none"/>
              <c:minorTickMark val="none"/>
              <c:tickLblPos val="nextTo"/>
              {SmallText}
              <c:crossAx val="111"/>
              <c:crosses val="autoZero"/>
            </c:valAx>
            """;
}
