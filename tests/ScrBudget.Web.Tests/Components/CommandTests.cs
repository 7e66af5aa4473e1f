using Bunit;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Tests.Components;

public sealed class CommandTests : ComponentTest
{
    [Fact]
    public async Task CommandButton_ClickedTwiceWhileItRuns_RunsOnce()
    {
        var runs = 0;
        var running = new TaskCompletionSource();
        var button = Render<CommandButton>(p =>
            p.AddChildContent("Submit")
                .Add(
                    b => b.OnClick,
                    () =>
                    {
                        runs++;
                        return running.Task;
                    }
                )
        );

        var first = button.Find("button").ClickAsync();
        await button.Find("button").ClickAsync();
        Assert.Equal("true", button.Find("button").GetAttribute("aria-disabled"));
        Assert.False(button.Find("button").HasAttribute("disabled"), "A disabled button would lose the focus.");
        running.SetResult();
        await first;

        Assert.Equal(1, runs);
        Assert.False(button.Find("button").HasAttribute("aria-disabled"));
    }

    [Fact]
    public async Task ConfirmDialog_Confirmed_AnswersYesAndCloses()
    {
        var dialog = RenderDialog();
        var answer = Ask(dialog);
        JSInterop.VerifyInvoke("scrBudget.showDialog", 1);

        await dialog.Find("button.usa-button--secondary").ClickAsync();

        Assert.True(await answer);
        JSInterop.VerifyInvoke("scrBudget.closeDialog", 1);
    }

    [Fact]
    public async Task ConfirmDialog_Cancelled_AnswersNo()
    {
        var dialog = RenderDialog();
        var answer = Ask(dialog);

        await dialog.Find("button.usa-button--outline").ClickAsync();

        Assert.False(await answer);
    }

    [Fact]
    public async Task ConfirmDialog_ClosedByKeyboard_AnswersNo()
    {
        var dialog = RenderDialog();
        var answer = Ask(dialog);

        await dialog.Find("dialog").TriggerEventAsync("onclose", EventArgs.Empty);

        Assert.False(await answer);
    }

    [Fact]
    public void ConfirmDialog_ThatTakesSomethingAway_StartsOnTheWayOut()
    {
        var dialog = RenderDialog();

        Assert.True(dialog.Find("button.usa-button--outline").HasAttribute("autofocus"));
        Assert.Equal("remove-heading", dialog.Find("dialog").GetAttribute("aria-labelledby"));
        Assert.Equal("Remove this line?", dialog.Find("#remove-heading").TextContent);
    }

    [Fact]
    public void ConfirmDialog_WhileItsContentIsIncomplete_CannotBeConfirmed()
    {
        var dialog = RenderDialog();

        dialog.Render(p => p.Add(d => d.CanConfirm, false));

        Assert.True(dialog.Find("button.usa-button--secondary").HasAttribute("disabled"));
    }

    [Theory]
    [InlineData("Keep your text", ConflictResolution.Mine, "mine")]
    [InlineData("Keep the saved text", ConflictResolution.Theirs, "theirs")]
    [InlineData("Keep the merged text", ConflictResolution.Merged, "both")]
    public async Task ConflictView_GivesTheTextThatWasChosen(string button, ConflictResolution resolution, string text)
    {
        ConflictChoice? choice = null;
        var view = Render<ConflictView>(p =>
            p.Add(v => v.Id, "conflict")
                .Add(v => v.Title, "Justification was changed by two people")
                .Add(v => v.Mine, "mine")
                .Add(v => v.Theirs, "theirs")
                .Add(v => v.OnChoose, value => choice = value)
        );
        Assert.Equal("mine", view.Find("#conflict-mine").TextContent);
        Assert.Equal("theirs", view.Find("#conflict-theirs").TextContent);
        Assert.Equal("mine", view.Find("#conflict-merged").GetAttribute("value"));

        view.Find("#conflict-merged").Input("both");
        await view.FindAll("button").Single(b => b.TextContent.Trim() == button).ClickAsync();

        Assert.Equal(new ConflictChoice(resolution, text), choice);
    }

    private IRenderedComponent<ConfirmDialog> RenderDialog() =>
        Render<ConfirmDialog>(p =>
            p.Add(d => d.Id, "remove")
                .Add(d => d.Title, "Remove this line?")
                .Add(d => d.ConfirmText, "Remove")
                .Add(d => d.Destructive, true)
                .AddChildContent("It can be brought back.")
        );

    private static Task<bool> Ask(IRenderedComponent<ConfirmDialog> dialog)
    {
        Task<bool>? answer = null;
        _ = dialog.InvokeAsync(() =>
        {
            answer = dialog.Instance.AskAsync();
        });
        return answer ?? throw new InvalidOperationException("Not asked.");
    }
}
