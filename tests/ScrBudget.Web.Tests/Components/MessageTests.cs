using Bunit;
using Microsoft.AspNetCore.Components;
using ScrBudget.Web.Components;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.Components;

public sealed class MessageTests : ComponentTest
{
    [Fact]
    public async Task Announcement_OfAPageThatWasLeft_AsksForNoFocus()
    {
        var announcement = Render<Announcement>(p => p.Add(said => said.Words, "Saved.")).Instance;
        await announcement.FocusAsync();
        Assert.Equal(1, Focus.Count(JSInterop));

        await DisposeComponentsAsync();
        await announcement.FocusAsync();

        Assert.Equal(1, Focus.Count(JSInterop));
    }

    [Theory]
    [InlineData(AlertKind.Info, "status", "Note:")]
    [InlineData(AlertKind.Warning, "status", "Warning:")]
    [InlineData(AlertKind.Error, "alert", "Error:")]
    [InlineData(AlertKind.Success, "status", "Done:")]
    public void Alert_SaysItsKindInWordsAndRole(AlertKind kind, string role, string word)
    {
        var alert = Render<Alert>(p =>
            p.Add(a => a.Kind, kind)
                .Add(a => a.Title, "Synthetic data")
                .Add(a => a.HeadingLevel, 3)
                .AddChildContent("Text")
        );

        Assert.Equal(role, alert.Find(".usa-alert").GetAttribute("role"));
        Assert.Equal($"{word} Synthetic data", alert.Find("h3").TextContent);
    }

    [Fact]
    public void ErrorSummary_LinksEachProblemToItsFieldOnThisPage()
    {
        Services.GetRequiredNavigation().NavigateTo("requests/5?section=cost");

        var summary = Render<ErrorSummary>(p =>
            p.Add(
                s => s.Problems,
                [
                    new FieldProblem("Impact is empty.", "impact"),
                    new FieldProblem("Category unanswered.", "tcac", "/requests/5/scr-data"),
                ]
            )
        );

        var links = summary.FindAll("a");
        Assert.Equal("/requests/5?section=cost#impact", links[0].GetAttribute("href"));
        Assert.Equal("impact", links[0].GetAttribute("data-focus-target"));
        Assert.Equal("/requests/5/scr-data#tcac", links[1].GetAttribute("href"));
        Assert.False(links[1].HasAttribute("data-focus-target"));
    }

    [Fact]
    public void ErrorSummary_TakesTheFocusWhenItAppearsAndAtEachFurtherAttemptOnly()
    {
        const string Focus = "Blazor._internal.domWrapper.focus";
        FieldProblem[] problems = [new("Impact is empty.", "impact")];
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Problems, []));
        JSInterop.VerifyNotInvoke(Focus);

        summary.Render(p => p.Add(s => s.Problems, problems));
        JSInterop.VerifyInvoke(Focus, 1);
        summary.Render(p => p.Add(s => s.Title, "Still a problem"));
        JSInterop.VerifyInvoke(Focus, 1);
        summary.Render(p => p.Add(s => s.Attempt, 1));
        JSInterop.VerifyInvoke(Focus, 2);
    }

    [Fact]
    public void StatusTag_SaysItsStatusInWords()
    {
        var tag = Render<StatusTag>(p => p.Add(t => t.Text, "Draft").Add(t => t.Kind, StatusKind.Information));

        Assert.Equal("Draft", tag.Find(".usa-tag").TextContent);
    }

    [Fact]
    public void EmptyState_SaysWhatToDo()
    {
        var empty = Render<EmptyState>(p =>
            p.Add(e => e.Title, "No requests yet")
                .AddChildContent("Start one.")
                .Add(e => e.Action, "<a href=\"/requests/new\">New request</a>")
        );

        Assert.Equal("No requests yet", empty.Find("h2").TextContent);
        Assert.Equal("/requests/new", empty.Find(".sb-empty__action a").GetAttribute("href"));
    }

    [Fact]
    public void LoadingIndicator_IsHeard()
    {
        var loading = Render<LoadingIndicator>(p => p.Add(l => l.Text, "Loading requests…"));

        Assert.Equal("Loading requests…", loading.Find("[role=status]").TextContent);
    }

    [Fact]
    public void Details_FoldsItsContentUnderItsSummary()
    {
        var details = Render<Details>(p => p.Add(d => d.Summary, "How this is counted").AddChildContent("By case."));

        Assert.Equal("How this is counted", details.Find("summary").TextContent);
        Assert.False(details.Find("details").HasAttribute("open"));
    }
}
