using System.Text;
using nietras.SeparatedValues;

namespace ScrBudget.Documents.Csv;

/// <summary>
/// A <see cref="DataSheet"/> as CSV: UTF-8 with a byte order mark, by which Excel knows it, and quotes as RFC 4180 has them.
/// Title and notes are lines of one field above the header.
/// </summary>
public static class DataSheetCsv
{
    public const string MediaType = "text/csv; charset=utf-8";

    private const int RowsAtOnce = 500;

    /// <param name="stream">Written asynchronously and left open; it need not be seekable.</param>
    public static async Task WriteAsync(DataSheet sheet, Stream stream, CancellationToken cancellation)
    {
        await using var text = new StringWriter();
        // Sep writes at once, and a response takes nothing at once: its text is sent on every few rows.
        await using var writer = Sep.New(',')
            .Writer(options => options with { WriteHeader = false, Escape = true, DisableColCountCheck = true })
            .To(text);
        await stream.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellation);
        foreach (var line in sheet.Notes.Prepend(sheet.Title))
        {
            Write(writer, [line]);
        }

        Write(writer, [.. sheet.Columns.Select(column => (SheetCell)column.Header)]);
        var waiting = 0;
        await foreach (var row in sheet.Rows.WithCancellation(cancellation))
        {
            Write(writer, row);
            if (++waiting == RowsAtOnce)
            {
                await SendAsync(writer, text, stream, cancellation);
                waiting = 0;
            }
        }

        await SendAsync(writer, text, stream, cancellation);
    }

    private static void Write(SepWriter writer, IReadOnlyList<SheetCell> cells)
    {
        using var row = writer.NewRow();
        for (var index = 0; index < cells.Count; index++)
        {
            // Numbers are not text: a negative one stays what it is.
            row[index].Set(cells[index].Text is { } text ? FormulaText.Harmless(text) : cells[index].ToString());
        }
    }

    private static async Task SendAsync(
        SepWriter writer,
        StringWriter text,
        Stream stream,
        CancellationToken cancellation
    )
    {
        await writer.FlushAsync(cancellation);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
        text.GetStringBuilder().Clear();
    }
}
