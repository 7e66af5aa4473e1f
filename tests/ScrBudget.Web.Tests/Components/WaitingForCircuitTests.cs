using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Tests.Components;

/// <summary>What is typed or clicked before the circuit is up would be lost; static pages are usable at once.</summary>
public sealed class WaitingForCircuitTests : BunitContext
{
    public WaitingForCircuitTests() => SetRendererInfo(new RendererInfo("Static", isInteractive: false));

    [Fact]
    public void CommandButton_BeforeTheCircuitIsUp_IsDisabled()
    {
        var button = Render<CommandButton>(p => p.AddChildContent("Submit"));

        Assert.True(button.Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public void Field_OnAPrerenderedPage_IsDisabledUntilTheCircuitIsUp()
    {
        var field = Render<TextField>(p =>
            p.SetAssignedRenderMode(RenderMode.InteractiveServer).Add(f => f.Id, "title").Add(f => f.Label, "Title")
        );

        Assert.True(field.Find("input").HasAttribute("disabled"));
    }

    [Fact]
    public void Field_OnAStaticPage_IsUsableAtOnce()
    {
        var field = Render<TextField>(p => p.Add(f => f.Id, "user").Add(f => f.Label, "User").Add(f => f.Name, "user"));

        Assert.False(field.Find("input").HasAttribute("disabled"));
        Assert.Equal("user", field.Find("input").GetAttribute("name"));
    }
}
