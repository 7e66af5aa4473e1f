using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Documents.Csv;
using ScrBudget.Documents.Excel;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Exploring;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Exploring;

/// <summary>What is written of views and of the records behind them.</summary>
public sealed class ExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CountUnit.Scrs, RowsBy.Category)]
    [InlineData(CountUnit.Cases, RowsBy.Category)]
    [InlineData(CountUnit.Scrs, RowsBy.Tco)]
    public async Task Statistic_IsWhatTheScreenShows(CountUnit count, RowsBy rows)
    {
        await using var system = await TestSystem.CreateAsync();
        var choice = new ViewChoice
        {
            Count = count,
            Rows = rows,
            Measure = Measure.Dismantlements,
        };
        var table = (await system.Get<ExploreStatistics>().ExecuteAsync(choice, People.Analyst, Cancellation))
            .Value
            .Table;

        var sheet = (await system.Get<ExportStatistic>().ExecuteAsync(choice, People.Analyst, Cancellation))
            .Value
            .Sheet;

        var written = await sheet.Rows.ToListAsync(Cancellation);
        Assert.Equal(
            table
                .Rows.Append(table.Totals!)
                .Select(row => row.Years.Append(row.AllYears).Append(row.Cases).OfType<ShownNumber>())
                .Select(row => string.Join('|', row.Select(Plain))),
            written.Select(row => string.Join('|', row.Skip(1)))
        );
        Assert.All(written, row => Assert.Equal(sheet.Columns.Count, row.Count));

        static string Plain(ShownNumber shown) =>
            shown.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? shown.Words;
    }

    [Fact]
    public async Task Statistic_SaysWhatItIs_AndThatItIsSynthetic()
    {
        await using var system = await TestSystem.CreateAsync();

        var exported = (
            await system
                .Get<ExportStatistic>()
                .ExecuteAsync(new ViewChoice { Category = "CYB" }, People.Analyst, Cancellation)
        ).Value;

        Assert.Equal("scr-statistics-snapshot-1-fy2018-2022-synthetic", exported.FileName);
        Assert.Equal(
            "SCRs (reports): Disruptions and dismantlements, Cyber-Enabled Crime, FY 2018–2022",
            exported.Sheet.Title
        );
        Assert.Equal(StatisticWording.Synthetic, exported.Sheet.Notes[0]);
        Assert.Contains(StatisticWording.TcoNotRecorded, exported.Sheet.Notes);
        Assert.Equal("Source: extract of Oct 31, 2022, snapshot 1 (synthetic).", exported.Sheet.Notes[^1]);
    }

    [Theory]
    [InlineData(SheetFormat.Csv)]
    [InlineData(SheetFormat.Excel)]
    public async Task Records_HaveTheColumnsOfAnExtract_AndAreTheSameWhenImportedAgain(SheetFormat format)
    {
        await using var system = await TestSystem.CreateAsync();
        var choice = new ViewChoice { FirstYear = new FiscalYear(2017), Measure = Measure.Approved };
        var sheet = (await system.Get<ExportRecords>().ExecuteAsync(choice, format, People.Auditor, Cancellation))
            .Value
            .Sheet;
        Assert.Equal(StatisticWording.Synthetic, sheet.Notes[0]);
        Assert.Equal(ExtractText.Header, string.Join(',', sheet.Columns.Select(column => column.Header)));

        using var again = new MemoryStream();
        await (
            format == SheetFormat.Csv
                ? DataSheetCsv.WriteAsync(sheet, again, Cancellation)
                : DataSheetWorkbook.WriteAsync(sheet, again, Cancellation)
        );
        again.Position = 0;
        var imported = await ImportAsync(system, again, format == SheetFormat.Csv ? "again.csv" : "again.xlsx");

        await using var context = system.CreateContext();
        var records = context.ScrRecords.ToLookup(record => record.SnapshotNumber, Content);
        Assert.Equal(8_275, imported.Records);
        Assert.Equal(
            records[1].Order(StringComparer.Ordinal),
            records[imported.SnapshotNumber].Order(StringComparer.Ordinal)
        );
    }

    private static async Task<ImportResult> ImportAsync(TestSystem system, Stream extract, string fileName)
    {
        var imported = await system
            .Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [new(extract, fileName)],
                    SyntheticExtract.AsOf,
                    IsSynthetic: true,
                    Quality: null
                ),
                People.Steward,
                Cancellation
            );
        return imported.Value;
    }

    private static string Content(ScrRecord record) =>
        $"{record.ScrNumber}|{record.CaseNumber}|{record.Type}|{record.CategoryCode}|{record.Subcategory}|{record.ApprovedOn}|{record.TcoInvolvement}|{record.RecordedTco}|{record.HasAssociation}|{record.CrossesBorders}|{record.Office}";
}
