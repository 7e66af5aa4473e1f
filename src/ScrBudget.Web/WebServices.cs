using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using ScrBudget.Domain.Identity;
using ScrBudget.Web.Components;
using ScrBudget.Web.Components.Layout;

namespace ScrBudget.Web;

/// <summary>What the site's shell needs, apart from the capabilities that it shows.</summary>
public static class WebServices
{
    /// <summary>
    /// Bytes that a browser may send in one message; a larger one ends the circuit. The largest input that a text field
    /// sends (4 bytes a character) and as much again for its wrapping. The default of 32 KB ended it at a long paste.
    /// </summary>
    internal const long LargestMessage = (TextInputBase.LargestInput * 4 * 2) + (32 * 1024);

    /// <summary>Components, sign-in by cookie, one policy per <see cref="Permission"/>, and the shell's own facts.</summary>
    public static IServiceCollection AddWebShell(this IServiceCollection services, Transport transport)
    {
        services.AddSingleton(transport);
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents()
            .AddHubOptions(options => options.MaximumReceiveMessageSize = LargestMessage);
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = transport.Cookies);
        services.AddCascadingValue(_ => new ShellFacts());
        return services.AddPermissionPolicies();
    }

    /// <summary>
    /// A policy for each permission, under its name: met by whoever holds a role that grants it anywhere. What belongs
    /// to an office is checked by the use cases. Endpoints that declare nothing are for the signed-in only.
    /// </summary>
    public static IServiceCollection AddPermissionPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in Enum.GetValues<Permission>())
        {
            authorization.AddPolicy(
                permission.ToString(),
                policy =>
                    policy.RequireAuthenticatedUser().RequireAssertion(context => Grants(context.User, permission))
            );
        }

        return services;
    }

    /// <summary>The order matters: who asks and how first; then headers, so that error pages carry them as well.</summary>
    public static WebApplication UseWebShell(this WebApplication app)
    {
        var transport = app.Services.GetRequiredService<Transport>();
        if (transport.HasProxies)
        {
            app.UseForwardedHeaders(transport.ForwardedHeaders());
        }

        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.Use(transport.RefusePlainHttpAsync);
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(ShellPaths.Error, createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute(ShellPaths.StatusTemplate, createScopeForStatusCodePages: true);
        app.Use(ShowErrorPagesByGet);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>()
            // The policy of SecurityHeadersMiddleware says who may frame; a second header would only repeat it.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    // An error page that answers a form is run with the form's method: Blazor then looks for a form on it and says 400.
    private static Task ShowErrorPagesByGet(HttpContext context, RequestDelegate next)
    {
        var isErrorPage =
            context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (isErrorPage)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    private static bool Grants(ClaimsPrincipal user, Permission permission) =>
        user.FindAll(ClaimTypes.Role)
            .Any(claim =>
                Enum.TryParse<Role>(claim.Value, out var role) && RolePermissions.Of(role, permission) != Reach.None
            );
}
