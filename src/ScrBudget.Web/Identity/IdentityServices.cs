using Microsoft.AspNetCore.Components.Authorization;
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
            options.ValidationInterval = RevalidatingAuthentication.Interval
        );
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
                    options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
                }
            );
        services.AddScoped<AuthenticationStateProvider, RevalidatingAuthentication>();
        services.AddScoped<CurrentPerson>();
        services.AddSingleton<SetupCode>();
        services
            .AddDataProtection()
            .SetApplicationName("ScrBudget")
            .PersistKeysToFileSystem(new DirectoryInfo(DataFolder.Keys));
        return services;
    }
}
