using System.Text;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>Each bad row is named, with its column and a remedy, and left out; a file that is no extract is refused whole.</summary>
public sealed class ImportProblemsTests : IDisposable
{
    private static readonly ExtractLine Good = new("SCR-1");
    private readonly ScrDatabase database = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Errors =>
        new()
        {
            { Line(line => line with { ScrNumber = "" }), "SCR Number", ProblemCodes.ScrNumberMissing },
            { Line(line => line with { ScrNumber = "scr-1" }), "SCR Number", ProblemCodes.ScrNumberDuplicate },
            { Line(line => line with { Case = "  " }), "Case Number", ProblemCodes.CaseNumberMissing },
            { Line(line => line with { Type = "" }), "SCR Type", ProblemCodes.TypeMissing },
            { Line(line => line with { Type = "Disrupted" }), "SCR Type", ProblemCodes.TypeUnknown },
            { Line(line => line with { Category = "" }), "Category", ProblemCodes.CategoryMissing },
            { Line(line => line with { Category = "Cyber Crime" }), "Category", ProblemCodes.CategoryUnknown },
            { Line(line => line with { ApprovedOn = "" }), "Approved Date", ProblemCodes.DateMissing },
            { Line(line => line with { ApprovedOn = "2022-02-30" }), "Approved Date", ProblemCodes.DateInvalid },
            { Line(line => line with { ApprovedOn = "31/02/2022" }), "Approved Date", ProblemCodes.DateInvalid },
            { Line(line => line with { ApprovedOn = "0022-03-01" }), "Approved Date", ProblemCodes.DateOutOfRange },
            { Line(line => line with { ApprovedOn = "2022-11-01" }), "Approved Date", ProblemCodes.DateAfterAsOf },
            { Line(line => line with { Tco = "maybe" }), "TCO Involvement", ProblemCodes.YesNoUnknown },
            { Line(line => line with { Association = "2" }), "Association of Individuals", ProblemCodes.YesNoUnknown },
            {
                Line(line => line with { CrossesBorders = "?" }),
                "Crosses International Borders",
                ProblemCodes.YesNoUnknown
            },
            { Line(line => line with { ScrNumber = new string('9', 41) }), "SCR Number", ProblemCodes.TooLong },
            { Line(line => line with { Office = new string('x', 81) }), "Office", ProblemCodes.TooLong },
            { Line(line => line with { Category = new string('x', 121) }), "Category", ProblemCodes.TooLong },
            { Line(line => line) + ",more", "", ProblemCodes.WrongNumberOfFields },
            { "SCR-2,C-2,Disruption", "", ProblemCodes.WrongNumberOfFields },
            { "SCR-2,C-2,\"Disruption\nSCR-3,C-3,\"Disruption", "", ProblemCodes.BrokenQuote },
        };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Import_OfARowWithAFault_NamesItAndLeavesTheRowOut(string line, string column, string code)
    {
        var result = (await database.PublishAsync(ExtractText.Of(Good, line, new ExtractLine("SCR-9")))).Value;

        var error = Assert.Single(result.Errors);
        Assert.Equal((3, column, code), (error.Row, error.Column, error.Code));
        Assert.NotEmpty(error.Message);
        Assert.Empty(result.Warnings);
        Assert.Equal((3, 2), (result.Rows, result.Records));
        await using var context = database.CreateDbContext();
        Assert.Equal(
            ["SCR-1", "SCR-9"],
            await context
                .ScrRecords.OrderBy(record => record.Row)
                .Select(record => record.ScrNumber)
                .ToListAsync(Cancellation)
        );
    }

