using Microsoft.Extensions.Logging;
using ScrBudget.Domain;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Requests;

/// <summary>
/// Saves what is typed a moment after the last keystroke, one save at a time, and tells the tracker how far it got: a
/// keystroke that comes during a save is saved by the next. A fault does not end the circuit, which holds the text: it is
/// told, and saving is tried again.
/// </summary>
internal sealed class Autosave(TimeProvider time, SaveTracker tracker, ILogger log, Func<string, Task<Outcome>> save)
    : IDisposable
{
    /// <summary>Short enough that a killed process costs no more than a word; long enough not to save each letter.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>After a fault: a database that is busy or starting again is back by then.</summary>
    public static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim turn = new(1, 1);
    private CancellationTokenSource? waiting;

    /// <summary>Waits for a pause in the typing, then saves.</summary>
    /// <returns>True when this text was saved; false when more was typed meanwhile, or saving failed.</returns>
    public async Task<bool> TypedAsync(string text)
    {
        // Taken with the text: what is typed during the pause is not in it, and must not be called saved by it.
        var upTo = tracker.LastTyped;
        return await WaitAsync(Pause) && await SaveAsync(text, upTo, save);
    }

    /// <summary>Saves now by another way: the section is left, and its text becomes the request's.</summary>
    public Task<bool> SaveAsync(string text, Func<string, Task<Outcome>> by)
    {
        Forget();
        return SaveAsync(text, tracker.LastTyped, by);
    }

    public void Dispose() => Forget();

    private async Task<bool> SaveAsync(string text, long upTo, Func<string, Task<Outcome>> by)
    {
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
#pragma warning disable CA1031 // Whatever went wrong, the circuit must live: it alone holds what was typed.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogError(fault, "A text could not be saved");
            tracker.Failed("the server could not save the text. It is tried again in a moment; your text stays here.");
            // A newer text is waiting already where more was typed: the older one must not take its place.
            if (tracker.LastTyped == upTo)
            {
                _ = RetryAsync(text, upTo);
            }

            return false;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task RetryAsync(string text, long upTo)
    {
        if (await WaitAsync(RetryPause))
        {
            await SaveAsync(text, upTo, save);
        }
    }

    /// <returns>False when something newer was typed or saved meanwhile.</returns>
    private async Task<bool> WaitAsync(TimeSpan pause)
    {
        Forget();
        var mine = waiting = new CancellationTokenSource();
        try
        {
            await Task.Delay(pause, time, mine.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Forget()
    {
        waiting?.Cancel();
        waiting?.Dispose();
        waiting = null;
    }
}
