using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.EndToEnd.Requests;

namespace ScrBudget.EndToEnd.Review;

/// <summary>What is typed on the review page is lost by no link and no reload without a question, and by none that is answered no.</summary>
public sealed class UnsavedReviewTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Reason = "Shorten the justification.";

    private Editor Screen => new(Page);

    private ILocator ReasonField =>
        Page.GetByRole(AriaRole.Textbox, new() { Name = "What the office has to do (required)" });

    private ILocator Question => Page.GetByRole(AriaRole.Dialog, new() { Name = "Leave without saving?" });

    private ILocator Desk =>
        Page.GetByRole(AriaRole.Navigation, new() { Name = "Primary" })
            .GetByRole(AriaRole.Link, new() { Name = "Review", Exact = true });

    [Fact]
    public async Task ReasonOfAReturn_IsKeptByStaying_LostByLeaving_AndAskedOfNoMoreOnceItIsSent()
    {
        var address = await OpenInReviewAsync("Typed and not sent");
        await TypeReasonAsync();

        await Desk.ClickAsync();
        await Assertions.Expect(Question).ToContainTextAsync("press Return to the office");
        await AssertAccessibleAsync(Page);
        await Question.GetByRole(AriaRole.Button, new() { Name = "Stay" }).ClickAsync();
        await Assertions.Expect(Question).ToBeHiddenAsync();
        await Assertions.Expect(ReasonField).ToHaveValueAsync(Reason);
        Assert.EndsWith(address, Page.Url, StringComparison.Ordinal);

        await Desk.ClickAsync();
        await Question.GetByRole(AriaRole.Button, new() { Name = "Leave without saving" }).ClickAsync();
        await Page.WaitForURLAsync("**/review");
        await OpenAsync(address);
        await Page.GetByText("Return to the office…").ClickAsync();
        await Assertions.Expect(ReasonField).ToHaveValueAsync(string.Empty);

        await ReasonField.FillAsync(Reason);
        await Screen.Button("Return to the office").ClickAsync();
        await Assertions
            .Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "the request is returned" }).First)
            .ToBeVisibleAsync();
        await Desk.ClickAsync();
        await Page.WaitForURLAsync("**/review");
    }

    [Fact]
    public async Task Reload_WithAReasonNotSent_IsAskedOfByTheBrowser()
    {
        await OpenInReviewAsync("Typed and reloaded");
        await TypeReasonAsync();
        var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Page.Dialog += (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            _ = dialog.DismissAsync();
        };

        await Page.EvaluateAsync("() => { setTimeout(() => location.reload()); }");

        Assert.Equal(
            "beforeunload",
            await asked.Task.WaitAsync(
                TimeSpan.FromMilliseconds(BrowserFixture.Patience),
                TestContext.Current.CancellationToken
            )
        );
        await Assertions.Expect(ReasonField).ToHaveValueAsync(Reason);
    }

    private async Task TypeReasonAsync()
    {
        await Page.GetByText("Return to the office…").ClickAsync();
        await ReasonField.PressSequentiallyAsync(Reason);
        await Assertions.Expect(Page.Locator("[data-unsaved-form]")).ToHaveCountAsync(1);
    }

    /// <summary>A request that is in review, on the analyst's screen; returns its address.</summary>
    private async Task<string> OpenInReviewAsync(string title)
    {
        var author = DemoPeople.VictimAssistanceAuthor;
        var number = await Drafts.FilledAsync(Fixture.Services, author, title);
        await Drafts.DeclineAllAsync(Fixture.Services, number, author);
        var submitted = await Fixture
            .Services.GetRequiredService<SubmitRequest>()
            .ExecuteAsync(
                number,
                DemoPeople.VictimAssistanceApprover.AsPerson(),
                TestContext.Current.CancellationToken
            );
        Assert.Null(submitted.Refusal);
        var takenUp = await Fixture
            .Services.GetRequiredService<ActOnRequest>()
            .ExecuteAsync(
                new ActOnRequestInput(number, RequestAction.TakeUp, string.Empty, null),
                DemoPeople.Analyst.AsPerson(),
                TestContext.Current.CancellationToken
            );
        Assert.Null(takenUp.Refusal);
        await BeAsync(DemoPeople.Analyst);
        var address = $"/review/{number}";
        await OpenAsync(address);
        return address;
    }
}
