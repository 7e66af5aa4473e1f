using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Tests.Tracking;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review;

/// <summary>What a merged request still owed moves along, as what it was: nothing is made of it that nobody said.</summary>
public sealed class MergingTests
{
    private static readonly Person OtherAnalyst = People.Named("another analyst", null, Role.BudgetAnalyst);

    [Fact]
    public void OpenRecommendation_KeepsWhoMadeItAndWhen()
    {
        var target = InReview(1);
        var request = InReview(2);
        _ = request
            .RecommendData(new RecommendedData("CYB"), "It bears.", OtherAnalyst, RequestBuilder.At.AddDays(-3))
            .Value;

        Merge(request, target);

        var moved = Assert.Single(target.Recommendations);
        Assert.Equal(
            ("CYB", "another analyst", RequestBuilder.At.AddDays(-3), request.Number, "It bears."),
            (moved.CategoryCode, moved.By, moved.At, moved.MovedFrom, moved.Why)
        );
    }

    [Fact]
    public void RecommendationThatTheOtherHasToo_IsNotAskedTwice()
    {
        var target = InReview(1).Recommends("CYB");
        var request = InReview(2).Recommends("CYB");

        Merge(request, target);

        Assert.Null(Assert.Single(target.Recommendations).MovedFrom);
    }

    [Fact]
    public void UnansweredCategory_BearsOnTheOther_AndIsNobodysRecommendation()
    {
        var target = new RequestBuilder().WithFiguresOf("ITTF_ND", "NS").Build();
        var request = new RequestBuilder().Numbered(2).WithFiguresOf("ITTF_ND").Build();
        request.Do(request.Confirm("CYB", RequestBuilder.Author, RequestBuilder.At));

        Merge(request, target);

        Assert.Empty(target.Recommendations);
        Assert.False(ReviewGaps.IsConsistent(DispositionKind.Recommended, target, target.PromptOf()));
        Assert.Equal(
            ["TCAC", "CYB"],
            target
                .PromptOf()
                .Categories.Where(category => category.NeedsAnswer)
                .Select(category => category.CategoryCode)
        );
    }

    [Fact]
    public void AnswerThatNobodyJudged_MovesAlong_UnlessTheOtherHasItsOwn()
    {
        var target = InReview(1);
        var request = new RequestBuilder().Numbered(2).Build();
        request.Do(request.Confirm("CYB", RequestBuilder.Author, RequestBuilder.At));
        request.Declines("CYB").Submit().TakeUp();

        Merge(request, target);

        var answer = target.Answers.Last(given => given.CategoryCode == "CYB");
        Assert.Equal(CategoryDecision.Declined, answer.Decision);
        Assert.Contains(answer, ReviewGaps.AnswersToJudge(target, target.PromptOf()));
        // Its figures are its own answers: TCAC, ITTF_ND and NS stay as they were.
        Assert.Equal(4, target.Answers.Count);
    }

    private static ResourceRequest InReview(int number) =>
        new RequestBuilder().Numbered(number).Build().Submit().TakeUp();

    private static void Merge(ResourceRequest request, ResourceRequest target) =>
        request.Do(request.MergeInto(target, request.PromptOf(), "The same need.", People.Compiler, RequestBuilder.At));
}
