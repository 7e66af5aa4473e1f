using System.Globalization;
using System.Xml.Linq;
using static ScrBudget.TemplateWriter.Wml;

namespace ScrBudget.TemplateWriter;

/// <param name="Width">Twentieths of a point.</param>
/// <param name="Heading">Text or controls of the header row.</param>
/// <param name="Field">The tag that fills the column.</param>
internal sealed record Column(int Width, object[] Heading, string Field, bool IsNumber = false);

/// <summary>Tables with a marked header row, a description for screen readers and repeating rows.</summary>
internal static class WmlTable
{
    /// <summary>A table of one list: its header row and a repeating row, with a total row where asked.</summary>
    public static XElement OfList(string caption, string list, bool hasTotal, params Column[] columns)
    {
        var line = Row(columns.Select(column => Cell(column, column.IsNumber ? "TableNumber" : "TableText")));
        var total = Row(columns.Select(column => Cell(column, column.IsNumber ? "TableTotalNumber" : "TableTotal")));
        return Table(caption, columns, List(list, line, hasTotal ? total : null));
    }

    /// <summary>A table of one row.</summary>
    public static XElement OfOneRow(string caption, params Column[] columns) =>
        Table(caption, columns, Row(columns.Select(column => Cell(column, "TableText"))));

    /// <summary>Labels on the left, what fills them on the right.</summary>
    public static XElement OfFacts(string caption, params (string Label, string Tag)[] facts)
    {
        Column[] columns = [new(2900, ["Item"], ""), new(6460, ["Response"], "")];
        var rows = facts.Select(fact =>
            Row([
                Cell(columns[0].Width, Paragraph("TableLabel", fact.Label)),
                Cell(columns[1].Width, Paragraph("TableText", Text(fact.Tag))),
            ])
        );
        return Table(caption, columns, [.. rows]);
    }

    private static XElement Table(string caption, Column[] columns, params XElement[] rows) =>
        new(
            W + "tbl",
            new XElement(
                W + "tblPr",
                Value("tblStyle", "ExhibitTable"),
                Width("tblW", columns.Sum(column => column.Width)),
                new XElement(W + "tblLayout", new XAttribute(W + "type", "fixed")),
                Value("tblLook", "00A0"),
                Value("tblCaption", caption)
            ),
            new XElement(
                W + "tblGrid",
                columns.Select(column => new XElement(W + "gridCol", new XAttribute(W + "w", column.Width)))
            ),
            HeaderRow(columns),
            rows
        );

    private static XElement HeaderRow(Column[] columns) =>
        new(
            W + "tr",
            new XElement(W + "trPr", new XElement(W + "cantSplit"), new XElement(W + "tblHeader")),
            columns.Select(column =>
                Cell(column.Width, Paragraph(column.IsNumber ? "TableHeadingNumber" : "TableHeading", column.Heading))
            )
        );

    private static XElement Row(IEnumerable<XElement> cells) =>
        new(W + "tr", new XElement(W + "trPr", new XElement(W + "cantSplit")), cells);

    private static XElement Cell(Column column, string style) =>
        Cell(column.Width, Paragraph(style, Text(column.Field)));

    private static XElement Cell(int width, XElement paragraph) =>
        new(W + "tc", new XElement(W + "tcPr", Width("tcW", width)), paragraph);

    private static XElement Width(string name, int width) =>
        new(
            W + name,
            new XAttribute(W + "w", width.ToString(CultureInfo.InvariantCulture)),
            new XAttribute(W + "type", "dxa")
        );
}
