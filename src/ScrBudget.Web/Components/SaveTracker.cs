namespace ScrBudget.Web.Components;

/// <summary>Whether what was typed is on the server.</summary>
public enum SaveState
{
    Saved,
    Saving,
    NotSaved,
}

/// <summary>
/// Keeps apart what was typed and what was saved, by the numbers that the browser gives to keystrokes. A page takes
/// <see cref="LastTyped"/> before it saves and hands it to <see cref="Saved"/> after: a keystroke that came meanwhile
/// is not called saved. One tracker for one field, or for fields whose whole state each save takes along.
/// </summary>
public sealed class SaveTracker(string statusId)
{
    /// <summary>The id of the <see cref="SaveStatus"/>.</summary>
    public string StatusId { get; } = statusId;

    /// <summary>The number of the last keystroke that reached the server; 0 before the first.</summary>
    public long LastTyped { get; private set; }

    /// <summary>Every keystroke up to this number is saved.</summary>
    public long SavedUpTo { get; private set; }

    /// <summary>Why the last save failed; null when it did not.</summary>
    public string? Failure { get; private set; }

    public SaveState State =>
        Failure is not null ? SaveState.NotSaved
        : LastTyped > SavedUpTo ? SaveState.Saving
        : SaveState.Saved;

    /// <summary>Raised when <see cref="State"/> may have changed.</summary>
    public event EventHandler? Changed;

    public void Typed(long sequence)
    {
        LastTyped = Math.Max(LastTyped, sequence);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <param name="upTo">What <see cref="LastTyped"/> was when the text to be saved was taken.</param>
    public void Saved(long upTo)
    {
        SavedUpTo = Math.Max(SavedUpTo, upTo);
        Failure = null;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <param name="reason">Why, and what to do, as the status will say it.</param>
    public void Failed(string reason)
    {
        Failure = reason;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
