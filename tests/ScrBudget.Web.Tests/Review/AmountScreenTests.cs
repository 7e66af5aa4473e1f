using Bunit;
using ScrBudget.Application.Review;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;
using ScrBudget.Web.Review;

namespace ScrBudget.Web.Tests.Review;

/// <summary>The amount that is recorded is the one that was typed, or the one proposed now: never one of before.</summary>
public sealed class AmountScreenTests : ReviewScreenTest
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("3.0 million")]
    [InlineData("9,999,999,999,999,999")]
    public async Task CompleteTheReview_WithDollarsThatCannotBeRead_RecordsNothing(string typed)
    {
        var number = await ReadyToCompleteAsync();
        var page = Open(number, People.Analyst);
        await page.Find("#amount-dollars").ChangeAsync(new() { Value = typed });

        await Button(page, "Complete the review").ClickAsync(new());

        Assert.Equal("amount-dollars", Problem(page));
        Assert.Equal(typed, page.Find("#amount-dollars").GetAttribute("value"));
        Assert.Equal(RequestStatus.InReview, (await RequestAsync(number)).Status);
    }

    [Fact]
    public async Task CompleteTheReview_WithMorePositionsThanAnyStageTakes_RecordsNothing()
    {
        var number = await ReadyToCompleteAsync();
        var page = Open(number, People.Analyst);
        await page.Find("#amount-positions").ChangeAsync(new() { Value = "100,000" });

        await Button(page, "Complete the review").ClickAsync(new());

        Assert.Equal("amount-positions", Problem(page));
        Assert.Equal(RequestStatus.InReview, (await RequestAsync(number)).Status);
    }

    [Fact]
    public async Task CompleteTheReview_RecordsWhatWasTyped_UpToTheLimitOfEveryStage()
    {
        var number = await ReadyToCompleteAsync();
        var page = Open(number, People.Analyst);
        await page.Find("#amount-dollars").ChangeAsync(new() { Value = "1,500,000" });
        await page.Find("#amount-positions").ChangeAsync(new() { Value = "99,999" });

        await Button(page, "Complete the review").ClickAsync(new());

        var amount = (await RequestAsync(number)).AmountAt(Stages.Analyst);
        Assert.Equal((1_500_000L, 99_999), (amount?.Dollars, amount?.Positions));
    }

    [Theory]
    [InlineData("3.0 million")]
    [InlineData("")]
    public async Task Decide_WithoutDollarsThatCanBeRead_DecidesNothing(string typed)
    {
        var number = await System.CreateRecommendedAsync();
        var page = Open(number, People.Compiler);
        page.Find("#decision-2").Change(nameof(Decision.ApprovedInPart));
        await page.Find("#decided-dollars").ChangeAsync(new() { Value = typed });

        await Button(page, "Decide").ClickAsync(new());

        Assert.Equal("decided-dollars", Problem(page));
        Assert.Equal(RequestStatus.Recommended, (await RequestAsync(number)).Status);
    }

    [Fact]
    public async Task Decide_AfterAnotherRecommendation_ProposesTheNewAmount_AndKeepsWhatWasTyped()
    {
        var number = await System.CreateRecommendedAsync();
        var page = Open(number, People.Compiler);
        page.Find("#decision-2").Change(nameof(Decision.ApprovedInPart));
        await page.Find("#decided-positions").ChangeAsync(new() { Value = "7" });
        await RecommendAnewAsync(number, new Amount(new Money(1_200_000), 6, 3));

        await Button(page, "Decide").ClickAsync(new());

        Assert.Contains("meanwhile", page.Find(".sb-error-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("1,200,000", page.Find("#decided-dollars").GetAttribute("value"));
        Assert.Equal("7", page.Find("#decided-positions").GetAttribute("value"));
        Assert.Equal("3", page.Find("#decided-fte").GetAttribute("value"));

        await Button(page, "Decide").ClickAsync(new());

        var decided = (await RequestAsync(number)).AmountAt(Stages.Oao);
        Assert.Equal((1_200_000L, 7, 3), (decided?.Dollars, decided?.Positions, decided?.Fte));
    }

    private static string? Problem(IRenderedComponent<ReviewPage> page) =>
        page.Find(".sb-error-summary a").GetAttribute("data-focus-target");

    private async Task<string> ReadyToCompleteAsync()
    {
        var number = await System.CreateInReviewAsync();
        await System.FindAllToBearAsync(number);
        await System.DisposeAsync(number, DispositionKind.AlreadyUsed);
        return number;
    }

    private async Task RecommendAnewAsync(string number, Amount amount)
    {
        await System.ActAsync(number, RequestAction.Reopen, SecondCompiler);
        var completed = await System
            .Get<CompleteReview>()
            .ExecuteAsync(new CompleteReviewInput(number, amount, "", null), People.Analyst, Cancellation);
        Assert.Null(completed.Refusal);
    }
}
