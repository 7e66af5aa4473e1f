using ScrBudget.Domain;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Requests;

/// <summary>
/// Saves what is typed a moment after the last keystroke, one save at a time, and tells the tracker how far it got: a
/// keystroke that comes during a save is saved by the next.
/// </summary>
internal sealed class Autosave(TimeProvider time, SaveTracker tracker, Func<string, Task<Outcome>> save) : IDisposable
{
    /// <summary>Short enough that a killed process costs no more than a word; long enough not to save each letter.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly SemaphoreSlim turn = new(1, 1);
    private CancellationTokenSource? waiting;

    /// <summary>Waits for a pause in the typing, then saves.</summary>
    /// <returns>True when this text was saved; false when more was typed meanwhile, or saving failed.</returns>
    public async Task<bool> TypedAsync(string text)
    {
        Forget();
        // Taken with the text: what is typed during the pause is not in it, and must not be called saved by it.
        var upTo = tracker.LastTyped;
        var mine = waiting = new CancellationTokenSource();
        try
        {
            await Task.Delay(Pause, time, mine.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return await SaveAsync(text, upTo, save);
    }

    /// <summary>Saves now by another way: the section is left, and its text becomes the request's.</summary>
    public Task<bool> SaveAsync(string text, Func<string, Task<Outcome>> by) => SaveAsync(text, tracker.LastTyped, by);

    public void Dispose() => Forget();

    private async Task<bool> SaveAsync(string text, long upTo, Func<string, Task<Outcome>> by)
    {
        Forget();
        await turn.WaitAsync();
        try
        {
            var outcome = await by(text);
            if (outcome.Refusal is { } refusal)
            {
                tracker.Failed(refusal.Message);
                return false;
            }

            tracker.Saved(upTo);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    private void Forget()
    {
        waiting?.Cancel();
        waiting?.Dispose();
        waiting = null;
    }
}
