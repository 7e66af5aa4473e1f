using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using nietras.SeparatedValues;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Application.Tracking;
using ScrBudget.Documents;
using ScrBudget.Documents.Csv;
using ScrBudget.Documents.Excel;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Tracking;

/// <summary>The files of tracking, written, opened again and read.</summary>
public sealed class TrackingExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Summary_AsCsv_HasBothRatesWithTheirNumbersAndTheReportsOwn()
    {
        await using var system = await TransmittedAsync();

        var rows = await CsvAsync((await ExportAsync(system, TrackingTable.Summary)).Sheet);

        Assert.Contains(["Rates", "Used of transmitted", "1", "1", "100 %"], rows);
        Assert.Contains(["Rates", "Used of applicable (transmitted)", "1", "1", "100 %"], rows);
        Assert.Contains(["Rates", "FY 2017–2022, per OIG-23-59 page 7", "3", "128", "2.3 %"], rows);
        Assert.Contains(["Recommendations", "Late, for the next cycle", "0", "", ""], rows);
        Assert.Contains(["Dispositions", "Already used", "1", "", ""], rows);
    }

    [Theory]
    [InlineData(TrackingTable.Years, "FY 2027")]
    [InlineData(TrackingTable.Offices, "Victim Assistance Program")]
    [InlineData(TrackingTable.Categories, "Transnational Crimes Against Children")]
    public async Task Table_AsExcel_HoldsNumbersAsNumbers(TrackingTable table, string row)
    {
        await using var system = await TransmittedAsync();

        var sheet = (await ExportAsync(system, table)).Sheet;
        using var file = await WorkbookAsync(sheet);

        var cells = Rows(file).Single(cells => cells[0].InnerText == row);
        Assert.Equal(sheet.Columns.Count, cells.Count);
        Assert.All(cells.Skip(1).Take(2), cell => Assert.Equal("1", cell.CellValue!.Text));
        Assert.All(cells.Skip(1).Take(2), cell => Assert.NotEqual(CellValues.InlineString, cell.DataType?.Value));
    }

    [Fact]
    public async Task Files_SayThatTheFiguresAreSyntheticAndOfWhichDay()
    {
        await using var system = await TransmittedAsync();

        var (name, sheet) = await ExportAsync(system, TrackingTable.Offices);

        Assert.Equal("scr-use-offices-2027-01-15", name);
        Assert.Equal("Use of SCR data by office: Requests of all submission years", sheet.Title);
        Assert.Contains(Domain.ScrData.StatisticWording.Synthetic, sheet.Notes);
        Assert.Contains(sheet.Notes, note => note.StartsWith("As of Jan 15, 2027.", StringComparison.Ordinal));
        Assert.Contains(
            "FY 2017–2022, per OIG-23-59 page 7: 3 of 128 (2.3 %) used. Used of applicable: the report gives no baseline.",
            sheet.Notes
        );
    }

    [Fact]
    public async Task Requests_SayHowTheDataWasCited()
    {
        await using var system = await TransmittedAsync();

        var exported = await system
            .Get<ExportTracked>()
            .ExecuteAsync(new ListTrackedInput(new TrackingScope()), People.Auditor, Cancellation);
        var sheet = exported.Value.Sheet;
        var row = Assert.Single(await CsvAsync(sheet), cells => cells[0] == "FY2029-VAP-001");

        Assert.Equal("1 request: Requests of all submission years", sheet.Title);
        Assert.Equal("Used (full)", row[Column(sheet, "Use of SCR data")]);
        Assert.Equal("Transmitted", row[Column(sheet, "Counted as")]);
        Assert.Equal("2027-01-15", row[Column(sheet, "Transmitted on")]);
        var cited = row[Column(sheet, "How it was cited")];
        Assert.Contains(
            "S2: Transnational Crimes Against Children, FY 2017–2021, snapshot 1: ",
            cited,
            StringComparison.Ordinal
        );
        Assert.Contains("; in Justification; bears on the request", cited, StringComparison.Ordinal);
    }

    private static int Column(DataSheet sheet, string header) =>
        sheet.Columns.Select(column => column.Header).ToList().IndexOf(header);

    private static async Task<TestSystem> TransmittedAsync()
    {
        var system = await TestSystem.CreateAsync();
        await system.CreateTransmittedAsync();
        return system;
    }

    private static async Task<ExportedSheet> ExportAsync(TestSystem system, TrackingTable table) =>
        (
            await system
                .Get<ExportTracking>()
                .ExecuteAsync(table, new ReadTrackingInput(new TrackingScope()), People.Auditor, Cancellation)
        ).Value;

    private static async Task<List<string[]>> CsvAsync(DataSheet sheet)
    {
        using var stream = new MemoryStream();
        await DataSheetCsv.WriteAsync(sheet, stream, Cancellation);
        stream.Position = 0;
        using var reader = Sep.New(',')
            .Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
            .From(stream);
        var rows = new List<string[]>();
        foreach (var row in reader)
        {
            var cells = new string[row.ColCount];
            for (var index = 0; index < cells.Length; index++)
            {
                cells[index] = row[index].ToString();
            }

            rows.Add(cells);
        }

        return rows;
    }

    private static async Task<SpreadsheetDocument> WorkbookAsync(DataSheet sheet)
    {
        var stream = new MemoryStream();
        await DataSheetWorkbook.WriteAsync(sheet, stream, Cancellation);
        stream.Position = 0;
        return SpreadsheetDocument.Open(stream, isEditable: false);
    }

    private static List<List<Cell>> Rows(SpreadsheetDocument file) =>
        [
            .. file.WorkbookPart!.WorksheetParts.Single()
                .Worksheet!.Descendants<Row>()
                .Select(row => row.Elements<Cell>().ToList()),
        ];
}
