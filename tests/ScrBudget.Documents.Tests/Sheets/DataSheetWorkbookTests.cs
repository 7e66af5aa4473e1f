using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ScrBudget.Documents.Excel;

namespace ScrBudget.Documents.Tests.Sheets;

public sealed class DataSheetWorkbookTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_IsValid_TitleAndNotesAboveABoldHeader()
    {
        using var file = await OpenAsync(SampleSheets.Of(["Cyber", 1238, new DateOnly(2022, 3, 1)]));

        Assert.Empty(new OpenXmlValidator().Validate(file, Cancellation));
        var rows = Rows(file);
        Assert.Equal([SampleSheets.Title], Texts(rows[0]));
        Assert.Equal([SampleSheets.Note], Texts(rows[1]));
        Assert.Equal(["Category", "FY 2022", "Approved on"], Texts(rows[2]));
        Assert.All(rows[2].Elements<Cell>(), cell => Assert.True(IsBold(file, cell)));
        Assert.All(rows[3].Elements<Cell>(), cell => Assert.False(IsBold(file, cell)));
    }

    [Fact]
    public async Task NumbersAreNumbers_DatesAreDates_WordsAreText()
    {
        using var file = await OpenAsync(
            SampleSheets.Of(["Cyber", 1238, new DateOnly(2022, 3, 1)], ["=1+1", "fewer than 5", default(SheetCell)])
        );

        var first = Rows(file)[3].Elements<Cell>().ToList();
        var second = Rows(file)[4].Elements<Cell>().ToList();
        Assert.Equal((CellValues.Number, "1238"), (TypeOf(first[1]), first[1].CellValue!.Text));
        Assert.Equal(
            new DateTime(2022, 3, 1),
            DateTime.FromOADate(double.Parse(first[2].CellValue!.Text, CultureInfo.InvariantCulture))
        );
        Assert.Contains("yyyy", FormatOf(file, first[2]), StringComparison.Ordinal);
        Assert.Equal((CellValues.InlineString, "=1+1"), (TypeOf(second[0]), second[0].InnerText));
        Assert.Equal((CellValues.InlineString, "fewer than 5"), (TypeOf(second[1]), second[1].InnerText));
        Assert.Empty(file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
    }

    [Fact]
    public async Task SameSheet_GivesTheSameBytes_WithoutTheClock()
    {
        var first = await WriteAsync(SampleSheets.Long(300));
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(first));

        Assert.Equal(first, await WriteAsync(SampleSheets.Long(300)));
        Assert.NotEmpty(archive.Entries);
        Assert.All(archive.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.DoesNotContain(
            archive.Entries,
            entry => entry.FullName.StartsWith("docProps", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task TextLongerThanACell_EndsInAnEllipsis()
    {
        using var file = await OpenAsync(SampleSheets.Of([new string('x', 40_000), 1, default(SheetCell)]));

        var text = Rows(file)[3].Elements<Cell>().First().InnerText;
        Assert.Equal(32_767, text.Length);
        Assert.EndsWith("x…", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowsBeyondExcelsLimit_AreRefused_AndTheLastThatFitIsWritten()
    {
        var fitting = DataSheetWorkbook.MaximumRows - SampleSheets.Of().HeaderRows;
        await using var nowhere = new MemoryStream();

        await DataSheetWorkbook.WriteAsync(SampleSheets.Long(fitting), nowhere, Cancellation);
        await using var other = new MemoryStream();
        var problem = await Assert.ThrowsAsync<DataSheetTooLongException>(() =>
            DataSheetWorkbook.WriteAsync(SampleSheets.Long(fitting + 1), other, Cancellation)
        );

        Assert.Contains("1,048,576", problem.Message, StringComparison.Ordinal);
    }

    private static async Task<byte[]> WriteAsync(DataSheet sheet)
    {
        using var stream = new MemoryStream();
        await DataSheetWorkbook.WriteAsync(sheet, stream, Cancellation);
        return stream.ToArray();
    }

    private static async Task<SpreadsheetDocument> OpenAsync(DataSheet sheet) =>
        SpreadsheetDocument.Open(new MemoryStream(await WriteAsync(sheet)), isEditable: false);

    private static List<Row> Rows(SpreadsheetDocument file) =>
        [.. file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>()];

    private static IEnumerable<string> Texts(Row row) => row.Elements<Cell>().Select(cell => cell.InnerText);

    private static CellValues TypeOf(Cell cell) => cell.DataType?.Value ?? CellValues.Number;

    private static CellFormat Format(SpreadsheetDocument file, Cell cell) =>
        file.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>()
            .ElementAt((int)(cell.StyleIndex?.Value ?? 0));

    private static bool IsBold(SpreadsheetDocument file, Cell cell) =>
        file.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.Fonts!.Elements<Font>()
            .ElementAt((int)(Format(file, cell).FontId?.Value ?? 0))
            .Bold
            is not null;

    private static string FormatOf(SpreadsheetDocument file, Cell cell) =>
        file.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.NumberingFormats!.Elements<NumberingFormat>()
            .Single(format => format.NumberFormatId!.Value == Format(file, cell).NumberFormatId!.Value)
            .FormatCode!.Value!;
}
