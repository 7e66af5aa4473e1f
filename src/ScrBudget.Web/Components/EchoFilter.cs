namespace ScrBudget.Web.Components;

/// <summary>
/// Tells a value that the caller set from one that only comes back from the field itself. A caller that stores what
/// was typed, and is slower than the typing, would otherwise put an older text over a newer one.
/// </summary>
internal sealed class EchoFilter<TValue>
{
    // Enough for the keystrokes of several seconds; a caller that never hands values back must not make this grow.
    private const int Kept = 128;

    private readonly List<TValue> reported = [];
    private bool hasGiven;
    private TValue? given;

    /// <summary>The field has told its caller this value.</summary>
    public void Report(TValue value)
    {
        if (reported.Count == Kept)
        {
            reported.RemoveAt(0);
        }

        reported.Add(value);
    }

    /// <summary>Is this parameter, as it now stands, new and the caller's own? Then the field shows it.</summary>
    public bool IsNew(TValue value)
    {
        if (hasGiven && EqualityComparer<TValue>.Default.Equals(value, given))
        {
            return false;
        }

        hasGiven = true;
        given = value;
        var echoed = reported.LastIndexOf(value);
        if (echoed >= 0)
        {
            reported.RemoveRange(0, echoed + 1);
            return false;
        }

        reported.Clear();
        return true;
    }
}
