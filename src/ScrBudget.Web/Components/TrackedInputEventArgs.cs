using Microsoft.AspNetCore.Components;

namespace ScrBudget.Web.Components;

/// <summary>An input event that the browser has numbered, so that a status can tell which keystrokes are saved.</summary>
public sealed class TrackedInputEventArgs : EventArgs
{
    /// <summary>
    /// The field's whole text. A property of its own type: as an object, like that of <see cref="ChangeEventArgs"/>, it
    /// would arrive as a piece of JSON.
    /// </summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>Counts the keystrokes of one status since the page was loaded, from 1.</summary>
    public long Sequence { get; set; }
}

/// <summary>Makes <c>@ontrackedinput</c> known to Razor; <c>scrbudget.js</c> registers its other half.</summary>
[EventHandler("ontrackedinput", typeof(TrackedInputEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
