using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ScrBudget.Data.Identity;

namespace ScrBudget.Web.Identity;

/// <summary>
/// A circuit outlives the cookie that opened it: once a minute the account's security stamp is looked up, and whether
/// the session was signed out or left, so that one that has ended is out within that time.
/// </summary>
internal sealed class RevalidatingAuthentication(
    ILoggerFactory loggers,
    IServiceScopeFactory scopes,
    Sessions sessions,
    IOptions<IdentityOptions> options
) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override TimeSpan RevalidationInterval => Interval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    )
    {
        if (!sessions.IsOpen(authenticationState.User))
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await users.GetUserAsync(authenticationState.User);
        return account is not null
            && authenticationState.User.HasClaim(
                options.Value.ClaimsIdentity.SecurityStampClaimType,
                await users.GetSecurityStampAsync(account)
            );
    }
}
