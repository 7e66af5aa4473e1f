using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Application.ScrData.Validation;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Exploring;
using ScrBudget.Domain.ScrData.Validation;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Exploring;

/// <summary>The source rows behind a view.</summary>
public sealed class ReadRecordsTests
{
    private static readonly ViewChoice Cyber = new()
    {
        Category = "CYB",
        FirstYear = new FiscalYear(2017),
        Measure = Measure.Approved,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_HoldEveryRecordOnce_ByApprovalAndThenByNumber()
    {
        await using var system = await TestSystem.CreateAsync();
        await using var context = system.CreateContext();
        var plain = context
            .ScrRecords.AsEnumerable()
            .Where(record => record.CategoryCode == "CYB")
            .OrderBy(record => record.ApprovedOn)
            .ThenBy(record => record.ScrNumber, StringComparer.Ordinal)
            .Select(record => record.ScrNumber)
            .ToList();

        var first = await PageAsync(system, Cyber, 1);
        var read = new List<string>();
        for (var page = 1; page <= first.PageCount; page++)
        {
            read.AddRange((await PageAsync(system, Cyber, page)).Rows.Select(row => row.Record.ScrNumber));
        }

        Assert.True(first.PageCount > 6, $"{first.PageCount} pages");
        Assert.Equal((plain.Count, ReadRecords.PageSize), (first.Count, first.Rows.Count));
        Assert.Equal(plain, read);
    }

    [Fact]
    public async Task EveryFilter_IsKept()
    {
        await using var system = await TestSystem.CreateAsync();
        var choice = new ViewChoice
        {
            Category = "TCAC",
            Subcategory = await SubcategoryAsync(system, "TCAC"),
            FirstYear = new FiscalYear(2020),
            LastYear = new FiscalYear(2021),
            Measure = Measure.Disruptions,
            Tco = TcoFilter.NotRecorded,
        };

        var page = await PageAsync(system, choice, 1);

        Assert.NotEmpty(page.Rows);
        Assert.All(
            page.Rows.Select(row => row.Record),
            record =>
            {
                Assert.Equal((choice.Category, choice.Subcategory), (record.CategoryCode, record.Subcategory));
                Assert.InRange(record.FiscalYear, 2020, 2021);
                Assert.Equal((ScrType.Disruption, TcoInvolvement.NotRecorded), (record.Type, record.TcoInvolvement));
            }
        );
        Assert.Equal(0, (await PageAsync(system, choice with { Tco = TcoFilter.Yes }, 1)).Count);
    }

    [Fact]
    public async Task Edition_HasTheRowsThatItCounts_AsItCountsThem()
    {
        await using var system = await TestSystem.CreateAsync();
        var results = new ViewChoice { FirstYear = new FiscalYear(2022), Snapshot = new SnapshotChoice(1) };
        var numbers = (await PageAsync(system, results, 1)).Rows.Select(row => row.Record.ScrNumber).ToList();
        await SettleAsync(system, numbers[..6], SettlementDecision.ProposeExclusion);
        await SettleAsync(system, numbers[6..15], SettlementDecision.ConfirmYes);
        var waiting = await system
            .Get<ReadWorklist>()
            .ExecuteAsync(
                1,
                new WorklistFilter(State: SettlementState.ExclusionProposed),
                1,
                People.Steward,
                Cancellation
            );
        await system
            .Get<DecideExclusions>()
            .ExecuteAsync(
                new DecideExclusionsInput(
                    1,
                    [
                        .. waiting.Value.Items.Select(item => new SeenRecord(
                            item.Record.ScrNumber,
                            item.Settlement!.Version
                        )),
                    ],
                    Approve: true
                ),
                People.Holding(Role.PerformanceAnalyst),
                Cancellation
            );
        Assert.Equal(1, (await system.Get<MakeEdition>().ExecuteAsync(1, People.Steward, Cancellation)).Value);

        var published = await PageAsync(system, results with { Snapshot = new SnapshotChoice(1, 0) }, 1);
        var edition = await PageAsync(system, results, 1);
        var yes = await PageAsync(system, results with { Tco = TcoFilter.Yes }, 1);
        var last = await PageAsync(system, results with { Tco = TcoFilter.NotRecorded }, int.MaxValue);

        Assert.Equal((0, 1_083), (published.Chosen.Edition, published.Count));
        Assert.Equal((1, 1_077, 9), (edition.Chosen.Edition, edition.Count, yes.Count));
        Assert.Equal(numbers[6..], edition.Rows.Take(numbers.Count - 6).Select(row => row.Record.ScrNumber));
        Assert.Equal(numbers[6..15], yes.Rows.Select(row => row.Record.ScrNumber));
        Assert.All(
            yes.Rows,
            row => Assert.Equal("Yes (the report says: not recorded)", RecordWording.Tco(row.Record, row.CountsAs))
        );
        Assert.Equal(1_068, last.Count);
        Assert.Equal(1_068 % ReadRecords.PageSize, last.Rows.Count);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100_000, int.MaxValue)]
    public async Task PageThatIsNot_IsTheNearest(int asked, int expected)
    {
        await using var system = await TestSystem.CreateAsync();

        var page = await PageAsync(system, Cyber, asked);

        Assert.Equal(Math.Min(expected, page.PageCount), page.Page);
        Assert.NotEmpty(page.Rows);
    }

    [Theory]
    [InlineData(Role.ScrDataSteward, null)]
    [InlineData(Role.PerformanceAnalyst, null)]
    [InlineData(Role.Auditor, null)]
    [InlineData(Role.ProgramOfficeAuthor, "not-allowed")]
    [InlineData(Role.BudgetAnalyst, "not-allowed")]
    [InlineData(Role.OaoCompiler, "not-allowed")]
    [InlineData(Role.AuditLiaison, "not-allowed")]
    [InlineData(Role.Administrator, "not-allowed")]
    public async Task Records_AreForThoseWhoMayReadThem(Role role, string? refusal)
    {
        await using var system = await TestSystem.CreateAsync();
        var by = People.Holding(role);

        var page = await system.Get<ReadRecords>().PageAsync(Cyber, 1, by, Cancellation);
        var export = await system.Get<ExportRecords>().ExecuteAsync(Cyber, SheetFormat.Csv, by, Cancellation);

        Assert.Equal((refusal, refusal), (page.Refusal?.Code, export.Refusal?.Code));
    }

    private static async Task SettleAsync(
        TestSystem system,
        IReadOnlyList<string> numbers,
        SettlementDecision decision
    ) =>
        Assert.Null(
            (
                await system
                    .Get<SettleRecords>()
                    .ExecuteAsync(
                        new SettleRecordsInput(
                            1,
                            [.. numbers.Select(number => new SeenRecord(number, null))],
                            decision,
                            "Looked up."
                        ),
                        People.Steward,
                        Cancellation
                    )
            ).Refusal
        );

    private static async Task<RecordsPage> PageAsync(TestSystem system, ViewChoice choice, int page) =>
        (await system.Get<ReadRecords>().PageAsync(choice, page, People.Auditor, Cancellation)).Value;

    private static async Task<string> SubcategoryAsync(TestSystem system, string category) =>
        (await PageAsync(system, new ViewChoice { Category = category, Measure = Measure.Disruptions }, 1))
            .Rows.Select(row => row.Record.Subcategory)
            .First(subcategory => subcategory.Length > 0);
}
