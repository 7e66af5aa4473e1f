using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;
using ScrBudget.Tests.Tracking;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review;

/// <summary>What an analyst recommends, the office can accept; where nothing can be recommended, the remedy is named.</summary>
public sealed class RecommendDataTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateTime At => TestClock.StartUtc;

    [Theory]
    [InlineData("XXX", null, 1, 0, 2017, 2021, "category-unknown")]
    [InlineData("CYB", "Bank fraud", 1, 0, 2017, 2021, "subcategory-unknown")]
    [InlineData("CYB", null, 9, 0, 2017, 2021, "snapshot-unknown")]
    [InlineData("CYB", null, 1, 0, 2021, 2017, "years-reversed")]
    [InlineData("CYB", null, 1, 0, 1990, 2021, "too-many-years")]
    [InlineData("CYB", null, 1, 0, 2005, 2010, "years-not-covered")]
    [InlineData("CYB", null, 1, 1, 2017, 2021, "edition-not-found")]
    [InlineData("CYB", null, 1, -1, 2017, 2021, "edition-not-found")]
    [InlineData("CYB", null, 1, 0, 2017, 2021, null)]
    public async Task Recommending_IsRefusedWhereAttachingWouldBe_ByTheSameName(
        string category,
        string? subcategory,
        int snapshot,
        int edition,
        int first,
        int last,
        string? refusal
    )
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var query = new StatisticQuery(category, subcategory, new FiscalYear(first), new FiscalYear(last));

        var recommended = await RecommendAsync(
            system,
            number,
            new RecommendedData(category, subcategory, query, snapshot, edition)
        );
        var attached = await system
            .Get<AttachStatistic>()
            .ExecuteAsync(
                new AttachStatisticInput(number, query, snapshot, SectionKind.Justification, "", edition),
                People.AuthorAndApprover,
                Cancellation
            );

        Assert.Equal((refusal, refusal), (recommended?.Code, attached.Refusal?.Code));
    }

    [Theory]
    [InlineData("CYB", null, "NS", null, "recommendation-contradicted")]
    [InlineData("CYB", null, null, null, "recommendation-contradicted")]
    [InlineData("TCAC", "Sextortion of minors", "TCAC", null, "recommendation-contradicted")]
    [InlineData("TCAC", null, "TCAC", "Sextortion of minors", null)]
    public async Task StatisticOfAnotherCategoryThanIsRecommended_IsRefused(
        string category,
        string? subcategory,
        string? ofStatistic,
        string? subcategoryOfStatistic,
        string? refusal
    )
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var query = new StatisticQuery(ofStatistic, subcategoryOfStatistic, new FiscalYear(2017), new FiscalYear(2021));

        var recommended = await RecommendAsync(system, number, new RecommendedData(category, subcategory, query, 1));

        Assert.Equal(refusal, recommended?.Code);
        Assert.Equal(refusal is null ? 1 : 0, (await system.ReadAsync(number)).Request.Recommendations.Count);
    }

    [Fact]
    public async Task SubcategoryThatIsNone_IsRefused_WithoutAStatisticToo()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();

        Assert.Equal(
            "subcategory-unknown",
            (await RecommendAsync(system, number, new RecommendedData("CYB", "Bank fraud")))?.Code
        );
    }

    [Fact]
    public void RecommendingToARequestThatIsPastIt_NamesWhatBringsItBack()
    {
        var request = new RequestBuilder().Submitted().Build();
        Assert.EndsWith("Take it up first.", RefusalOf(request), StringComparison.Ordinal);

        request.TakeUp().Bears(1, 2, 3).Disposed();
        request.Do(
            request.Recommend(request.PromptOf(), code => code, RequestReviews.Recommended, "", People.Analyst, At)
        );
        Assert.EndsWith("Reopen it first.", RefusalOf(request), StringComparison.Ordinal);

        request.Do(request.Decide(Decision.Approved, RequestReviews.Recommended, "", People.Compiler, At));
        Assert.EndsWith("Reopen it first.", RefusalOf(request), StringComparison.Ordinal);

        var merged = new RequestBuilder().Build();
        var into = new RequestBuilder().Numbered(2).Build();
        merged.Do(merged.MergeInto(into, merged.PromptOf(), "The same.", People.Compiler, At));
        Assert.EndsWith(
            $"Recommend them to {into.Number}, which took it in.",
            RefusalOf(merged),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void JudgingWhatIsNotInReview_NamesWhatBringsItThere()
    {
        var request = new RequestBuilder().Build();
        Assert.EndsWith(
            "Its office submits it first; then take it up.",
            request.FindOnFigure(1, bears: true, "", People.Analyst, At).Refusal?.Message,
            StringComparison.Ordinal
        );

        request.Submit().TakeUp().Bears(1, 2, 3).Disposed();
        request.Do(
            request.Recommend(request.PromptOf(), code => code, RequestReviews.Recommended, "", People.Analyst, At)
        );
        Assert.EndsWith(
            "Reopen it first.",
            request.FindOnFigure(1, bears: false, "Other cases.", People.Analyst, At).Refusal?.Message,
            StringComparison.Ordinal
        );
    }

    private static string? RefusalOf(ResourceRequest request) =>
        request.RecommendData(new RecommendedData("CYB"), "It bears on it.", People.Analyst, At).Refusal?.Message;

    private static async Task<Refusal?> RecommendAsync(TestSystem system, string number, RecommendedData data) =>
        (
            await system
                .Get<RecommendData>()
                .ExecuteAsync(
                    new RecommendDataInput(number, [data], "It bears on it.", null),
                    People.Analyst,
                    Cancellation
                )
        ).Refusal;
}
