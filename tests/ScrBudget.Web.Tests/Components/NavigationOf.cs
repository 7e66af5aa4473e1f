using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ScrBudget.Web.Tests.Components;

internal static class NavigationOf
{
    /// <summary>The navigation that the rendered components see.</summary>
    public static NavigationManager GetRequiredNavigation(this IServiceProvider services) =>
        services.GetRequiredService<NavigationManager>();
}
