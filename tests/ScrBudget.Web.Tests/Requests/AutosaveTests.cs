using Microsoft.Extensions.Logging.Abstractions;
using ScrBudget.Domain;
using ScrBudget.TestSupport;
using ScrBudget.Web.Components;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>Saving while typing, when saving fails: said, survived, and tried again.</summary>
public sealed class AutosaveTests
{
    private readonly TestClock clock = new();
    private readonly SaveTracker tracker = new("save-status");
    private readonly List<string> saved = [];

    [Fact]
    public async Task Fault_IsToldAndTriedAgainAfterAWhile()
    {
        var failures = 1;
        using var autosave = Autosave(() => failures-- > 0);
        tracker.Typed(1);

        var typed = autosave.TypedAsync("text");
        clock.Advance(Web.Requests.Autosave.Pause);

        Assert.False(await typed);
        Assert.Equal(SaveState.NotSaved, tracker.State);
        Assert.StartsWith("the server could not save the text.", tracker.Failure, StringComparison.Ordinal);
        clock.Advance(Web.Requests.Autosave.RetryPause);
        Assert.Equal(SaveState.Saved, tracker.State);
        Assert.Equal(["text"], saved);
    }

    [Fact]
    public async Task Fault_FollowedByAKeystroke_SavesTheNewerTextAlone()
    {
        var failures = 1;
        using var autosave = Autosave(() => failures-- > 0);
        tracker.Typed(1);
        var first = autosave.TypedAsync("text");
        clock.Advance(Web.Requests.Autosave.Pause);
        Assert.False(await first);

        tracker.Typed(2);
        var second = autosave.TypedAsync("text and more");
        clock.Advance(Web.Requests.Autosave.RetryPause);

        Assert.True(await second);
        Assert.Equal(["text and more"], saved);
        Assert.Equal(SaveState.Saved, tracker.State);
    }

    [Fact]
    public void FailureInOneSection_IsNotCalledSavedByAnother()
    {
        var failing = new SectionTyping("Impact");
        var other = new SectionTyping("Description");
        failing.Tracker.Typed(1);
        failing.Tracker.Failed("the database is locked.");

        other.Tracker.Typed(1);
        other.Tracker.Saved(1);

        Assert.Equal((SaveState.NotSaved, SaveState.Saved), (failing.Tracker.State, other.Tracker.State));
    }

    private Autosave Autosave(Func<bool> fails) =>
        new(
            clock,
            tracker,
            NullLogger.Instance,
            text =>
            {
                if (fails())
                {
                    throw new InvalidOperationException("The database is gone.");
                }

                saved.Add(text);
                return Task.FromResult(Outcome.Done);
            }
        );
}
