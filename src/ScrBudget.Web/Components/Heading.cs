using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ScrBudget.Web.Components;

/// <summary>A heading whose level the caller knows: components stand at different depths of a page.</summary>
public sealed class Heading : ComponentBase
{
    /// <summary>1 to 6; the page's own heading is 1.</summary>
    [Parameter, EditorRequired]
    public required int Level { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public string? Id { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp(Level, 1, 6)}"));
        builder.AddAttribute(1, "id", Id);
        builder.AddAttribute(2, "class", Class);
        builder.AddContent(3, ChildContent);
        builder.CloseElement();
    }
}
