using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review;

/// <summary>Each recommendation is answered by itself, and judged beside the others that give the same reason.</summary>
public sealed class AnswerOneRecommendationTests
{
    private const string Reason = "This request funds training alone.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decline_OfOneOfTwoInACategoryWithoutData_LeavesTheOtherOpen()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await TwiceAskedAsync(system);

        await RespondAsync(system, number, 2);

        var request = (await system.ReadAsync(number)).Request;
        Assert.Equal(["R1"], request.OpenRecommendations("CYB").Select(made => made.Label));
        Assert.Null(request.ResponseTo(1));
        Assert.Equal(CategoryDecision.NotApplicable, request.ResponseTo(2)!.Decision);
    }

    [Fact]
    public async Task SameReason_CountsPresentAnswersOfRequestsThatAreStillInTheCycle()
    {
        await using var system = await TestSystem.CreateAsync();
        var judged = await NotApplicableAsync(system, Reason);
        await NotApplicableAsync(system, Reason);
        await NotApplicableAsync(system, "This request funds radios alone.");
        var revised = await NotApplicableAsync(system, Reason);
        await AnswerAsync(system, revised, "This request funds vehicles alone.");
        var withdrawn = await NotApplicableAsync(system, Reason);
        await system.ActAsync(withdrawn, RequestAction.Withdraw, People.Approver);

        var read = await system.Get<ReadReview>().ExecuteAsync(judged, People.Analyst, Cancellation);

        var answer = Assert.Single(read.Value.Categories.Single(one => one.Category.CategoryCode == "CYB").Answers);
        Assert.Equal(2, answer.SameReason);
    }

    private static async Task<string> TwiceAskedAsync(TestSystem system)
    {
        var number = await system.CreateDraftAsync();
        await system.RecommendDataAsync(
            number,
            new RecommendedData("CYB"),
            new RecommendedData("CYB", null, TestSnapshots.Query("CYB"), 1)
        );
        return number;
    }

    private static async Task RespondAsync(TestSystem system, string number, int recommendation)
    {
        var responded = await system
            .Get<RespondToRecommendation>()
            .ExecuteAsync(
                new RespondToRecommendationInput(number, recommendation, CategoryDecision.NotApplicable, null, Reason),
                People.AuthorAndApprover,
                Cancellation
            );
        Assert.Null(responded.Refusal);
    }

    private static async Task<string> NotApplicableAsync(TestSystem system, string reason)
    {
        var number = await system.CreateDraftAsync();
        await AnswerAsync(system, number, reason);
        return number;
    }

    private static async Task AnswerAsync(TestSystem system, string number, string reason)
    {
        var answered = await system
            .Get<AnswerCategory>()
            .ExecuteAsync(
                new AnswerCategoryInput(number, "CYB", CategoryDecision.NotApplicable, Reason: reason),
                People.AuthorAndApprover,
                Cancellation
            );
        Assert.Null(answered.Refusal);
    }
}
