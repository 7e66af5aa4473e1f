using Bunit;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;
using ScrBudget.Web.Components;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>The text of a section on the screen: two windows, two sections, two people.</summary>
public sealed class SectionScreenTests : RequestScreenTest
{
    [Theory]
    [InlineData("#conflict-mine", "Of this window")]
    [InlineData("#conflict-theirs", "Of the other window")]
    public async Task OtherWindowsText_IsShownBesideThisOnes_AndTheChoiceIsKept(string chosen, string expected)
    {
        var (number, editor) = await OpenAsync();
        await SaveInAnotherWindowAsync(number, "Of the other window");

        var typing = editor
            .Find("#impact")
            .TriggerEventAsync("ontrackedinput", new TrackedInputEventArgs { Text = "Of this window", Sequence = 1 });
        System.Clock.Advance(Autosave.Pause);
        await typing;

        Assert.Equal(
            "Another window of yours holds another text of Impact. Compare both and decide.",
            editor.WaitForElement("#conflict-heading").TextContent
        );
        Assert.Equal("Of this window", editor.Find("#conflict-mine").TextContent);
        Assert.Equal("Of the other window", editor.Find("#conflict-theirs").TextContent);
        Assert.Equal("Of the other window", (await System.ReadAsync(number)).WorkingCopies[SectionKind.Impact].Text);

        await editor.Find(chosen).ParentElement!.QuerySelector("button")!.ClickAsync(new());

        editor.WaitForAssertion(() => Assert.Equal(expected, editor.Find("#impact").GetAttribute("value")));
        Assert.Equal(expected, (await System.ReadAsync(number)).WorkingCopies[SectionKind.Impact].Text);
        Assert.Equal("All changes saved", editor.Find("#save-status").TextContent);
    }

    [Fact]
    public async Task MergedText_IsTheWorkingCopyWhileItIsTyped()
    {
        var (number, editor) = await OpenAsync();
        await System.ReviseAsync(number, SectionKind.Impact, "Theirs.", People.Colleague);
        await editor.Find("#impact").ChangeAsync(new() { Value = "Mine." });

        var typing = editor
            .WaitForElement("#conflict-merged")
            .TriggerEventAsync("ontrackedinput", new TrackedInputEventArgs { Text = "Mine. Theirs.", Sequence = 1 });
        System.Clock.Advance(Autosave.Pause);
        await typing;

        Assert.Equal("Mine. Theirs.", (await System.ReadAsync(number)).WorkingCopies[SectionKind.Impact].Text);
        Assert.Equal("Mine.", editor.Find("#conflict-mine").TextContent);
        Assert.Equal("All changes saved", editor.Find("#save-status").TextContent);
    }

    [Fact]
    public void StatusOfAllSections_NamesTheOneThatIsNotSaved()
    {
        Be(People.AuthorAndApprover);
        var impact = new SectionTyping("Impact");
        var description = new SectionTyping("Description");
        IReadOnlyList<SectionTyping> all = [description, impact];
        var status = Render<SaveOverview>(p =>
            p.Add(overview => overview.Current, description.Tracker)
                .Add(overview => overview.All, all)
                .Add(overview => overview.Forms, new UnsavedForms())
        );

        impact.Tracker.Typed(1);
        impact.Tracker.Failed("the database is locked.");
        description.Tracker.Typed(1);
        description.Tracker.Saved(1);

        status.WaitForAssertion(() =>
            Assert.Equal("Not saved in Impact: the database is locked.", status.Find("#save-status-Impact").TextContent)
        );
        Assert.Equal("This section is saved", status.Find("#save-status").TextContent);
        impact.Tracker.Saved(1);
        status.WaitForAssertion(() => Assert.Equal("All changes saved", status.Find("#save-status").TextContent));
    }

    [Fact]
    public async Task SectionThatIsOpenedLater_ShowsWhatAColleagueSavedMeanwhile()
    {
        var (number, editor) = await OpenAsync();
        await System.ReviseAsync(number, SectionKind.Description, "Theirs.", People.Colleague);

        editor.Render(p => p.Add(page => page.Section, "description"));

        Assert.Equal("Theirs.", editor.WaitForElement("#description").GetAttribute("value"));
    }

    [Fact]
    public async Task CasesOfAFigure_HaveAButtonOfTheirOwn()
    {
        var (_, editor) = await OpenAsync();

        editor
            .FindAll(".sb-toolbar button")
            .Single(button =>
                button.TextContent.StartsWith("Insert {S1.cases} (", StringComparison.Ordinal)
                && button.TextContent.EndsWith(" cases)", StringComparison.Ordinal)
            )
            .Click();

        Assert.Equal(["impact", "{S1.cases}"], JSInterop.VerifyInvoke("scrBudget.insertAtCursor").Arguments);
    }

    [Fact]
    public async Task Conflict_TakesTheFocusToItsHeading_AndTheChosenTextStands()
    {
        var (number, editor) = await OpenAsync();
        await System.ReviseAsync(number, SectionKind.Impact, "Theirs.", People.Colleague);

        await editor.Find("#impact").ChangeAsync(new() { Value = "Mine." });

        editor.WaitForElement("#conflict-merged");
        Assert.Contains(
            JSInterop.Invocations["scrBudget.focusById"],
            call => Equals(call.Arguments[0], "conflict-heading")
        );
        await editor.Find("#conflict-theirs").ParentElement!.QuerySelector("button")!.ClickAsync(new());
        editor.WaitForAssertion(() => Assert.Equal("Theirs.", editor.Find("#impact").GetAttribute("value")));
        Assert.Empty((await System.ReadAsync(number)).WorkingCopies);
    }

    private async Task SaveInAnotherWindowAsync(string number, string text)
    {
        var version = (await System.ReadAsync(number)).Request.Section(SectionKind.Impact).Version;
        var saved = await System
            .Get<SaveWorkingCopy>()
            .ExecuteAsync(new SectionInput(number, SectionKind.Impact, text, version), People.AuthorAndApprover);
        Assert.Null(saved.Refusal);
    }

    private async Task<(string Number, IRenderedComponent<EditRequest> Editor)> OpenAsync()
    {
        var number = await System.CreateCompleteDraftAsync();
        Be(People.AuthorAndApprover);
        var editor = Render<EditRequest>(p => p.Add(page => page.Number, number).Add(page => page.Section, "impact"));
        editor.WaitForElement("#impact");
        return (number, editor);
    }
}
