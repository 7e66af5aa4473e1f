using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
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
            read.AddRange((await PageAsync(system, Cyber, page)).Records.Select(record => record.ScrNumber));
        }

        Assert.True(first.PageCount > 6, $"{first.PageCount} pages");
        Assert.Equal((plain.Count, ReadRecords.PageSize), (first.Count, first.Records.Count));
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

        Assert.NotEmpty(page.Records);
        Assert.All(
            page.Records,
            record =>
            {
                Assert.Equal((choice.Category, choice.Subcategory), (record.CategoryCode, record.Subcategory));
                Assert.InRange(record.FiscalYear, 2020, 2021);
                Assert.Equal((ScrType.Disruption, TcoInvolvement.NotRecorded), (record.Type, record.TcoInvolvement));
            }
        );
        Assert.Equal(0, (await PageAsync(system, choice with { Tco = TcoFilter.Yes }, 1)).Count);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100_000, int.MaxValue)]
    public async Task PageThatIsNot_IsTheNearest(int asked, int expected)
    {
        await using var system = await TestSystem.CreateAsync();

        var page = await PageAsync(system, Cyber, asked);

        Assert.Equal(Math.Min(expected, page.PageCount), page.Page);
        Assert.NotEmpty(page.Records);
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

    private static async Task<RecordsPage> PageAsync(TestSystem system, ViewChoice choice, int page) =>
        (await system.Get<ReadRecords>().PageAsync(choice, page, People.Auditor, Cancellation)).Value;

    private static async Task<string> SubcategoryAsync(TestSystem system, string category) =>
        (await PageAsync(system, new ViewChoice { Category = category, Measure = Measure.Disruptions }, 1))
            .Records.First(record => record.Subcategory.Length > 0)
            .Subcategory;
}
