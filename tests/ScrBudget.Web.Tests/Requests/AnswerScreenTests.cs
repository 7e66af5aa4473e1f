using Bunit;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>The SCR prompt on the screen: where the focus goes, and where a refusal is shown.</summary>
public sealed class AnswerScreenTests : RequestScreenTest
{
    [Fact]
    public async Task CategoryBroughtInFromTheList_TakesTheFocusToItsCard()
    {
        var editor = await OpenAsync(await System.CreateDraftAsync(), People.AuthorAndApprover);

        Press(editor, "It bears on this request: Cyber-Enabled Crime");

        editor.WaitForElement("#scr-CYB");
        editor.WaitForAssertion(() => Assert.Contains("scr-CYB", Focused));
    }

    [Fact]
    public async Task DeclineWithoutWords_IsShownAtTheFieldThatLacksThem()
    {
        var editor = await OpenAsync(await System.CreateDraftAsync(), People.AuthorAndApprover);
        editor.FindAll(".sb-card__commands button").First(button => button.TextContent.Trim() == "Decline…").Click();
        var reason = editor.Find(".sb-answer input[type=radio]");
        await reason.ChangeAsync(new() { Value = reason.GetAttribute("value") });

        await editor.FindAll(".sb-answer > button")[0].ClickAsync(new());

        var words = editor.WaitForElement(".sb-answer input[type=text][aria-invalid=true]");
        Assert.EndsWith("-words", words.Id, StringComparison.Ordinal);
        Assert.Contains(
            "Give the reason in a sentence.",
            editor.Find($"#{words.Id}-error").TextContent,
            StringComparison.Ordinal
        );
        editor.WaitForAssertion(() => Assert.Contains(words.Id, Focused));
    }

    [Fact]
    public async Task AnswerWithoutOneOfTheReasons_IsShownAtTheReasons()
    {
        var editor = await OpenAsync(await System.CreateDraftAsync(), People.AuthorAndApprover);
        editor.FindAll(".sb-card__commands button").First(button => button.TextContent.Trim() == "Decline…").Click();

        await editor.FindAll(".sb-answer > button")[0].ClickAsync(new());

        editor.WaitForElement(".sb-answer fieldset[aria-invalid=true]");
        Assert.Single(editor.FindAll(".sb-card > .usa-alert--error"));
    }

    private IEnumerable<object?> Focused =>
        JSInterop.Invocations["scrBudget.focusById"].Select(call => call.Arguments[0]);

    private static void Press(IRenderedComponent<EditRequest> editor, string words) =>
        editor
            .FindAll("button")
            .Single(button =>
                string.Join(' ', button.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                == words
            )
            .Click();

    private async Task<IRenderedComponent<EditRequest>> OpenAsync(string number, Person by)
    {
        await Task.Yield();
        Be(by);
        var editor = Render<EditRequest>(p => p.Add(page => page.Number, number).Add(page => page.Section, "scr-data"));
        editor.WaitForElement(".sb-card");
        return editor;
    }
}
