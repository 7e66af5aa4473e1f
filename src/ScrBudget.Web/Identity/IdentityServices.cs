using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using ScrBudget.Application.Identity;
using ScrBudget.Application.Storage;
using ScrBudget.Data;
using ScrBudget.Data.Identity;

namespace ScrBudget.Web.Identity;

/// <summary>Local accounts: ASP.NET Core Identity over the product's own context.</summary>
internal static class IdentityServices
{
    public static IServiceCollection AddLocalAccounts(
        this IServiceCollection services,
        SessionLength session,
        Transport transport
    )
    {
        services.AddSingleton(session);
        services.AddSingleton<Sessions>();
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = CreateAccount.PasswordMinimum;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<ScrBudgetContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaimsFactory>();
        // As often as a circuit looks: a closed account or an old password is out within a minute.
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = RevalidatingAuthentication.Interval;
            options.OnRefreshingPrincipal = refreshed =>
            {
                Sessions.Carry(refreshed.CurrentPrincipal!, refreshed.NewPrincipal!);
                return Task.CompletedTask;
            };
        });
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                options =>
                {
                    options.LoginPath = ShellPaths.SignIn;
                    options.AccessDeniedPath = ShellPaths.AccessDenied;
                    options.ExpireTimeSpan = session.Idle;
                    options.SlidingExpiration = true;
                    options.Cookie.Name = "ScrBudget";
                    options.Cookie.SameSite = SameSiteMode.Lax;
                    options.Cookie.SecurePolicy = transport.Cookies;
                    options.Events.OnValidatePrincipal = ValidateAsync;
                    options.Events.OnSigningIn = signingIn =>
                    {
                        Sessions.Begin(signingIn.Principal!);
                        return Task.CompletedTask;
                    };
                    options.Events.OnSigningOut = signingOut =>
                    {
                        Of(signingOut.HttpContext).End(signingOut.HttpContext.User);
                        return Task.CompletedTask;
                    };
                }
            );
        services.AddScoped<AuthenticationStateProvider, RevalidatingAuthentication>();
        services.AddScoped<CircuitHandler, CircuitActivity>();
        services.AddScoped<CurrentPerson>();
        services.AddSingleton<SetupCode>();
        services
            .AddDataProtection()
            .SetApplicationName("ScrBudget")
            .PersistKeysToFileSystem(new DirectoryInfo(DataFolder.Keys));
        return services;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = Of(context.HttpContext);
        if (!sessions.IsOpen(context.Principal!))
        {
            context.RejectPrincipal();
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
        // A forgotten tab that connects again is nobody at work.
        if (
            context.Principal is { } user
            && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal)
        )
        {
            sessions.Touch(user);
        }
    }

    private static Sessions Of(HttpContext context) => context.RequestServices.GetRequiredService<Sessions>();
}
