using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application;
using ScrBudget.Application.ScrData.Intake;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>Screens about requests over the real use cases and a database of the test's own.</summary>
public abstract class RequestScreenTest : BunitContext, IAsyncLifetime
{
    private TestSystem? system;

    protected TestSystem System => system ?? throw new InvalidOperationException("The test has not been started.");

    public async ValueTask InitializeAsync()
    {
        system = await TestSystem.CreateAsync();
        Services.AddSingleton<TimeProvider>(system.Clock);
        Services.AddSingleton(system.Get<IntakeStore>());
        Services.AddScrBudget(system.Database);
        Services.AddScoped<CurrentPerson>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        // As in the layout.
        RenderTree.Add<UnsavedGuard>();
        // A machine that builds at the same time is slow; what never comes fails all the same.
        DefaultWaitTimeout = TimeSpan.FromSeconds(20);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await System.DisposeAsync();
    }

    /// <summary>Who looks at the screen; once, before the first is rendered.</summary>
    protected void Be(Person person)
    {
        AddAuthorization().SetAuthorized(person.Name).SetClaims([.. PersonClaims.Of(person)]);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }
}
