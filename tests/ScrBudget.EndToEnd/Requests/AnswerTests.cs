using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.Domain.Requests;

namespace ScrBudget.EndToEnd.Requests;

/// <summary>Silence is an answer that someone must give: how the SCR prompt holds a submission back, and lets it go.</summary>
public sealed class AnswerTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Category = "Transnational Crimes Against Children";
    private const string Gap = $"{Category}: attach a statistic, decline, or say why it is not applicable.";

    private Editor Editor => new(Page);

    private ILocator Card => Editor.Card(Category);

    [Fact]
    public async Task Submit_WithUnansweredCategory_IsRefusedAndLeadsToIt()
    {
        var number = await OpenNewAsync("Unanswered", "submit");

        await Editor.Button($"Submit {number}").ClickAsync();
        var summary = Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await Assertions.Expect(summary).ToContainTextAsync("The request cannot be submitted yet");
        await AssertAccessibleAsync(Page);
        await summary.GetByRole(AriaRole.Link, new() { Name = Gap }).ClickAsync();

        await Assertions.Expect(Card).ToContainTextAsync("Unanswered");
        Assert.Equal(RequestStatus.Draft, (await Drafts.ReadAsync(Fixture.Services, number)).Request.Status);
    }

    [Fact]
    public async Task Decline_TakesACodedReason_AndClosesTheGap()
    {
        var number = await OpenNewAsync("Declined", "scr-data");

        await Press("Decline…");
        await Press($"Decline {Category}");
        await Assertions.Expect(Card.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Card.GetByText("Other data stronger").ClickAsync();
        await Card.GetByLabel("In words").FillAsync("The hotline's own counts are a year younger.");
        await Press($"Decline {Category}");

        await Assertions.Expect(Card.GetByText("Declined", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(Card).ToContainTextAsync("Other data stronger: The hotline's own counts");
        await Assertions.Expect(Page.GetByText("1 of 1 answered", new() { Exact = true })).ToBeVisibleAsync();
        await SubmitAsync(number);
    }

    [Fact]
    public async Task NotApplicable_NeedsASentenceThatSaysWhatIsFunded()
    {
        var number = await OpenNewAsync("Not applicable", "scr-data");

        await Press("Not applicable…");
        await Card.GetByLabel("Reason").FillAsync("No.");
        await Press($"Mark {Category} as not applicable");
        await Assertions.Expect(Card.GetByRole(AriaRole.Alert)).ToContainTextAsync("This request funds");
        await Card.GetByLabel("Reason").FillAsync("This request funds the heating of an office.");
        await Press($"Mark {Category} as not applicable");

        await Assertions.Expect(Card.GetByText("Not applicable", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(Card).ToContainTextAsync("Reason: This request funds the heating of an office.");
        await SubmitAsync(number);
    }

    [Fact]
    public async Task RemovingTheTokenFromTheText_ReopensTheCategory()
    {
        var number = await OpenNewAsync("Token removed", "scr-data");
        await Press("Attach…");
        await Press("Attach to Justification");
        await Assertions.Expect(Card.GetByText("Attached", new() { Exact = true })).ToBeVisibleAsync();

        await Editor.GoToAsync("Justification");
        Assert.Contains("{S1}", await Editor.TextArea.InputValueAsync(), StringComparison.Ordinal);
        await Editor.TextArea.FillAsync(Drafts.Justification);
        await Editor.GoToAsync("SCR data");

        await Assertions.Expect(Card.GetByText("Unanswered", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByText("0 of 1 answered", new() { Exact = true })).ToBeVisibleAsync();
        await Editor.GoToAsync("Submit");
        await Assertions.Expect(Page.Locator("#gaps").GetByText(Gap)).ToBeVisibleAsync();
        var request = (await Drafts.ReadAsync(Fixture.Services, number)).Request;
        Assert.Equal(CategoryDecision.Unanswered, request.DecisionOn("TCAC"));
        Assert.Equal([1], request.Figures.Select(figure => figure.Number));
    }

    private async Task<string> OpenNewAsync(string title, string section)
    {
        var number = await Drafts.FilledAsync(Fixture.Services, DemoPeople.ChildExploitation, title);
        await BeAsync(DemoPeople.ChildExploitation);
        await OpenAsync($"/requests/{number}/edit/{section}");
        return number;
    }

    private Task Press(string button) =>
        Card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private async Task SubmitAsync(string number)
    {
        await Editor.GoToAsync("Submit");
        await Editor.Button($"Submit {number}").ClickAsync();
        await Assertions.Expect(Page.GetByText("Submitted. Texts, costs")).ToBeVisibleAsync();
        Assert.Equal(RequestStatus.Submitted, (await Drafts.ReadAsync(Fixture.Services, number)).Request.Status);
    }
}
