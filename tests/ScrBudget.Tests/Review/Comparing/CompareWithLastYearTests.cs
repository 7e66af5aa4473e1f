using ScrBudget.Application.Requests;
using ScrBudget.Application.Review.Comparing;
using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Comparing;

/// <summary>A request beside the one that its office made for the budget year before.</summary>
public sealed class CompareWithLastYearTests
{
    private const int LastYear = TestSystem.OpenYear - 1;

    [Fact]
    public async Task RequestOfTheSameTitle_IsFoundAndCompared()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.OpenCycleAsync(LastYear);
        var other = await RequestAsync(system, "Radios");
        var lastYear = await RequestAsync(system, "Victim ASSISTANCE tools and resources");
        var number = await system.CreateCompleteDraftAsync();

        var compared = await CompareAsync(system, number);

        Assert.Equal(lastYear, compared.Chosen?.Number);
        Assert.Equal([lastYear, other], compared.Candidates.Select(candidate => candidate.Number));
        Assert.Equal(
            ("FY 2028", "FY 2029"),
            (compared.Comparison!.Before.FiscalYear, compared.Comparison.After.FiscalYear)
        );
        Assert.Equal(new ComparedYear("FY 2028", "FY 2029"), compared.Comparison.Cost.Years[0]);
        Assert.Equal(1_600_000, compared.Comparison.Cost.Dollars.Dollars);
    }

    [Fact]
    public async Task WithoutTheSameTitle_TheNearestAreOfferedFirst()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.OpenCycleAsync(LastYear);
        var far = await RequestAsync(system, "Radios");
        var near = await RequestAsync(system, "Victim assistance resources");
        var number = await system.CreateDraftAsync();

        var compared = await CompareAsync(system, number);

        Assert.Null(compared.Chosen);
        Assert.Null(compared.Comparison);
        Assert.Equal([near, far], compared.Candidates.Select(candidate => candidate.Number));
    }

    [Fact]
    public async Task TwoOfTheSameTitle_AreNotChosenBetween()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.OpenCycleAsync(LastYear);
        await RequestAsync(system, "Victim assistance tools and resources");
        await RequestAsync(system, "Victim assistance tools and resources");

        var compared = await CompareAsync(system, await system.CreateDraftAsync());

        Assert.Null(compared.Chosen);
        Assert.Equal(2, compared.Candidates.Count);
    }

    [Fact]
    public async Task NamedOne_IsCompared()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.OpenCycleAsync(LastYear);
        var lastYear = await RequestAsync(system, "Radios");
        var number = await system.CreateDraftAsync();

        var compared = await CompareAsync(system, number, lastYear.ToLowerInvariant());

        Assert.Equal("Title changed", compared.Comparison!.Summary);
    }

    [Theory]
    [InlineData("FY2028-CCU-001")]
    [InlineData("FY2029-VAP-001")]
    [InlineData("FY2028-VAP-009")]
    [InlineData("nonsense")]
    public async Task OneOfAnotherOfficeOrYear_IsRefused(string lastYear)
    {
        await using var system = await TestSystem.CreateAsync();
        await system.OpenCycleAsync(LastYear);
        await RequestAsync(system, "Cyber", People.OtherOffice);
        var number = await system.CreateDraftAsync();

        var refused = await AskAsync(system, number, lastYear);

        Assert.Equal(ComparisonRefusals.NotACandidateCode, refused.Refusal?.Code);
        Assert.Contains(lastYear, refused.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutRequestsOfLastYear_ThereIsNothingToChoose()
    {
        await using var system = await TestSystem.CreateAsync();

        var compared = await CompareAsync(system, await system.CreateDraftAsync());

        Assert.Empty(compared.Candidates);
    }

    private static async Task<LastYearCompared> CompareAsync(
        TestSystem system,
        string number,
        string? lastYear = null
    ) => (await AskAsync(system, number, lastYear)).Value;

    private static Task<Outcome<LastYearCompared>> AskAsync(TestSystem system, string number, string? lastYear) =>
        system
            .Get<CompareWithLastYear>()
            .ExecuteAsync(new(number, lastYear), People.Analyst, TestContext.Current.CancellationToken);

    private static async Task<string> RequestAsync(TestSystem system, string title, string office = People.Office) =>
        (
            await system
                .Get<CreateRequest>()
                .ExecuteAsync(
                    new CreateRequestInput(LastYear, office, new RequestFacts { Title = title }),
                    People.AuthorOf(office)
                )
        ).Value.ToString();
}
