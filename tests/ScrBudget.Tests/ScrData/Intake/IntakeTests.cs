using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Intake;
using ScrBudget.Application.ScrData.Taxonomy;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Intake;

/// <summary>Uploads from their receipt to their end, over the real use cases.</summary>
public sealed class IntakeTests : IAsyncLifetime
{
    private const string Odd = "Crimes of the Sea";
    private TestSystem? system;

    private TestSystem System => system!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => system = await TestSystem.CreateAsync();

    public async ValueTask DisposeAsync() => await System.DisposeAsync();

    [Fact]
    public async Task Upload_IsKeptUntilItsSnapshotIsPublished()
    {
        var pending = await ReceiveAsync(Extract());

        var imported = await ImportAsync(pending);
        Assert.Equal(imported.SnapshotNumber, Assert.Single(await ListAsync()).SnapshotNumber);
        var published = await System
            .Get<PublishSnapshot>()
            .ExecuteAsync(
                new PublishSnapshotInput(imported.SnapshotNumber, TestSnapshots.Quality),
                People.Steward,
                Cancellation
            );

        Assert.Null(published.Refusal);
        Assert.Empty(await ListAsync());
        Assert.Empty(Directory.EnumerateDirectories(System.Uploads.File("intake")));
    }

    [Fact]
    public async Task Upload_IsReadableByItsOwnerAlone_UnderNamesOfOurOwn()
    {
        var pending = await ReceiveAsync(Extract(), fileName: "../../etc/passwd\\evil.csv");

        Assert.Equal("evil.csv", Assert.Single(pending.Files).FileName);
        var folder = Path.Combine(System.Uploads.File("intake"), pending.Id);
        Assert.Equal(
            ["1.extract", "manifest.json"],
            Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
        );
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(folder)
            );
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(folder, "1.extract"))
            );
        }
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../../../etc")]
    [InlineData("0123456789ABCDEF")]
    [InlineData("0123456789abcde/")]
    [InlineData("0123456789abcdef0")]
    [InlineData("")]
    public async Task HostileId_FindsNothing_AndDeletesNothing(string id)
    {
        Assert.False(IntakeStore.IsId(id));
        var found = await System.Get<ReadIntake>().FindAsync(id, People.Steward, Cancellation);
        var dropped = await System.Get<DropIntake>().ExecuteAsync(id, People.Steward, Cancellation);
        var imported = await System
            .Get<ImportIntake>()
            .ExecuteAsync(new ImportIntakeInput(id), People.Steward, Cancellation);

        Assert.Equal("intake-not-found", found.Refusal?.Code);
        Assert.Equal("intake-not-found", dropped.Refusal?.Code);
        Assert.Equal("intake-not-found", imported.Refusal?.Code);
        Assert.True(Directory.Exists(System.Uploads.FullPath));
    }

    [Fact]
    public async Task MatchedColumns_AreRememberedUnderTheSource_AndOfferedNextTime()
    {
        var pending = await ReceiveAsync(Extract(header: "Zeichen"), source: "North system");
        var before = Assert.Single(await PreviewAsync(pending));
        Assert.NotNull(before.Problem);
        var columns = before
            .Preview!.Columns.Where(column => column.Proposed is not null)
            .ToDictionary(column => column.Proposed!.Value, column => column.Name);
        columns[ExtractColumn.ScrNumber] = "Zeichen";
        var chosen = await System
            .Get<ChooseColumns>()
            .ExecuteAsync(pending.Id, 1, null, columns, People.Steward, Cancellation);
        Assert.Null(chosen.Refusal);

        await ImportAsync(pending);
        var next = await ReceiveAsync(Extract(header: "Zeichen", scr: "SCR-9"), source: "North system");

        Assert.Equal(["North system"], await System.Get<ListSources>().ExecuteAsync(People.Steward, Cancellation));
        var preview = Assert.Single(await PreviewAsync(next));
        Assert.Null(preview.Problem);
        Assert.Equal(
            ExtractColumn.ScrNumber,
            preview.Preview!.Columns.Single(column => column.Name == "Zeichen").Proposed
        );
    }

    [Fact]
    public async Task ReadAgain_AfterTheCategoryWasMapped_TakesTheRow_AndDiscardsTheOldCandidate()
    {
        var pending = await ReceiveAsync(Extract(category: Odd));
        var first = await ImportAsync(pending);
        Assert.Equal(1, first.Errors);
        var mapped = await System
            .Get<MapCategory>()
            .ExecuteAsync(new MapCategoryInput(Odd, "NS"), People.Steward, Cancellation);
        Assert.Null(mapped.Refusal);

        var again = await System.Get<ReadAgain>().ExecuteAsync(pending.Id, null, People.Steward, Cancellation);

        Assert.Equal((0, first.Records + 1), (again.Value.Errors, again.Value.Records));
        await using var context = System.CreateContext();
        Assert.Equal(
            SnapshotStatus.Discarded,
            (await context.Snapshots.FindAsync([first.SnapshotNumber], Cancellation))!.Status
        );
        Assert.Equal(again.Value.SnapshotNumber, Assert.Single(await ListAsync()).SnapshotNumber);
    }

    [Fact]
    public async Task Refused_Import_LeavesTheUpload_AndNoSnapshot()
    {
        var pending = await ReceiveAsync(ExtractText.File("nothing,of,the,kind\n1,2,3,4\n"));

        var imported = await System
            .Get<ImportIntake>()
            .ExecuteAsync(new ImportIntakeInput(pending.Id), People.Steward, Cancellation);

        Assert.NotNull(imported.Refusal);
        Assert.Null(Assert.Single(await ListAsync()).SnapshotNumber);
        Assert.Null((await System.Get<DropIntake>().ExecuteAsync(pending.Id, People.Steward, Cancellation)).Refusal);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task QualityStatements_OutlastTheScreen_AndBeginAsThosePublishedLast()
    {
        var imported = await ImportAsync(await ReceiveAsync(Extract()));
        var drafts = System.Get<QualityDrafts>();

        var first = await drafts.ReadAsync(imported.SnapshotNumber, People.Steward, Cancellation);
        Assert.Equal(SyntheticExtract.Quality.Cleaned(), first);
        var changed = first with { Limitations = "Half of it is invented." };
        Assert.Null((await drafts.SaveAsync(imported.SnapshotNumber, changed, People.Steward, Cancellation)).Refusal);

        Assert.Equal(changed, await drafts.ReadAsync(imported.SnapshotNumber, People.Steward, Cancellation));
    }

    [Theory]
    [InlineData(Role.BudgetAnalyst)]
    [InlineData(Role.PerformanceAnalyst)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.ProgramOfficeAuthor)]
    public async Task OtherRoles_ReceiveReadAndDropNothing(Role role)
    {
        var pending = await ReceiveAsync(Extract());
        var other = People.Holding(role);

        Assert.Equal("not-allowed", (await ReceiveOutcomeAsync(Extract(), other)).Refusal?.Code);
        Assert.Equal("not-allowed", (await System.Get<ReadIntake>().ListAsync(other, Cancellation)).Refusal?.Code);
        Assert.Equal(
            "not-allowed",
            (await System.Get<ReadIntake>().PreviewAsync(pending.Id, other, Cancellation)).Refusal?.Code
        );
        Assert.Equal(
            "not-allowed",
            (await System.Get<ImportIntake>().ExecuteAsync(new ImportIntakeInput(pending.Id), other, Cancellation))
                .Refusal
                ?.Code
        );
        Assert.Equal(
            "not-allowed",
            (await System.Get<DropIntake>().ExecuteAsync(pending.Id, other, Cancellation)).Refusal?.Code
        );
        Assert.Single(await ListAsync());
    }

    private static MemoryStream Extract(
        string header = "SCR Number",
        string scr = "SCR-2",
        string category = "Cyber-Enabled Crime"
    )
    {
        var lines = new object[]
        {
            ExtractText.Header.Replace("SCR Number", header, StringComparison.Ordinal),
            new ExtractLine("SCR-1"),
            new ExtractLine(scr)
            {
                Type = "Disruption",
                Category = category,
                Subcategory = "",
            },
        };
        return ExtractText.File(string.Join('\n', lines) + "\n");
    }

    private Task<Outcome<PendingImport>> ReceiveOutcomeAsync(
        Stream content,
        Person by,
        string fileName = "extract.csv",
        string? source = null
    ) =>
        System
            .Get<ReceiveExtracts>()
            .ExecuteAsync(
                new ReceiveExtractsInput(
                    [new(content, fileName)],
                    new DateOnly(2022, 10, 31),
                    IsSynthetic: true,
                    source,
                    ControlTotals.None
                ),
                by,
                Cancellation
            );

    private async Task<PendingImport> ReceiveAsync(
        Stream content,
        string fileName = "extract.csv",
        string? source = null
    ) => (await ReceiveOutcomeAsync(content, People.Steward, fileName, source)).Value;

    private async Task<ImportResult> ImportAsync(PendingImport pending) =>
        (
            await System
                .Get<ImportIntake>()
                .ExecuteAsync(new ImportIntakeInput(pending.Id), People.Steward, Cancellation)
        ).Value;

    private async Task<IReadOnlyList<PendingImport>> ListAsync() =>
        (await System.Get<ReadIntake>().ListAsync(People.Steward, Cancellation)).Value;

    private async Task<IReadOnlyList<IntakePreview>> PreviewAsync(PendingImport pending) =>
        (await System.Get<ReadIntake>().PreviewAsync(pending.Id, People.Steward, Cancellation)).Value;
}
