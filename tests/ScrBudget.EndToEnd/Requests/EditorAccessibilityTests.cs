using Microsoft.Playwright;
using ScrBudget.Application.Demo;

namespace ScrBudget.EndToEnd.Requests;

/// <summary>Every section of the editor, and each form of an answer: axe finds nothing on desk and phone.</summary>
public sealed class EditorAccessibilityTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Category = "Transnational Crimes Against Children";

    [Theory]
    [InlineData("facts")]
    [InlineData("description")]
    [InlineData("justification")]
    [InlineData("cost")]
    [InlineData("impact")]
    [InlineData("if-not-funded")]
    [InlineData("scr-data")]
    [InlineData("submit")]
    public async Task EditorSection_IsAccessible(string section)
    {
        await OpenDraftAsync(section);

        await AssertAccessibleAtBothWidthsAsync();
    }

    [Theory]
    [InlineData("Attach…")]
    [InlineData("Decline…")]
    [InlineData("Not applicable…")]
    public async Task OpenAnswerForm_IsAccessible(string command)
    {
        await OpenDraftAsync("scr-data");
        var card = new Editor(Page).Card(Category);

        await card.GetByRole(AriaRole.Button, new() { Name = command }).ClickAsync();
        await Assertions.Expect(card.Locator(".sb-answer")).ToBeVisibleAsync();

        await AssertAccessibleAtBothWidthsAsync();
    }

    private async Task OpenDraftAsync(string section)
    {
        var number = await Drafts.FilledAsync(Fixture.Services, DemoPeople.ChildExploitation, "For all to use");
        await BeAsync(DemoPeople.ChildExploitation);
        await OpenAsync($"/requests/{number}/edit/{section}");
    }
}
