using Bunit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;
using ScrBudget.Web.Review;

namespace ScrBudget.Web.Tests.Review;

/// <summary>The review page offers what the rules allow, and says their limits before anybody meets them.</summary>
public sealed class MovesScreenTests : ReviewScreenTest
{
    [Fact]
    public async Task NotSelected_HasNoButtonToTransmitIt()
    {
        var number = await System.CreateRecommendedAsync();
        await System.DecideAsync(number, Decision.NotSelected);

        Assert.DoesNotContain("Transmit", Buttons(Open(number, People.Compiler)));
    }

    [Fact]
    public async Task Approved_HasAButtonToTransmitIt()
    {
        var number = await System.CreateRecommendedAsync();
        await System.DecideAsync(number);

        Assert.Contains("Transmit", Buttons(Open(number, People.Compiler)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ResubmittedRequest_IsTakenUpByItsAnalyst_AndReassignedByAnother(bool isOwn)
    {
        var number = await System.CreateInReviewAsync();
        await System.ActAsync(number, RequestAction.Return, People.Analyst);
        var submitted = await System
            .Get<Application.Requests.SubmitRequest>()
            .ExecuteAsync(number, People.Approver, Xunit.TestContext.Current.CancellationToken);
        Assert.Null(submitted.Refusal);

        var by = isOwn ? People.Analyst : People.Named("second-analyst", null, Role.BudgetAnalyst);
        var buttons = Buttons(Open(number, by));

        Assert.Contains("Reassign", buttons);
        Assert.Equal(isOwn, buttons.Contains("Take up for review", StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Decision.Approved, "Requested: $1,600,000. Give 0 or more. Approved is at least what was requested.")]
    [InlineData(
        Decision.ApprovedInPart,
        "Requested: $1,600,000. Give 0 or more. In part is more than nothing and less than was requested."
    )]
    public async Task Decision_SaysItsRuleBesideTheAmount_AndRefusesWhatContradictsIt(Decision decision, string hint)
    {
        var number = await System.CreateRecommendedAsync();
        var page = Open(number, People.Compiler);
        page.Find($"input[type=radio][value={decision}]").Change(decision.ToString());

        Assert.Contains(hint, page.Markup, StringComparison.Ordinal);

        await page.Find("#decided-dollars")
            .ChangeAsync(new() { Value = decision == Decision.Approved ? "1,599,999" : "1,600,000" });
        await Button(page, "Decide").ClickAsync(new());
        Assert.Equal("decided-dollars", page.Find(".sb-error-summary a").GetAttribute("data-focus-target"));

        await page.Find("#decided-dollars").ChangeAsync(new() { Value = "-1" });
        await Button(page, "Decide").ClickAsync(new());
        Assert.Equal("decided-dollars", page.Find(".sb-error-summary a").GetAttribute("data-focus-target"));
        Assert.Equal(RequestStatus.Recommended, (await RequestAsync(number)).Status);
    }

    private static IReadOnlyList<string> Buttons(IRenderedComponent<ReviewPage> page) =>
        [.. page.FindAll("button").Select(button => button.TextContent.Trim())];
}
