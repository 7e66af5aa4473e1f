using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace ScrBudget.Web.Components;

/// <summary>What every field has: id, label, hint, error, and whether it can be used yet.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>Unique on the page; hint and error are <c>ID-hint</c> and <c>ID-error</c>.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>What is wrong and how to mend it; null when nothing is.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>Inside an <c>EditForm</c>: the property whose messages are shown as well.</summary>
    [Parameter]
    public Expression<Func<object?>>? For { get; set; }

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>The name under which a static form sends the value.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Attributes for the input itself.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? InputAttributes { get; set; }

    /// <summary>
    /// Waiting for the circuit: the page was prerendered and what is typed now would be lost. A page that stays static
    /// is usable at once.
    /// </summary>
    protected bool IsWaiting => AssignedRenderMode is not null && !RendererInfo.IsInteractive;

    protected bool IsDisabled => Disabled || IsWaiting;
}
