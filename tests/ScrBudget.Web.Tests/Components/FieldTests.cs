using System.ComponentModel.DataAnnotations;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Tests.Components;

public sealed class FieldTests : ComponentTest
{
    [Fact]
    public void TextField_HasItsLabelHintAndErrorBoundToTheInput()
    {
        var field = Render<TextField>(p =>
            p.Add(f => f.Id, "title")
                .Add(f => f.Label, "Title")
                .Add(f => f.Hint, "As it prints.")
                .Add(f => f.Error, "Enter a title.")
                .Add(f => f.Required, true)
        );

        var input = field.Find("input");
        Assert.Equal("title", input.Id);
        Assert.Equal("title", field.Find("label").GetAttribute("for"));
        Assert.Equal("title-hint title-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("As it prints.", field.Find("#title-hint").TextContent);
        Assert.Contains("Enter a title.", field.Find("#title-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("true", input.GetAttribute("aria-required"));
    }

    [Fact]
    public void TextField_WithoutHintAndError_DescribesNothing()
    {
        var input = Render<TextField>(p => p.Add(f => f.Id, "title").Add(f => f.Label, "Title")).Find("input");

        Assert.False(input.HasAttribute("aria-describedby"));
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public void TextField_WhileTyping_KeepsWhatWasTypedWhenTheCallerRendersTheOldValue()
    {
        var field = Render<TextField>(p =>
            p.Add(f => f.Id, "title").Add(f => f.Label, "Title").Add(f => f.Value, "old")
        );

        field.Find("input").Input("new");
        field.Render(p => p.Add(f => f.Hint, "Another hint").Add(f => f.Value, "old"));

        Assert.Equal("new", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void TextField_TakesAValueThatTheCallerChanged()
    {
        var field = Render<TextField>(p =>
            p.Add(f => f.Id, "title").Add(f => f.Label, "Title").Add(f => f.Value, "old")
        );

        field.Render(p => p.Add(f => f.Value, "newer"));

        Assert.Equal("newer", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void TextField_WhenAnOlderTextComesBackFromTheCaller_KeepsTheNewerOne()
    {
        var field = Render<TextField>(p =>
            p.Add(f => f.Id, "title").Add(f => f.Label, "Title").Add(f => f.Value, "old")
        );
        field.Find("input").Input("a");
        field.Find("input").Input("ab");

        field.Render(p => p.Add(f => f.Value, "a"));
        Assert.Equal("ab", field.Find("input").GetAttribute("value"));

        field.Render(p => p.Add(f => f.Value, "old"));
        Assert.Equal("old", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void NumberField_WhenItsOwnNumberComesBackWhileTyping_DoesNotReformatIt()
    {
        var field = Render<NumberField>(p => p.Add(f => f.Id, "cost").Add(f => f.Label, "Unit cost"));
        field.Find("input").Input("1200");

        field.Render(p => p.Add(f => f.Value, 1200));

        Assert.Equal("1200", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void TextField_TellsOfEachInputAtOnceAndOfOneCommitWhenLeft()
    {
        List<string> typed = [];
        List<string> committed = [];
        var field = Render<TextField>(p =>
            p.Add(f => f.Id, "title")
                .Add(f => f.Label, "Title")
                .Add(f => f.OnInput, typed.Add)
                .Add(f => f.OnCommit, committed.Add)
        );

        field.Find("input").Input("a");
        field.Find("input").Input("ab");
        field.Find("input").Change("ab");
        field.Find("input").Blur();

        Assert.Equal(["a", "ab"], typed);
        Assert.Equal(["ab"], committed);
    }

    [Fact]
    public void TextField_LeftWithoutAChangeEvent_StillCommits()
    {
        List<string> committed = [];
        var field = Render<TextField>(p =>
            p.Add(f => f.Id, "title").Add(f => f.Label, "Title").Add(f => f.OnCommit, committed.Add)
        );

        field.Find("input").Input("inserted");
        field.Find("input").Blur();

        Assert.Equal(["inserted"], committed);
    }

    [Fact]
    public void TextAreaField_StatesItsLimitBeforeItIsHitAndCutsNothing()
    {
        var field = Render<TextAreaField>(p =>
            p.Add(f => f.Id, "impact").Add(f => f.Label, "Impact").Add(f => f.MaxLength, 5)
        );

        Assert.Equal("Up to 5 characters.", field.Find("#impact-hint").TextContent);
        Assert.False(field.Find("textarea").HasAttribute("maxlength"));

        field.Find("textarea").Input("1234567");

        Assert.Equal("7 of 5 characters", field.Find("#impact-count").TextContent);
        Assert.Contains("2 characters too many", field.Find("#impact-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("impact-hint impact-error impact-count", field.Find("textarea").GetAttribute("aria-describedby"));
        Assert.Equal("1234567", field.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void TextAreaField_WithATracker_NamesItsStatusAndCountsKeystrokes()
    {
        var tracker = new SaveTracker("save-status");
        var field = Render<TextAreaField>(p =>
            p.Add(f => f.Id, "impact").Add(f => f.Label, "Impact").Add(f => f.Saving, tracker)
        );

        Assert.Equal("save-status", field.Find("textarea").GetAttribute("data-autosave-status"));
        field.Find("textarea").TriggerEvent("ontrackedinput", new TrackedInputEventArgs { Text = "a", Sequence = 4 });

        Assert.Equal(4, tracker.LastTyped);
        Assert.Equal("a", field.Find("textarea").GetAttribute("value"));
    }

    [Theory]
    [InlineData("1200000", 1_200_000, "1,200,000")]
    [InlineData("$1,200,000", 1_200_000, "1,200,000")]
    [InlineData(" 12 ", 12, "12")]
    [InlineData("(250,000)", -250_000, "(250,000)")]
    [InlineData("-250000", -250_000, "(250,000)")]
    public void NumberField_ReadsNumbersAsPeopleTypeThem(string typed, int expected, string shown)
    {
        decimal? committed = null;
        var field = Render<NumberField>(p =>
            p.Add(f => f.Id, "cost")
                .Add(f => f.Label, "Unit cost")
                .Add(f => f.Min, -999_999_999)
                .Add(f => f.OnCommit, value => committed = value)
        );

        field.Find("input").Change(typed);

        Assert.Equal(expected, committed);
        Assert.Equal(shown, field.Find("input").GetAttribute("value"));
    }

    [Theory]
    [InlineData("twelve", "whole number")]
    [InlineData("1.5", "whole number")]
    [InlineData("1,5", "whole number")]
    [InlineData("12,34", "whole number")]
    [InlineData("-1", "from 0 to 100")]
    [InlineData("101", "from 0 to 100")]
    public void NumberField_WithWhatItCannotRead_KeepsItSaysWhyAndCommitsNothing(string typed, string reason)
    {
        var committed = false;
        var field = Render<NumberField>(p =>
            p.Add(f => f.Id, "count")
                .Add(f => f.Label, "Positions")
                .Add(f => f.Max, 100)
                .Add(f => f.OnCommit, _ => committed = true)
        );

        field.Find("input").Change(typed);

        Assert.False(committed);
        Assert.Equal(typed, field.Find("input").GetAttribute("value"));
        Assert.Contains(reason, field.Find("#count-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void NumberField_Emptied_IsNullAndNoError()
    {
        decimal? committed = 5;
        var field = Render<NumberField>(p =>
            p.Add(f => f.Id, "count")
                .Add(f => f.Label, "Positions")
                .Add(f => f.Value, 5)
                .Add(f => f.OnCommit, value => committed = value)
        );

        field.Find("input").Change("");

        Assert.Null(committed);
        Assert.Empty(field.FindAll("#count-error"));
    }

    [Fact]
    public void SelectField_ShowsItsValueAndTellsOfAnother()
    {
        string? chosen = null;
        var field = Render<SelectField>(p =>
            p.Add(f => f.Id, "office")
                .Add(f => f.Label, "Office")
                .Add(f => f.Choices, [new Choice("VAP", "Victim Assistance"), new Choice("C3", "Cyber Crimes")])
                .Add(f => f.Value, "VAP")
                .Add(f => f.ValueChanged, value => chosen = value)
        );

        Assert.Equal("office", field.Find("label").GetAttribute("for"));
        Assert.Equal("Victim Assistance", field.Find("option[selected]").TextContent);
        field.Find("select").Change("C3");
        Assert.Equal("C3", chosen);
        field.Find("select").Change("");
        Assert.Null(chosen);
    }

    [Fact]
    public void SelectField_OfAFormThatSendsIt_KeepsWhatWasChosen()
    {
        var field = Render<SelectField>(p =>
            p.Add(f => f.Id, "office")
                .Add(f => f.Label, "Office")
                .Add(f => f.Choices, [new Choice("VAP", "Victim Assistance"), new Choice("C3", "Cyber Crimes")])
                .Add(f => f.Value, "VAP")
        );

        field.Find("select").Change("C3");

        Assert.Equal("Cyber Crimes", field.Find("option[selected]").TextContent);
    }

    [Fact]
    public void RadioGroup_HasALegendALabelPerButtonAndItsErrorOnTheGroup()
    {
        string? chosen = null;
        var group = Render<RadioGroup>(p =>
            p.Add(f => f.Id, "reason")
                .Add(f => f.Label, "Why not?")
                .Add(f => f.Error, "Choose a reason.")
                .Add(f => f.Choices, [new Choice("a", "Not our work"), new Choice("b", "Other", "Say which")])
                .Add(f => f.ValueChanged, value => chosen = value)
        );

        var fieldset = group.Find("fieldset");
        Assert.Equal("radiogroup", fieldset.GetAttribute("role"));
        Assert.Equal("reason-error", fieldset.GetAttribute("aria-describedby"));
        Assert.Equal("true", fieldset.GetAttribute("aria-invalid"));
        Assert.Equal(["reason", "reason-2"], group.FindAll("input").Select(input => input.Id!));
        Assert.Equal(["reason", "reason-2"], group.FindAll("label").Select(label => label.GetAttribute("for")!));
        group.FindAll("input")[1].Change("b");
        Assert.Equal("b", chosen);
    }

    [Fact]
    public void CheckboxField_BindsItsLabelAndTellsOfAChange()
    {
        var isOn = false;
        var field = Render<CheckboxField>(p =>
            p.Add(f => f.Id, "recurring")
                .Add(f => f.Label, "Recurs every year")
                .Add(f => f.ValueChanged, value => isOn = value)
        );

        Assert.Equal("recurring", field.Find("label").GetAttribute("for"));
        field.Find("input").Change(true);
        Assert.True(isOn);
    }

    [Fact]
    public void Field_InsideAnEditForm_ShowsTheFormsMessagesUnderOneId()
    {
        var model = new Model();
        var context = new EditContext(model);
        var messages = new ValidationMessageStore(context);
        var field = Render<TextField>(p =>
            p.AddCascadingValue(context)
                .Add(f => f.Id, "name")
                .Add(f => f.Label, "Name")
                .Add(f => f.For, () => model.Name)
        );
        Assert.Empty(field.FindAll("#name-error"));

        messages.Add(() => model.Name, "Enter a name.");
        messages.Add(() => model.Name, "Use letters only.");
        context.NotifyValidationStateChanged();

        field.WaitForAssertion(() =>
        {
            var error = Assert.Single(field.FindAll("#name-error"));
            Assert.Contains("Enter a name.", error.TextContent, StringComparison.Ordinal);
            Assert.Contains("Use letters only.", error.TextContent, StringComparison.Ordinal);
            Assert.Equal("name-error", field.Find("input").GetAttribute("aria-describedby"));
        });
    }

    private sealed class Model
    {
        [Required]
        public string Name { get; set; } = string.Empty;
    }
}
