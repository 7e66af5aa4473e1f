using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Exploring;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Exploring;

/// <summary>Views of the synthetic snapshot: FY 2017 to 2022 and a month of FY 2023 without records.</summary>
public sealed class ExploreStatisticsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NothingChosen_IsResultsByCategoryOverTheFiveMostRecentCompleteYears()
    {
        await using var system = await TestSystem.CreateAsync();

        var table = (await ExploreAsync(system, new ViewChoice())).Table;

        Assert.Equal([2018, 2019, 2020, 2021, 2022], table.Years.Select(year => year.Year));
        Assert.Equal((Measure.Results, TcoFilter.All), (table.View.Query.Measure, table.View.Query.Tco));
        Assert.Equal(ScrCategories.Initial().Select(category => category.Name), table.Rows.Select(row => row.Name));
        Assert.True(table is { HasAllYears: true, HasCases: true, Totals: not null });
    }

    [Theory]
    [InlineData(RowsBy.Category)]
    [InlineData(RowsBy.Type)]
    [InlineData(RowsBy.Tco)]
    [InlineData(RowsBy.Subcategory)]
    public async Task Numbers_AreThoseOfThePlainStatistic(RowsBy rows)
    {
        await using var system = await TestSystem.CreateAsync();
        var choice = new ViewChoice
        {
            Category = "ITTF_ND",
            Rows = rows,
            Measure = Measure.Approved,
        };

        var explored = await ExploreAsync(system, choice);

        foreach (var (name, query) in explored.Chosen.View.RowQueries(explored.Chosen.Catalogue))
        {
            var plain = await AskAsync(system, query);
            var row = Assert.Single(explored.Table.Rows, row => row.Name == name);
            foreach (
                var (year, shown) in explored.Table.Years.Zip(row.Years).Where(cell => cell.Second.Number is not null)
            )
            {
                Assert.Equal(plain.ExactIn(year).Scrs, shown.Number);
            }
        }

        var whole = await AskAsync(system, explored.Chosen.View.Query);
        Assert.Equal(whole.Total.Scrs, explored.Table.Sum.AllYears!.Number);
        Assert.Equal(whole.Total.Cases, explored.Table.Sum.Cases!.Number);
    }

    [Fact]
    public async Task CountedAsCases_HasDistinctCasesInEveryColumn_WhichDoNotAddUp()
    {
        await using var system = await TestSystem.CreateAsync();

        var table = (
            await ExploreAsync(
                system,
                new ViewChoice
                {
                    Count = CountUnit.Cases,
                    FirstYear = new FiscalYear(2017),
                    Rows = RowsBy.Type,
                }
            )
        ).Table;

        Assert.False(table.HasCases);
        var plain = await AskAsync(system, table.View.Query);
        Assert.Equal(plain.Total.Cases, table.Sum.AllYears!.Number);
        Assert.Equal(
            table.Years.Select(year => (int?)plain.ExactIn(year).Cases),
            table.Sum.Years.Select(shown => shown.Number)
        );
        Assert.True(table.Sum.Years.Sum(year => year.Number) > table.Sum.AllYears.Number);
        Assert.True(table.Rows.Sum(row => row.AllYears!.Number) > table.Sum.AllYears.Number);
    }

    [Fact]
    public async Task RowsByTco_KeepTheThreeApart_AndYearsBeforeTheBoxAreNoSmallNumbers()
    {
        await using var system = await TestSystem.CreateAsync();

        var table = (await ExploreAsync(system, new ViewChoice { Rows = RowsBy.Tco })).Table;

        Assert.Equal(["Yes", "No", "Not recorded"], table.Rows.Select(row => row.Name));
        Assert.All(table.Rows[0].Years.Concat(table.Rows[1].Years), shown => Assert.Equal("not recorded", shown.Words));
        Assert.All(table.Rows[2].Years, shown => Assert.NotNull(shown.Number));
        Assert.False(table.HidesNumbers);
        Assert.Equal(StatisticWording.TcoNotRecorded, table.Caveats[0]);
    }

    [Fact]
    public async Task YearThatTheSnapshotDoesNotCover_IsNoData_NeverZero()
    {
        await using var system = await TestSystem.CreateAsync();

        var table = (
            await ExploreAsync(
                system,
                new ViewChoice { FirstYear = new FiscalYear(2015), LastYear = new FiscalYear(2017) }
            )
        ).Table;

        Assert.Equal(["no data", "no data"], table.Sum.Years.Take(2).Select(shown => shown.Words));
        Assert.True(table.Sum.Years[2].Number > 100);
        Assert.Contains("No data: FY 2015, FY 2016.", table.Caveats);
        // One year with data is the sum of all: a second column would say the same again.
        Assert.False(table.HasAllYears);
    }

    [Fact]
    public async Task YearsOutsideTheSnapshot_HaveNoDataAtAll()
    {
        await using var system = await TestSystem.CreateAsync();

        var table = (await ExploreAsync(system, new ViewChoice { LastYear = new FiscalYear(1999) })).Table;

        Assert.False(table.HasData);
        Assert.All(table.Sum.Years, shown => Assert.Equal("no data", shown.Words));
    }

    [Theory]
    [InlineData("Nothing", null, RowsBy.Category, null, "category-unknown", "category")]
    [InlineData(null, "Network intrusion", RowsBy.Category, null, "subcategory-without-category", "category")]
    [InlineData("CYB", "Gangs", RowsBy.Category, null, "subcategory-unknown", "subcategory")]
    [InlineData(null, null, RowsBy.Subcategory, null, "rows-need-category", "category")]
    [InlineData(null, null, RowsBy.Category, 99, "snapshot-not-found", "snapshot")]
    public async Task ChoiceThatMeansNothing_IsRefusedAndNamesTheField(
        string? category,
        string? subcategory,
        RowsBy rows,
        int? snapshot,
        string code,
        string field
    )
    {
        await using var system = await TestSystem.CreateAsync();
        var choice = new ViewChoice
        {
            Category = category,
            Subcategory = subcategory,
            Rows = rows,
            Snapshot = snapshot is { } number ? new SnapshotChoice(number) : null,
        };

        var refusal = (
            await system.Get<ExploreStatistics>().ExecuteAsync(choice, People.Analyst, Cancellation)
        ).Refusal;

        Assert.Equal((code, field), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public async Task YearsReversed_AndEditionsThatAreNot_AreRefusedWithTheirField()
    {
        await using var system = await TestSystem.CreateAsync();
        var reversed = new ViewChoice { FirstYear = new FiscalYear(2022), LastYear = new FiscalYear(2018) };
        var edition = new ViewChoice { Snapshot = new SnapshotChoice(1, Edition: 7) };

        Assert.Equal("to", await FieldAsync(system, reversed));
        Assert.Equal("edition", await FieldAsync(system, edition));
    }

    [Theory]
    [InlineData(Role.Administrator, "not-allowed")]
    [InlineData(Role.ProgramOfficeAuthor, null)]
    [InlineData(Role.Auditor, null)]
    public async Task View_IsForThoseWhoMayReadStatistics(Role role, string? refusal)
    {
        await using var system = await TestSystem.CreateAsync();

        var explored = await system
            .Get<ExploreStatistics>()
            .ExecuteAsync(new ViewChoice(), People.Holding(role), Cancellation);

        Assert.Equal(refusal, explored.Refusal?.Code);
    }

    private static async Task<string?> FieldAsync(TestSystem system, ViewChoice choice) =>
        (await system.Get<ExploreStatistics>().ExecuteAsync(choice, People.Analyst, Cancellation)).Refusal?.Field;

    private static async Task<Exploration> ExploreAsync(TestSystem system, ViewChoice choice) =>
        (await system.Get<ExploreStatistics>().ExecuteAsync(choice, People.Analyst, Cancellation)).Value;

    private static async Task<Statistic> AskAsync(TestSystem system, StatisticQuery query) =>
        (await system.Get<QueryStatistic>().AskAsync(query, null, People.Analyst, Cancellation)).Value;
}