    [Fact]
    public async Task Import_OfAnUnknownCategory_NamesTheNearest_AndDoesNotFaultItsSubcategoryToo()
    {
        var misspelt = new ExtractLine("SCR-2")
        {
            Category = "Transnational Crime Against Childern",
            Subcategory = "Sextortion of minors",
        };

        var result = (await database.PublishAsync(ExtractText.Of(Good, misspelt))).Value;

        var error = Assert.Single(result.Errors);
        Assert.Contains("nearest: Transnational Crimes Against Children", error.Message, StringComparison.Ordinal);
        Assert.Equal("Transnational Crime Against Childern", error.Value);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public async Task Import_OfARowWithSeveralFaults_NamesEach()
    {
        var result = (
            await database.PublishAsync(ExtractText.Of(Good, new ExtractLine("") { Type = "?", ApprovedOn = "soon" }))
        ).Value;

        Assert.Equal(["SCR Number", "SCR Type", "Approved Date"], result.Errors.Select(error => error.Column));
        Assert.Equal(1, result.Records);
    }

    [Fact]
    public async Task Import_OfAnUnknownSubcategory_WarnsAndCountsTheRecordForItsCategory()
    {
        var result = (
            await database.PublishAsync(ExtractText.Of(Good with { Subcategory = "Sextortion of minors" }))
        ).Value;

        var warning = Assert.Single(result.Warnings);
        Assert.Equal((2, "Subcategory", ProblemCodes.SubcategoryUnknown), (warning.Row, warning.Column, warning.Code));
        await using var context = database.CreateDbContext();
        Assert.Equal("", (await context.ScrRecords.SingleAsync(Cancellation)).Subcategory);
    }

    [Fact]
    public async Task Import_OfAResultBeforeItsInitialInvestigation_Warns_ButNotOfOneOnTheSameDay()
    {
        var result = (
            await database.PublishAsync(
                ExtractText.Of(
                    new ExtractLine("SCR-1") { Type = "Disruption", ApprovedOn = "2022-02-28" },
                    new ExtractLine("SCR-2") { Type = "Dismantlement", ApprovedOn = "2022-03-01" },
                    new ExtractLine("SCR-3") { ApprovedOn = "2022-03-01" },
                    new ExtractLine("SCR-4") { Case = "C-2", Type = "Disruption" }
                )
            )
        ).Value;

        Assert.Equal([2, 5], result.Warnings.Select(warning => warning.Row));
        Assert.All(result.Warnings, warning => Assert.Equal(ProblemCodes.NoEarlierInitialInvestigation, warning.Code));
        Assert.Equal(4, result.Records);
    }

    [Fact]
    public async Task Import_OfARepeatedNumberWhoseFirstRowIsFaulty_KeepsTheSecond()
    {
        var result = (await database.PublishAsync(ExtractText.Of(Good with { ApprovedOn = "" }, Good))).Value;

        Assert.Equal(ProblemCodes.DateMissing, Assert.Single(result.Errors).Code);
        Assert.Equal(1, result.Records);
    }

    [Fact]
    public async Task Import_ReadsHeadersInAnyCaseAndOrder_AByteOrderMark_QuotesAndLineEndsOfWindows()
    {
        var text =
            "\uFEFFoffice,APPROVED DATE,scr number,Case Number,SCR Type,Category,Subcategory,TCO Involvement,Association of Individuals,Crosses International Borders,Notes\r\n"
            + "\"SAC \"\"Alpha\"\"\",2022-03-01, scr-1 ,\"c-1\",disruption,\"Illicit Trade, Travel, and Finance (Drug-Related)\",,yes,Y,no,\"one\ntwo\"\r\n"
            + "\r\n"
            + "x,2022-03-02,SCR-2,C-1,Initial investigation,ittf_d,narcotics smuggling,NO,,n,\r\n";

        var result = (await database.PublishAsync(ExtractText.File(text))).Value;

        Assert.Empty(result.Errors);
        Assert.Equal((2, 2, 1), (result.Rows, result.Records, result.Cases));
        Assert.Equal(
            [
                ProblemCodes.ColumnNotRead,
                ProblemCodes.TcoYesWithoutTest,
                ProblemCodes.NoEarlierInitialInvestigation,
                ProblemCodes.BlankRow,
                ProblemCodes.CaseDisagrees,
            ],
            result.Warnings.Select(warning => warning.Code)
        );
        await using var context = database.CreateDbContext();
        var records = await context.ScrRecords.OrderBy(record => record.Row).ToListAsync(Cancellation);
        Assert.Equal([2, 4], records.Select(record => record.Row));
        Assert.Equal("SAC \"Alpha\"", records[0].Office);
        Assert.Equal(
            ("SCR-1", "C-1", ScrType.Disruption, "ITTF_D"),
            (records[0].ScrNumber, records[0].CaseNumber, records[0].Type, records[0].CategoryCode)
        );
        Assert.Equal(
            (TcoInvolvement.Yes, true, false),
            (records[0].RecordedTco, records[0].HasAssociation, records[0].CrossesBorders)
        );
        Assert.Equal((TcoInvolvement.No, (bool?)null), (records[1].TcoInvolvement, records[1].HasAssociation));
        Assert.Equal("Narcotics smuggling", records[1].Subcategory);
    }

    [Fact]
    public async Task Import_RemovesControlCharactersThatADatabaseWouldRefuse()
    {
        var result = (await database.PublishAsync(ExtractText.Of(Good with { Office = "SAC\0 Alpha\u0007" }))).Value;

        Assert.Equal(1, result.Records);
        var warning = Assert.Single(result.Warnings);
        Assert.Equal((2, "Office", ProblemCodes.ControlCharacters), (warning.Row, warning.Column, warning.Code));
        await using var context = database.CreateDbContext();
        Assert.Equal("SAC Alpha", (await context.ScrRecords.SingleAsync(Cancellation)).Office);
    }

    public static TheoryData<string, string> Refused =>
        new()
        {
            { "", "extract-empty" },
            { ExtractText.Header, "extract-without-records" },
            { ExtractText.Header + "\n\n  \n", "extract-without-records" },
            { ExtractText.Header + "\nSCR-1,C-1,?,,,,,,,\n", "extract-without-records" },
            {
                ExtractText.Header.Replace("Approved Date", "Date", StringComparison.Ordinal) + "\n" + Good,
                "extract-columns-missing"
            },
            { "Report of the month\nnothing\n", "extract-header-not-found" },
            { Good + "\n" + Good, "extract-header-not-found" },
            { ExtractText.Header + ",office\n" + Good + ",", "extract-column-twice" },
            { ExtractText.Header + "\n" + Good + "\nSCR-2,\"C-2,Disruption\nSCR-3,C-3", "extract-quote-not-closed" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Import_OfAFileThatIsNoExtract_IsRefusedWholeAndLeavesNothing(string text, string code)
    {
        var outcome = await database.PublishAsync(ExtractText.File(text));

        Assert.Equal(code, outcome.Refusal?.Code);
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task Import_WithMissingColumns_NamesThem()
    {
        var outcome = await database.PublishAsync(
            ExtractText.File("SCR Number,Case Number,Date\nSCR-1,C-1,2022-03-01\n")
        );

        Assert.Contains("Approved Date", outcome.Refusal!.Details);
        Assert.Contains("Approved Date", outcome.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAQuoteThatSwallowsMegabytes_IsRefused()
    {
        var text = $"{ExtractText.Header}\n{Good}\nSCR-2,\"{new string('x', 17_000_000)}\n";

        var outcome = await database.PublishAsync(ExtractText.File(text));

        Assert.Equal("extract-quote-not-closed", outcome.Refusal?.Code);
        Assert.Contains("row 3", outcome.Refusal!.Message, StringComparison.Ordinal);
        await AssertEmptyAsync();
    }

    public void Dispose() => database.Dispose();

    private static string Line(Func<ExtractLine, ExtractLine> change) => change(new ExtractLine("SCR-2")).ToString();

    private async Task AssertEmptyAsync()
    {
        await using var context = database.CreateDbContext();
        Assert.Equal(0, await context.Snapshots.CountAsync(Cancellation));
        Assert.Equal(0, await context.ScrRecords.CountAsync(Cancellation));
        Assert.Equal(0, await context.AuditEntries.CountAsync(Cancellation));
    }
}
