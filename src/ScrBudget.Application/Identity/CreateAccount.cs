using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Notices;
using ScrBudget.Data;
using ScrBudget.Data.Identity;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Identity;

/// <param name="UserName">Signs in with it; 3 to 64 characters.</param>
/// <param name="DisplayName">As the audit trail names the person.</param>
/// <param name="OfficeCode">Needed by authors and approvers, null for the others.</param>
public sealed record CreateAccountInput(
    string UserName,
    string DisplayName,
    string? OfficeCode,
    IReadOnlyCollection<Role> Roles,
    string Password
)
{
    /// <summary>Where notices are mailed to; empty for nowhere.</summary>
    public string Email { get; init; } = string.Empty;
}

/// <summary>Adds a local account: an administrator's act, or the first one's own on an empty system.</summary>
public sealed class CreateAccount(
    IDbContextFactory<ScrBudgetContext> contexts,
    IPasswordHasher<Account> hasher,
    TimeProvider time
)
{
    public const int UserNameLength = 64;

    /// <summary>NIST SP 800-63B asks for 8 at least and no rules of composition; 12 is the agency habit.</summary>
    public const int PasswordMinimum = 12;

    public const int PasswordMaximum = 128;

    private const string FirstAccountId = "first-administrator";

    private static Refusal NotFirst { get; } =
        new("not-first", "The system has an administrator already: ask there for an account.");

    public async Task<Outcome<string>> ExecuteAsync(
        CreateAccountInput input,
        Person by,
        CancellationToken cancellation = default
    ) =>
        by.Can(Permission.Administer)
            ? await AddAsync(input, by, onlyIfFirst: false, cancellation)
            : new Refusal("not-allowed", $"{by.Name} may not add accounts.");

    /// <summary>The first administrator of a system in which nobody can sign in with a password yet.</summary>
    public Task<Outcome<string>> FirstAsync(
        string userName,
        string displayName,
        string password,
        CancellationToken cancellation = default
    ) =>
        AddAsync(
            new CreateAccountInput(userName, displayName, null, [Role.Administrator], password),
            new Person("first-start", "first start", null, []),
            onlyIfFirst: true,
            cancellation
        );

    private async Task<Outcome<string>> AddAsync(
        CreateAccountInput input,
        Person by,
        bool onlyIfFirst,
        CancellationToken cancellation
    )
    {
        var userName = TextCleaning.Line(input.UserName);
        var displayName = TextCleaning.Line(input.DisplayName);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (onlyIfFirst && await context.Users.AnyAsync(account => account.PasswordHash != null, cancellation))
        {
            return NotFirst;
        }

        if (Problem(input, userName, displayName) is { } problem)
        {
            return problem;
        }

        var email = string.IsNullOrWhiteSpace(input.Email) ? null : MailAddresses.Parse(input.Email);
        if (email?.Refusal is { } noAddress)
        {
            return noAddress;
        }

        if (
            input.OfficeCode is { } office
            && !await context.Offices.AnyAsync(known => known.Code == office, cancellation)
        )
        {
            return new Refusal("office-unknown", "Choose a program office from the list.");
        }

        var normalized = userName.ToUpperInvariant();
        if (await context.Users.AnyAsync(account => account.NormalizedUserName == normalized, cancellation))
        {
            return new Refusal("user-name-taken", $"There is an account {userName} already.");
        }

        var account = new Account(userName, displayName, input.OfficeCode, input.Roles)
        {
            NormalizedUserName = normalized,
            SecurityStamp = Guid.NewGuid().ToString(),
            LockoutEnabled = true,
        };
        if (onlyIfFirst)
        {
            // Two first starts at once would each see an empty system: the key lets one of them through.
            account.Id = FirstAccountId;
        }

        account.SetEmail(email?.Value);
        account.PasswordHash = hasher.HashPassword(account, input.Password);
        context.Add(account);
        try
        {
            await context.SaveAsync(by, time.Now(), cancellation);
        }
        catch (DbUpdateException)
        {
            return onlyIfFirst
                ? NotFirst
                : new Refusal("user-name-taken", $"An account {userName} was added a moment ago.");
        }

        return account.Id;
    }

    private static Refusal? Problem(CreateAccountInput input, string userName, string displayName)
    {
        if (
            userName.Length is < 3 or > UserNameLength
            || !userName.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@')
        )
        {
            return new Refusal(
                "user-name-invalid",
                $"A user name has 3 to {UserNameLength} letters, digits, points, hyphens or underscores."
            );
        }

        if (displayName.Length is 0 or > Account.DisplayNameLength)
        {
            return new Refusal(
                "display-name-invalid",
                $"Give a name of at most {Account.DisplayNameLength} characters."
            );
        }

        if (AccountRefusals.PasswordProblem(input.Password) is { } problem)
        {
            return problem;
        }

        if (input.Roles.Count == 0 || input.Roles.Any(role => !Enum.IsDefined(role)))
        {
            return new Refusal("roles-missing", "Choose at least one role.");
        }

        var needsOffice = input.Roles.Any(role => role is Role.ProgramOfficeAuthor or Role.ProgramOfficeApprover);
        return needsOffice == input.OfficeCode is not null
            ? null
            : new Refusal("office-and-role", "Authors and approvers have a program office; the other roles have none.");
    }
}
