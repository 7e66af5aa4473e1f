using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Web.Tests.Shell;

public sealed class PermissionPoliciesTests
{
    [Fact]
    public async Task Policies_OpenExactlyWhatTheRolesGrant()
    {
        await using var services = new ServiceCollection().AddLogging().AddPermissionPolicies().BuildServiceProvider();
        var authorization = services.GetRequiredService<IAuthorizationService>();
        var granted = 0;

        foreach (var role in Enum.GetValues<Role>())
        {
            var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role.ToString())], "test"));
            foreach (var permission in Enum.GetValues<Permission>())
            {
                var result = await authorization.AuthorizeAsync(user, permission.ToString());

                Assert.Equal(RolePermissions.Of(role, permission) != Reach.None, result.Succeeded);
                granted += result.Succeeded ? 1 : 0;
            }
        }

        Assert.InRange(granted, 1, (Enum.GetValues<Role>().Length * Enum.GetValues<Permission>().Length) - 1);
    }

    [Fact]
    public async Task Policies_AreClosedToVisitorsWhateverTheyClaim()
    {
        await using var services = new ServiceCollection().AddLogging().AddPermissionPolicies().BuildServiceProvider();
        var authorization = services.GetRequiredService<IAuthorizationService>();
        var visitor = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, nameof(Role.Administrator))]));

        var result = await authorization.AuthorizeAsync(visitor, nameof(Permission.Administer));

        Assert.False(result.Succeeded);
    }
}
