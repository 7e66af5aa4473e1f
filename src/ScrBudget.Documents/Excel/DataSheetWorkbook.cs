using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace ScrBudget.Documents.Excel;

/// <summary>
/// A <see cref="DataSheet"/> as an Excel workbook of one sheet: title and notes above a bold header, numbers as numbers, dates
/// as dates, no formulas. The same sheet gives the same bytes.
/// </summary>
public static class DataSheetWorkbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows of an Excel sheet, title, notes and header among them.</summary>
    public const int MaximumRows = 1_048_576;

    /// <summary>Characters of an Excel cell.</summary>
    private const int MaximumText = 32_767;

    private const string SheetName = "Data";
    private const string DateFormat = "yyyy\\-mm\\-dd";
    private const double TextWidth = 26;
    private const double NumberWidth = 14;

    /// <param name="stream">Seekable, readable and empty, such as a file: times in it are mended when it is complete.</param>
    /// <exception cref="DataSheetTooLongException">More rows than <see cref="MaximumRows"/>; the stream holds a part.</exception>
    public static async Task WriteAsync(DataSheet sheet, Stream stream, CancellationToken cancellation)
    {
        // Without properties of the document, which would hold the clock.
        var options = new SpreadCheetahOptions { DocumentProperties = null };
        await using (var workbook = await Spreadsheet.CreateNewAsync(stream, options, cancellation))
        {
            await workbook.StartWorksheetAsync(SheetName, Widths(sheet), cancellation);
            var bold = workbook.AddStyle(new Style { Font = new Font { Bold = true } });
            var day = workbook.AddStyle(new Style { Format = NumberFormat.Custom(DateFormat) });
            await workbook.AddRowAsync([new Cell(Fitted(sheet.Title), bold)], cancellation);
            foreach (var note in sheet.Notes)
            {
                await workbook.AddRowAsync([new Cell(Fitted(note))], cancellation);
            }

            await workbook.AddHeaderRowAsync([.. sheet.Columns.Select(column => column.Header)], bold, cancellation);
            await WriteRowsAsync(workbook, sheet, day, cancellation);
            await workbook.FinishAsync(cancellation);
        }

        await ZipTimes.FixAsync(stream, cancellation);
    }

    private static async Task WriteRowsAsync(
        Spreadsheet workbook,
        DataSheet sheet,
        StyleId day,
        CancellationToken cancellation
    )
    {
        var written = sheet.HeaderRows;
        var cells = new List<Cell>(sheet.Columns.Count);
        await foreach (var row in sheet.Rows.WithCancellation(cancellation))
        {
            if (written++ == MaximumRows)
            {
                throw new DataSheetTooLongException();
            }

            cells.Clear();
            foreach (var cell in row)
            {
                cells.Add(Of(cell, day));
            }

            await workbook.AddRowAsync(cells, cancellation);
        }
    }

    private static Cell Of(SheetCell cell, StyleId day)
    {
        if (cell.Number is { } number)
        {
            return new Cell(number);
        }

        return cell.Date is { } date ? new Cell(date.ToDateTime(TimeOnly.MinValue), day) : new Cell(Fitted(cell.Text));
    }

    /// <summary>What Excel cannot hold in a cell ends in an ellipsis, which says that something is missing.</summary>
    private static string? Fitted(string? text) =>
        text?.Length > MaximumText ? $"{text.AsSpan(0, MaximumText - 1)}…" : text;

    private static WorksheetOptions Widths(DataSheet sheet)
    {
        var options = new WorksheetOptions();
        for (var index = 0; index < sheet.Columns.Count; index++)
        {
            options.Column(index + 1).Width =
                sheet.Columns[index].Kind == SheetColumnKind.Text ? TextWidth : NumberWidth;
        }

        return options;
    }
}

/// <summary>A sheet has more rows than Excel can hold.</summary>
public sealed class DataSheetTooLongException : Exception
{
    public DataSheetTooLongException()
        : this($"An Excel sheet holds {DataSheetWorkbook.MaximumRows:N0} rows; this list is longer. Take it as CSV.")
    { }

    public DataSheetTooLongException(string message)
        : base(message) { }

    public DataSheetTooLongException(string message, Exception innerException)
        : base(message, innerException) { }
}
