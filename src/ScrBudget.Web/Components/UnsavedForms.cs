namespace ScrBudget.Web.Components;

/// <summary>
/// Forms that hold typing which only their command saves, by the words of that command; cascaded to the whole page by
/// <see cref="UnsavedGuard"/>, told by <see cref="FormWatch"/>.
/// </summary>
public sealed class UnsavedForms
{
    private readonly List<string> commands = [];

    /// <summary>Raised when <see cref="Commands"/> changed.</summary>
    public event EventHandler? Changed;

    /// <summary>What to press, in the order in which the typing began: <c>Save the facts</c>.</summary>
    public IReadOnlyList<string> Commands => commands;

    public void Typed(string command)
    {
        if (!commands.Contains(command))
        {
            commands.Add(command);
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <summary>Saved, emptied on purpose, or not on the screen any more.</summary>
    public void Done(string command)
    {
        if (commands.Remove(command))
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }
}
