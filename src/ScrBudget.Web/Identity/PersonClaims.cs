using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ScrBudget.Data.Identity;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Web.Identity;

/// <summary>A signed-in person as claims, and back.</summary>
public static class PersonClaims
{
    private const string Office = "office";

    public static IEnumerable<Claim> Of(Person person)
    {
        yield return new Claim(ClaimTypes.NameIdentifier, person.Id);
        yield return new Claim(ClaimTypes.Name, person.Name);
        if (person.OfficeCode is { } office)
        {
            yield return new Claim(Office, office);
        }

        foreach (var role in person.Roles)
        {
            yield return new Claim(ClaimTypes.Role, role.ToString());
        }
    }

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page or endpoint lacks its policy.</exception>
    public static Person AsPerson(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new Person(
                id,
                user.FindFirstValue(ClaimTypes.Name) ?? id,
                user.FindFirstValue(Office),
                [
                    .. user.FindAll(ClaimTypes.Role)
                        .Select(claim => Enum.TryParse<Role>(claim.Value, out var role) ? role : default)
                        .Where(Enum.IsDefined),
                ]
            )
            : throw new InvalidOperationException("Nobody is signed in.");
}

/// <summary>Makes the claims of an account at sign-in.</summary>
internal sealed class AccountClaimsFactory(UserManager<Account> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var stamp = (await base.GenerateClaimsAsync(user)).FindFirst(Options.ClaimsIdentity.SecurityStampClaimType);
        var identity = new ClaimsIdentity(PersonClaims.Of(user.AsPerson()), IdentityConstants.ApplicationScheme);
        if (stamp is not null)
        {
            identity.AddClaim(stamp.Clone(identity));
        }

        return identity;
    }
}
