using System.Text;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Deciding;

/// <summary>Amounts of later stages: entered one by one or from a file, and removals recorded.</summary>
public sealed class StageAmountsTests
{
    private const string Transmitted = "FY2029-VAP-001";
    private const string Recommended = "FY2029-VAP-002";

    private static readonly Lazy<Task<byte[]>> Requests = new(MakeAsync);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stages_StandSideBySide_EachWithWhoAndWhen_AndKeepTheirHistory()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);
        Assert.Null((await EnterAsync(system, "DHS", 1_900_000)).Refusal);
        Assert.Null((await EnterAsync(system, "DHS", 1_800_000)).Refusal);

        var reading = await ReadAsync(system);

        Assert.Equal(
            ["Program office", "Analyst", "OAO", "ICE", "DHS", "OMB", "President's Budget", "Enacted"],
            reading.Stages
        );
        var row = reading.Rows.Single(line => line.Request.Number == Transmitted);
        Assert.Equal(
            [1_600_000, 2_000_000, 1_200_000, null, 1_800_000, null, null, null],
            row.Cells.Select(cell => cell.Last?.Dollars.Dollars)
        );
        Assert.Equal(People.AuthorAndApprover.Name, row.Cells[0].Last?.By);
        Assert.Equal([1_900_000, 1_800_000], row.Cells[4].Entries.Select(entry => entry.Dollars.Dollars));
        Assert.All(row.Cells[4].Entries, entry => Assert.Equal(People.Compiler.Name, entry.By));
        Assert.Equal(new Money(1_800_000), reading.Total("DHS"));
        Assert.Null(reading.Total("OMB"));
        Assert.True(reading.MayEnter);
    }

    [Theory]
    [InlineData("OAO")]
    [InlineData("Senate")]
    public async Task StageThatIsNotEntered_IsRefusedAndNamesThoseThatAre(string stage)
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);

        var refused = (await EnterAsync(system, stage, 1)).Refusal;

        Assert.Equal(("stage-not-entered", "stage"), (refused?.Code, refused?.Field));
        Assert.EndsWith("ICE, DHS, OMB, President's Budget, Enacted.", refused?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AmountBeforeTheDecision_OrWithTooManyPositions_IsRefused()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);

        var early = await EnterAsync(system, "DHS", 1, number: Recommended);
        var many = await EnterAsync(system, "DHS", 1, positions: 100_000);

        Assert.Equal("state-does-not-allow", early.Refusal?.Code);
        Assert.Equal("positions", many.Refusal?.Field);
    }

    [Fact]
    public async Task Removal_IsRecordedByStageAndDay_AndRefusedOutsideItsTime()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);
        system.Clock.Advance(TimeSpan.FromDays(30));

        var future = await RemoveAsync(system, new DateOnly(2027, 2, 15));
        var early = await RemoveAsync(system, new DateOnly(2027, 1, 14));
        var unknown = await RemoveAsync(system, new DateOnly(2027, 2, 1), "OAO");
        var notSent = await RemoveAsync(system, new DateOnly(2027, 2, 1), number: Recommended);
        Assert.Null((await RemoveAsync(system, new DateOnly(2027, 2, 1))).Refusal);

        Assert.Equal(("removal-date", "removal-date"), (future.Refusal?.Code, early.Refusal?.Code));
        Assert.Contains("Jan 15, 2027", early.Refusal?.Message, StringComparison.Ordinal);
        Assert.Equal(("stage-not-entered", "state-does-not-allow"), (unknown.Refusal?.Code, notSent.Refusal?.Code));
        var removal = Assert.Single((await ReadAsync(system)).Rows[0].Request.Removals);
        Assert.Equal(
            ("OMB", new DateOnly(2027, 2, 1), "Funded elsewhere."),
            (removal.Stage, removal.On, removal.Reason)
        );
    }

    [Fact]
    public async Task RemovalRecordedByMistake_IsTakenBackWithAReason_AndTheTrailKeepsBoth()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);
        Assert.Null((await RemoveAsync(system, new DateOnly(2027, 1, 15), "DHS")).Refusal);
        Assert.Null((await RemoveAsync(system, new DateOnly(2027, 1, 15))).Refusal);

        Assert.Equal("reason", (await TakeBackAsync(system, 1, " ")).Refusal?.Field);
        Assert.Null((await TakeBackAsync(system, 1, "Another request was meant.")).Refusal);
        Assert.Equal("removal-not-found", (await TakeBackAsync(system, 1, "Again.")).Refusal?.Code);
        Assert.Equal((2, "OMB"), Removal(await ReadAsync(system)));
        Assert.Null((await RemoveAsync(system, new DateOnly(2027, 1, 15), "DHS")).Refusal);
        Assert.Null((await TakeBackAsync(system, 3, "A slip.")).Refusal);
        Assert.Null((await TakeBackAsync(system, 2, "A slip.")).Refusal);

        var request = (await ReadAsync(system)).Rows.Single(row => row.Request.Number == Transmitted).Request;
        Assert.Empty(request.Removals);
        Assert.Equal("Used (full)", request.UseWords);
        await using var context = system.CreateContext();
        var taken = await context
            .AuditEntries.Where(entry => entry.Action == "Took back a removal downstream")
            .OrderBy(entry => entry.Sequence)
            .FirstAsync(Cancellation);
        Assert.Equal("DHS, 2027-01-15: Funded elsewhere.", taken.Before);
        Assert.Equal("Another request was meant.", taken.Why);
        Assert.Empty((await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);

        static (int, string) Removal(StageAmountsReading reading)
        {
            var removal = Assert.Single(reading.Rows[0].Request.Removals);
            return (removal.Sequence, removal.Stage);
        }
    }

    private static Task<Outcome> TakeBackAsync(TestSystem system, int sequence, string reason) =>
        system
            .Get<TakeBackRemoval>()
            .ExecuteAsync(new TakeBackRemovalInput(Transmitted, sequence, reason, null), People.Compiler, Cancellation);

    [Fact]
    public async Task File_IsPreviewedBesideWhatStandsThere_AndEnteredAsShown()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);
        Assert.Null((await EnterAsync(system, "ICE", 2_000_000)).Refusal);

        var preview = await PreviewAsync(
            system,
            """
            Stage,Request,Dollars,Note,Positions,FTE
            ice,fy2029-vap-001,"$1,950,000","Passback, first",10,5
            DHS,FY2029-VAP-001,0,,,

            """
        );

        Assert.Empty(preview.Value.Problems);
        Assert.Equal(
            [(2, "ICE", 1_950_000L, 2_000_000L, true), (3, "DHS", 0L, null, true)],
            preview.Value.Lines.Select(line =>
                (line.Row, line.Stage, line.Amount.Dollars.Dollars, line.Before?.Dollars, line.Changes)
            )
        );
        Assert.Single((await ReadAsync(system)).Rows[0].Cells[3].Entries);

        var entered = await system.Get<ImportStageAmounts>().ExecuteAsync(preview.Value, People.Compiler, Cancellation);

        Assert.Equal(2, entered.Value);
        var cells = (await ReadAsync(system)).Rows[0].Cells;
        Assert.Equal(
            (1_950_000, 10, 5, "Passback, first"),
            (cells[3].Last!.Dollars.Dollars, cells[3].Last!.Positions, cells[3].Last!.Fte, cells[3].Last!.Note)
        );
        Assert.Equal(0, cells[4].Last?.Dollars.Dollars);
        var again = await system.Get<ImportStageAmounts>().ExecuteAsync(preview.Value, People.Compiler, Cancellation);
        Assert.Equal(RequestRefusals.RequestChangedCode, again.Refusal?.Code);
    }

    [Fact]
    public async Task EveryBadRow_IsNamedWithColumnCodeAndValue_AndNothingIsImported()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);

        var preview = await PreviewAsync(
            system,
            """
            Request,Stage,Dollars,Positions,FTE,Note
            FY2029-VAP-001,DHS,1800000,,,
            VAP-1,DHS,1,,,
            FY2029-VAP-001,OAO,1,,,
            FY2029-VAP-001,OMB,1.5 million,,,
            FY2029-VAP-001,OMB,1,2.5,123456,
            FY2029-VAP-999,OMB,1,,,
            FY2029-VAP-001,DHS,1700000,,,
            FY2029-VAP-002,OMB,1,,,
            x,y,z,,,
            FY2029-VAP-001,Enacted,(250000),,,
            """
        );

        Assert.Equal(
            [
                (3, "Request", "request-number-invalid", "VAP-1"),
                (4, "Stage", "stage-not-entered", "OAO"),
                (5, "Dollars", "dollars-invalid", "1.5 million"),
                (6, "FTE", "count-invalid", "123456"),
                (6, "Positions", "count-invalid", "2.5"),
                (7, "Request", "request-not-of-cycle", "FY2029-VAP-999"),
                (8, "Request", "amount-twice", "FY2029-VAP-001"),
                (9, "Request", "state-does-not-allow", "FY2029-VAP-002"),
                (10, "Dollars", "dollars-invalid", "z"),
                (10, "Request", "request-number-invalid", "x"),
                (10, "Stage", "stage-not-entered", "y"),
                (11, "Dollars", "field-invalid", "($250,000)"),
            ],
            preview.Value.Problems.Select(problem => (problem.Row, problem.Column, problem.Code, problem.Value))
        );
        Assert.All(preview.Value.Problems, problem => Assert.EndsWith(".", problem.Message, StringComparison.Ordinal));
        Assert.Contains("Row 2", preview.Value.Problems[6].Message, StringComparison.Ordinal);
        Assert.False(preview.Value.CanImport);
        var imported = await system
            .Get<ImportStageAmounts>()
            .ExecuteAsync(preview.Value, People.Compiler, Cancellation);
        Assert.Equal("nothing-to-import", imported.Refusal?.Code);
        Assert.All((await ReadAsync(system)).Rows[0].Cells.Skip(3), cell => Assert.Empty(cell.Entries));
    }

    [Theory]
    [InlineData("Request,Stage,Amount\nFY2029-VAP-001,DHS,1", "Amount", "column-unknown")]
    [InlineData("Request,Stage\nFY2029-VAP-001,DHS", "Dollars", "column-missing")]
    [InlineData("Request,Stage,Dollars,dollars\nFY2029-VAP-001,DHS,1,1", "dollars", "column-twice")]
    public async Task HeaderOfAnotherFile_IsRefusedByItsColumns(string file, string column, string code)
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);

        var problems = (await PreviewAsync(system, file)).Value.Problems;

        Assert.Contains(problems, problem => (problem.Row, problem.Column, problem.Code) == (1, column, code));
    }

    [Theory]
    [InlineData("", "amounts-file-empty")]
    [InlineData("Request,Stage,Dollars\n\"FY2029-VAP-001,DHS,1", "amounts-file-unreadable")]
    public async Task FileThatCannotBeRead_IsRefused(string file, string code)
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);

        var preview = await PreviewAsync(system, file);

        Assert.Equal((code, "file"), (preview.Refusal?.Code, preview.Refusal?.Field));
    }

    [Fact]
    public async Task Sheet_HasAColumnOfEachStage_AndWholeDollars()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);
        Assert.Null((await EnterAsync(system, "DHS", 1_900_000)).Refusal);

        var sheet = StageAmountsSheet.Of(await ReadAsync(system), system.Clock);

        var at = sheet.Columns.Select(column => column.Header).ToList().IndexOf("DHS ($)");
        var rows = await sheet.Rows.ToListAsync(Cancellation);
        Assert.Equal((Transmitted, 1_900_000), (rows[0][0].Text, rows[0][at].Number));
        Assert.Equal(default, rows[1][at]);
        Assert.All(rows, row => Assert.Equal(sheet.Columns.Count, row.Count));
    }

    [Fact]
    public async Task Sheet_HasTheDayWhereTheOfficeIs()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);
        // 20:30 on January 15 in Washington.
        system.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 16, 1, 30, 0, TimeSpan.Zero));
        Assert.Null((await EnterAsync(system, "DHS", 1_900_000)).Refusal);

        var sheet = StageAmountsSheet.Of(
            await ReadAsync(system),
            Application.OfficeTime.Parse("America/New_York").Value
        );

        var at = sheet.Columns.Select(column => column.Header).ToList().IndexOf("DHS: on");
        var row = (await sheet.Rows.ToListAsync(Cancellation))[0];
        Assert.Equal(new DateOnly(2027, 1, 15), row[at].Date);
    }

    [Fact]
    public async Task ProgramOffice_IsWhatItHandedIn_EachTime_AndNotWhatItIsRevisingNow()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateResubmittedAsync();
        await system.CreateDraftAsync();
        var handedIn = Assert.Single((await ReadAsync(system)).Rows, row => row.Request.Number == number);
        await system.ActAsync(number, RequestAction.TakeUp, People.Analyst);
        await system.ActAsync(number, RequestAction.Return, People.Analyst);
        var line = (await system.ReadAsync(number)).Request.PositionLines.Single();
        var revised = await system
            .Get<SavePositionLine>()
            .ExecuteAsync(
                number,
                line.Id,
                new PositionLineInput("Victim Assistance Specialist", 40, 200_000),
                line.Version,
                People.AuthorAndApprover,
                Cancellation
            );
        Assert.Null(revised.Refusal);

        var reading = await ReadAsync(system);

        var office = reading.Rows.Single(row => row.Request.Number == number).Cells[0];
        Assert.Equal([1_600_000, 1_800_000], office.Entries.Select(entry => entry.Dollars.Dollars));
        Assert.Equal(handedIn.Cells[0].Last, office.Last);
        Assert.Equal(18, office.Last?.Positions);
        Assert.NotEqual(1_800_000, reading.Rows.Single(row => row.Request.Number == number).Request.Request.Dollars);
        Assert.Null(reading.Rows.Single(row => row.Request.Number != number).Cells[0].Last);
        Assert.Equal(new Money(1_800_000), reading.Total(Stages.ProgramOffice));
    }

    private static async Task<StageAmountsReading> ReadAsync(TestSystem system) =>
        (await system.Get<ReadStageAmounts>().ExecuteAsync(TestSystem.OpenYear, People.Compiler, Cancellation)).Value;

    private static Task<Outcome> EnterAsync(
        TestSystem system,
        string stage,
        long dollars,
        int? positions = null,
        string number = Transmitted
    ) =>
        system
            .Get<EnterStageAmount>()
            .ExecuteAsync(
                new EnterStageAmountInput(number, stage, new Amount(new Money(dollars), positions), "", null),
                People.Compiler,
                Cancellation
            );

    private static Task<Outcome> RemoveAsync(
        TestSystem system,
        DateOnly on,
        string stage = "OMB",
        string number = Transmitted
    ) =>
        system
            .Get<RecordRemoval>()
            .ExecuteAsync(
                new RecordRemovalInput(number, stage, on, "Funded elsewhere.", null),
                People.Compiler,
                Cancellation
            );

    private static async Task<Outcome<StageImportPreview>> PreviewAsync(TestSystem system, string file)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file));
        return await system
            .Get<ImportStageAmounts>()
            .PreviewAsync(TestSystem.OpenYear, stream, People.Compiler, Cancellation);
    }

    private static async Task<byte[]> MakeAsync()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.CreateTransmittedAsync();
        await system.CreateRecommendedAsync();
        return await system.FileAsync();
    }
}
