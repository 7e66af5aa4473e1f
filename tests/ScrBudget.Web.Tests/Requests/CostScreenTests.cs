using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;
using ScrBudget.Web.Components;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>Cost lines on the screen: nothing is overwritten unseen, and no number is stored that was not typed.</summary>
public sealed class CostScreenTests : RequestScreenTest
{
    [Fact]
    public async Task LineThatAColleagueChanged_IsRefusedWithWhatStandsThere_AndTheTypingStays()
    {
        var (number, editor) = await OpenAsync();
        Press(editor, "Edit Victim Assistance Specialist");
        var seen = (await System.ReadAsync(number)).Request.PositionLines[0];
        var changed = await System
            .Get<SavePositionLine>()
            .ExecuteAsync(
                number,
                seen.Id,
                new("Specialist", 12, 200_000),
                seen.Version,
                People.Colleague,
                Xunit.TestContext.Current.CancellationToken
            );
        Assert.Null(changed.Refusal);

        await editor.Find("#position-count").ChangeAsync(new() { Value = "20" });
        Press(editor, "Save the positions");

        editor.WaitForAssertion(() =>
            Assert.Contains(
                "It now stands at: 12 × Specialist at $200,000 a year",
                editor.Find(".sb-error-summary").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal("20", editor.Find("#position-count").GetAttribute("value"));
        Assert.Equal(12, (await System.ReadAsync(number)).Request.PositionLines[0].Count);

        Press(editor, "Save the positions");

        editor.WaitForAssertion(() => Assert.Empty(editor.FindAll(".sb-error-summary")));
        Assert.Equal(20, (await System.ReadAsync(number)).Request.PositionLines[0].Count);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1,5")]
    [InlineData("12,34")]
    public async Task NumberThatCannotBeRead_IsRefusedByItsField_AndNothingIsStored(string typed)
    {
        var (number, editor) = await OpenAsync();
        Press(editor, "Edit Victim Assistance Specialist");

        await editor.Find("#position-count").ChangeAsync(new() { Value = typed });
        Press(editor, "Save the positions");

        var link = editor.WaitForElement(".sb-error-summary a");
        Assert.StartsWith("Number of positions: Enter a whole number", link.TextContent, StringComparison.Ordinal);
        Assert.Equal("position-count", link.GetAttribute("data-focus-target"));
        Assert.Equal("true", editor.Find("#position-count").GetAttribute("aria-invalid"));
        Assert.Equal(typed, editor.Find("#position-count").GetAttribute("value"));
        Assert.Equal(16, (await System.ReadAsync(number)).Request.PositionLines[0].Count);
    }

    [Fact]
    public async Task Refusal_MarksTheFieldThatTheRuleNames()
    {
        var (_, editor) = await OpenAsync();
        await editor.Find("#item-name").ChangeAsync(new() { Value = "Lease" });

        Press(editor, "Add the item");

        var link = editor.WaitForElement(".sb-error-summary a");
        Assert.Equal("item-cost", link.GetAttribute("data-focus-target"));
        Assert.Equal("true", editor.Find("#item-cost").GetAttribute("aria-invalid"));
        Assert.Contains("Unit cost:", editor.Find("#item-cost-error").TextContent, StringComparison.Ordinal);
        Assert.Null(editor.Find("#item-name").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Decrease_IsTypedAndPrintedInParentheses()
    {
        var (number, editor) = await OpenAsync();
        await editor.Find("#item-name").ChangeAsync(new() { Value = "Lease ended" });
        await editor.Find("#item-cost").ChangeAsync(new() { Value = "(250,000)" });

        Press(editor, "Add the item");

        editor.WaitForAssertion(() =>
            Assert.Contains("(250,000)", editor.Find("td:contains('(250,000)')").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(-250_000, (await System.ReadAsync(number)).Request.NonPersonnelLines[0].UnitCost);
    }

    [Fact]
    public async Task TypingInAForm_IsToldAsUnsaved_UntilItsCommandHasRun()
    {
        var (_, editor) = await OpenAsync();
        Assert.Equal("All changes saved", Status(editor));

        await editor.Find("#item-name").InputAsync(new() { Value = "Lease" });
        editor.WaitForAssertion(() => Assert.Equal("Not saved yet: press Add the item", Status(editor)));
        await editor.Find("#item-name").ChangeAsync(new() { Value = "Lease" });
        await editor.Find("#item-cost").ChangeAsync(new() { Value = "5,000" });
        Press(editor, "Add the item");

        editor.WaitForAssertion(() => Assert.Equal("All changes saved", Status(editor)));
    }

    [Fact]
    public async Task LeavingAFormThatIsNotSaved_AsksFirst()
    {
        var number = await System.CreateCompleteDraftAsync();
        Be(People.AuthorAndApprover);
        var editor = Render<UnsavedGuard>(p =>
            p.AddChildContent<EditRequest>(e => e.Add(page => page.Number, number).Add(page => page.Section, "cost"))
        );
        await editor.WaitForElement("#item-name").InputAsync(new() { Value = "Lease" });
        var navigation = Services.GetRequiredService<NavigationManager>();
        var before = navigation.Uri;

        navigation.NavigateTo(EditRequest.Address(number, "impact"));

        Assert.Contains(JSInterop.Invocations, call => call.Identifier == "scrBudget.showDialog");
        editor.Find("#confirm-leaving .usa-button:not(.usa-button--secondary)").Click();
        Assert.Equal(before, navigation.Uri);
    }

    [Fact]
    public async Task FactsSavedTwiceInARow_DoNotCollideWithThemselves()
    {
        var number = await System.CreateCompleteDraftAsync();
        Be(People.AuthorAndApprover);
        var editor = Render<EditRequest>(p => p.Add(page => page.Number, number).Add(page => page.Section, "facts"));
        editor.WaitForElement("#priority");

        foreach (var priority in (string[])["1 of 3", "2 of 3"])
        {
            await editor.Find("#priority").ChangeAsync(new() { Value = priority });
            Press(editor, "Save the facts");
            var expected = priority;
            editor.WaitForAssertion(() => Assert.Single(editor.FindAll(".usa-alert--success")));
            Assert.Equal(expected, (await System.ReadAsync(number)).Request.Facts.Priority);
        }
    }

    private static string Status(IRenderedComponent<EditRequest> editor) => editor.Find("#save-status").TextContent;

    private static void Press(IRenderedComponent<EditRequest> editor, string words) =>
        editor
            .FindAll("button")
            .Single(button =>
                string.Join(' ', button.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                == words
            )
            .Click();

    private async Task<(string Number, IRenderedComponent<EditRequest> Editor)> OpenAsync()
    {
        var number = await System.CreateCompleteDraftAsync();
        Be(People.AuthorAndApprover);
        var editor = Render<EditRequest>(p => p.Add(page => page.Number, number).Add(page => page.Section, "cost"));
        editor.WaitForElement("#item-name");
        return (number, editor);
    }
}
