using Bunit;

namespace ScrBudget.Web.Tests.Components;

/// <summary>Renders components as they are once a circuit is up.</summary>
public abstract class ComponentTest : BunitContext
{
    protected ComponentTest()
    {
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }
}
