using Bunit;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Tests.Components;

public sealed class SaveStatusTests : ComponentTest
{
    private readonly SaveTracker tracker = new("save-status");

    [Fact]
    public void Status_AtFirst_IsSaved() => Assert.Equal("All changes saved", Shown(Render()));

    [Fact]
    public void Status_AfterAKeystroke_IsSavingUntilThatKeystrokeIsSaved()
    {
        var status = Render();

        tracker.Typed(1);
        status.WaitForAssertion(() => Assert.Equal("Saving…", Shown(status)));
        tracker.Saved(1);
        status.WaitForAssertion(() => Assert.Equal("All changes saved", Shown(status)));
    }

    [Fact]
    public void Status_WhenAnOlderKeystrokeIsSaved_DoesNotCallTheNewerOneSaved()
    {
        var status = Render();

        tracker.Typed(1);
        var upTo = tracker.LastTyped;
        tracker.Typed(2);
        tracker.Saved(upTo);

        status.WaitForAssertion(() => Assert.Equal("1", status.Find("#save-status").GetAttribute("data-acknowledged")));
        Assert.Equal("Saving…", Shown(status));
        Assert.Equal(SaveState.Saving, tracker.State);
    }

    [Fact]
    public void Status_WhenSavingFails_SaysWhyAndIsHeardAndSaysWhenItWorksAgain()
    {
        var status = Render();

        tracker.Typed(1);
        tracker.Failed("the database is locked. Go on typing; it is tried again.");
        status.WaitForAssertion(() =>
            Assert.StartsWith("Not saved: the database is locked.", Spoken(status), StringComparison.Ordinal)
        );
        Assert.Equal(Spoken(status), Shown(status));

        tracker.Saved(1);
        status.WaitForAssertion(() => Assert.Equal("All changes saved", Spoken(status)));
    }

    [Fact]
    public void Status_WhileSavingWorks_IsSilent()
    {
        var status = Render();

        tracker.Typed(1);
        tracker.Saved(1);

        status.WaitForAssertion(() => Assert.Equal("All changes saved", Shown(status)));
        Assert.Empty(Spoken(status));
    }

    private IRenderedComponent<SaveStatus> Render() => Render<SaveStatus>(p => p.Add(s => s.Tracker, tracker));

    private static string Shown(IRenderedComponent<SaveStatus> status) => status.Find("#save-status").TextContent;

    private static string Spoken(IRenderedComponent<SaveStatus> status) =>
        status.Find("[aria-live=polite]").TextContent;
}
