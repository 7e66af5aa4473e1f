using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ScrBudget.Application.Identity;
using ScrBudget.Data.Identity;

namespace ScrBudget.Web.Identity;

/// <summary>Signing in and out: forms by POST, for a circuit cannot set a cookie.</summary>
internal static class AccountEndpoints
{
    public const string DemoSignIn = "/sign-in/demo";

    /// <summary>Renews the cookie of a session in which somebody works.</summary>
    public const string KeepAlive = "/keep-alive";

    public static void MapAccounts(this WebApplication app)
    {
        app.MapPost(
                ShellPaths.SignOut,
                // The form is asked for because with it the antiforgery token is: another site must not sign people out.
                async (IFormCollection _, SignInManager<Account> signIn) =>
                {
                    await signIn.SignOutAsync();
                    return Results.LocalRedirect(ShellPaths.SignIn);
                }
            )
            .AllowAnonymous();

        app.MapGet(KeepAlive, () => Results.NoContent()).RequireAuthorization();

        // One-click accounts are a convenience of Development: elsewhere the address does not exist.
        if (app.Environment.IsDevelopment())
        {
            app.MapPost(
                    DemoSignIn,
                    async (
                        [FromForm] string user,
                        [FromForm] string? returnUrl,
                        UserManager<Account> users,
                        SignInManager<Account> signIn,
                        FindAccounts find
                    ) =>
                    {
                        // An account of that name which somebody else made has a password: it is asked for.
                        var isDemo = (await find.DemoAsync()).Any(person => person.UserName == user);
                        if (!isDemo || await users.FindByNameAsync(user) is not { } account)
                        {
                            return Results.NotFound();
                        }

                        await signIn.SignInAsync(account, isPersistent: false);
                        return Results.LocalRedirect(LocalOr(returnUrl, ShellPaths.Home));
                    }
                )
                .AllowAnonymous();
        }
    }

    /// <summary>An address on this site, else the other one: a link must not send people elsewhere after signing in.</summary>
    public static string LocalOr(string? address, string otherwise) =>
        address is ['/', ..]
        && address is not ['/', '/' or '\\', ..]
        // Browsers drop tabs and line breaks from an address: "/\t/" is "//" to them.
        && !address.Any(char.IsControl)
            ? address
            : otherwise;
}
