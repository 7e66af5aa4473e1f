using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.Flow;

/// <param name="Width">In points, padding included.</param>
internal sealed record TableColumn(string Heading, double Width, bool AlignRight);

/// <summary>A row in words; its first cell heads it.</summary>
internal sealed record TableRow(IReadOnlyList<string> Cells, bool IsTotal = false);

/// <summary>A table with column and row headers; a row is divided only when it is taller than any column of a page.</summary>
internal sealed class TableBlock : FlowBlock
{
    private const int MostLinesInRow = 20;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly Row _head;
    private readonly IReadOnlyList<Row> _rows;

    private TableBlock(IReadOnlyList<TableColumn> columns, Row head, IReadOnlyList<Row> rows, double spaceBefore)
        : base(SlicesOf(head, rows), spaceBefore) => (_columns, _head, _rows) = (columns, head, rows);

    /// <summary>Breaks the cells to their columns; a missing cell is empty.</summary>
    public static TableBlock Of(
        IReadOnlyList<TableColumn> columns,
        IReadOnlyList<TableRow> rows,
        double spaceBefore,
        string place,
        UnprintableLog log
    )
    {
        var head = RowsOf(
            [.. columns.Select(column => column.Heading)],
            columns,
            Styles.CellHead,
            int.MaxValue,
            place,
            log
        )[0];
        var broken = rows.SelectMany(row =>
            RowsOf(row.Cells, columns, row.IsTotal ? Styles.CellStrong : Styles.Cell, MostLinesInRow, place, log)
        );
        return new TableBlock(
            columns,
            head,
            [.. broken.Select((row, i) => row with { IsStriped = i % 2 == 1 })],
            spaceBefore
        );
    }

    public override double Kept => Height;

    public override (FlowBlock First, FlowBlock After) Split(int slices) =>
        (
            new TableBlock(_columns, _head, [.. _rows.Take(slices)], SpaceBefore),
            new TableBlock(_columns, _head, [.. _rows.Skip(slices)], SpaceBefore)
        );

    public override void Draw(TaggedPdf pdf, FlowCursor cursor)
    {
        Begin(cursor);
        if (_rows.Count == 0)
        {
            return;
        }

        var (x, y) = cursor.Advance(Slices[0].Height);
        pdf.Element(
            PdfBlockLevelElementTag.Table,
            () =>
            {
                pdf.Element(PdfBlockLevelElementTag.TableHeadRowGroup, () => DrawRow(pdf, _head, x, y, isHead: true));
                pdf.Element(
                    PdfBlockLevelElementTag.TableBodyRowGroup,
                    () =>
                    {
                        DrawRow(pdf, _rows[0], x, y + _head.Height, isHead: false);
                        foreach (var row in _rows.Skip(1))
                        {
                            var (rowX, rowY) = cursor.Advance(row.Height);
                            DrawRow(pdf, row, rowX, rowY, isHead: false);
                        }
                    }
                );
            }
        );
    }

    private void DrawRow(TaggedPdf pdf, Row row, double x, double y, bool isHead) =>
        pdf.Element(
            PdfBlockLevelElementTag.TableRow,
            () =>
            {
                pdf.Artifact(graphics => DrawGround(graphics, row, x, y, isHead));
                for (var i = 0; i < _columns.Count; i++)
                {
                    var (cell, column, left) = (row.Cells[i], _columns[i], x);
                    void Content() => DrawCell(pdf, cell, row.Style, column, left, y);
                    if (isHead)
                    {
                        pdf.HeaderCell(CellScope.Column, Content);
                    }
                    else if (i == 0)
                    {
                        pdf.HeaderCell(CellScope.Row, Content);
                    }
                    else
                    {
                        pdf.Element(PdfBlockLevelElementTag.TableDataCell, Content);
                    }

                    x += column.Width;
                }
            }
        );

    private void DrawGround(XGraphics graphics, Row row, double x, double y, bool isHead)
    {
        var width = _columns.Sum(column => column.Width);
        if (isHead)
        {
            graphics.DrawRectangle(Styles.NavyFill, x, y, width, row.Height);
            return;
        }

        if (row.IsStriped)
        {
            graphics.DrawRectangle(Styles.StripeFill, x, y, width, row.Height);
        }

        if (row.Style == Styles.CellStrong)
        {
            graphics.DrawLine(Styles.StrongRule, x, y, x + width, y);
        }

        graphics.DrawLine(Styles.Rule, x, y + row.Height, x + width, y + row.Height);
    }

    private static void DrawCell(
        TaggedPdf pdf,
        IReadOnlyList<TextLine> lines,
        TextStyle style,
        TableColumn column,
        double x,
        double y
    )
    {
        y += Styles.CellPadding;
        foreach (var line in lines)
        {
            var indent = column.AlignRight ? column.Width - Styles.CellPadding - line.Width : Styles.CellPadding;
            pdf.Text(line, style, x + indent, y);
            y += style.LineHeight;
        }
    }

    private static List<Row> RowsOf(
        IReadOnlyList<string> texts,
        IReadOnlyList<TableColumn> columns,
        TextStyle style,
        int mostLines,
        string place,
        UnprintableLog log
    )
    {
        var cells = columns
            .Select(
                (column, i) =>
                    LineBreaker.Break(
                        i < texts.Count ? texts[i] : "",
                        style,
                        column.Width - (2 * Styles.CellPadding),
                        place,
                        log
                    )
            )
            .ToList();
        var rows = new List<Row>();
        var lines = cells.Max(cell => cell.Count);
        for (var from = 0; from < lines; from += mostLines)
        {
            var part = cells.ConvertAll(cell => cell.Skip(from).Take(mostLines).ToList());
            rows.Add(new Row(part, style));
        }

        return rows;
    }

    private static Slice[] SlicesOf(Row head, IReadOnlyList<Row> rows) =>
        [.. rows.Select((row, i) => new Slice(row.Height + (i == 0 ? head.Height : 0), row.Lines, null))];

    /// <summary>A row broken into lines.</summary>
    private sealed record Row(List<List<TextLine>> Cells, TextStyle Style, bool IsStriped = false)
    {
        public int Lines { get; } = Cells.Max(cell => cell.Count);

        public double Height => (Lines * Style.LineHeight) + (2 * Styles.CellPadding);
    }
}
