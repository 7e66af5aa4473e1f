using AngleSharp.Dom;
using Bunit;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;
using ScrBudget.Web.Review;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.Review;

/// <summary>The page on which a request is reviewed and decided, over the real use cases.</summary>
public abstract class ReviewScreenTest : RequestScreenTest
{
    protected static Person SecondCompiler { get; } = People.Named("second compiler", null, Role.OaoCompiler);

    protected IRenderedComponent<ReviewPage> Open(string number, Person by)
    {
        Be(by);
        var page = Render<ReviewPage>(p => p.Add(review => review.Number, number));
        page.WaitForElement("#next-steps");
        return page;
    }

    protected static IElement Button(IRenderedComponent<ReviewPage> page, string words) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == words);

    /// <summary>In review, with these categories declined beside those whose statistics it cites; returns its number.</summary>
    protected async Task<string> CreateDeclinedInReviewAsync(params string[] categories)
    {
        var number = await System.CreateCompleteDraftAsync();
        foreach (var category in categories)
        {
            var declined = await System
                .Get<AnswerCategory>()
                .ExecuteAsync(
                    new AnswerCategoryInput(
                        number,
                        category,
                        CategoryDecision.Declined,
                        DeclineReason.OtherDataStronger,
                        "A survey of offices says more."
                    ),
                    People.AuthorAndApprover
                );
            Assert.Null(declined.Refusal);
        }

        var submitted = await System.Get<SubmitRequest>().ExecuteAsync(number, People.AuthorAndApprover);
        Assert.Null(submitted.Refusal);
        await System.ActAsync(number, RequestAction.TakeUp, People.Analyst);
        return number;
    }

    protected async Task<ResourceRequest> RequestAsync(string number) =>
        (await System.ReadAsync(number, People.Compiler)).Request;
}
