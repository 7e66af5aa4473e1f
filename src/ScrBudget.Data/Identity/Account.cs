using Microsoft.AspNetCore.Identity;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;

namespace ScrBudget.Data.Identity;

/// <summary>A local account. What it may do follows from its roles and its office.</summary>
public sealed class Account : IdentityUser, IAudited
{
    public const int DisplayNameLength = 100;

    private readonly List<AccountRole> roles = [];

    private Account() { }

    public Account(string userName, string displayName, string? officeCode, params IEnumerable<Role> roles)
        : base(userName)
    {
        DisplayName = displayName;
        OfficeCode = officeCode;
        this.roles.AddRange(roles.Distinct().Select(role => new AccountRole(role)));
        Audit.Note(
            "Created the account",
            after: $"{displayName}; {string.Join(", ", roles.Distinct())}; office {officeCode ?? "none"}"
        );
    }

    /// <summary>How the audit trail and the screens name the person; in the demo a role name.</summary>
    public string DisplayName { get; private set; } = string.Empty;

    /// <summary>The program office of an author or approver; null for the others.</summary>
    public string? OfficeCode { get; private set; }

    public IReadOnlyList<AccountRole> Roles => roles;

    /// <summary>UTC; null while the account is open. A closed one keeps its name in the trail and cannot sign in.</summary>
    public DateTime? ClosedAt { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject => $"account {Id}";

    /// <summary>Who somebody is and may do. Passwords and counted failures are not in it: signing in changes them.</summary>
    public SubjectState State()
    {
        var state = new SubjectState().With(
            "Account",
            [
                Id,
                UserName,
                DisplayName,
                OfficeCode,
                ClosedAt,
                .. roles.Select(held => held.Role).Order().Cast<object?>(),
            ]
        );
        // A part of its own, and none without an address: accounts that were saved before there were any still verify.
        return Email is null ? state : state.With("E-mail", [Email]);
    }

    /// <summary>Ends the account: its sessions end with the security stamp, and there is no password to sign in with.</summary>
    public void Close(DateTime at)
    {
        ClosedAt = at;
        PasswordHash = null;
        SecurityStamp = Guid.NewGuid().ToString();
        Audit.Note("Closed the account");
    }

    /// <summary>A new password ends the sessions of the old one, and a lock-out.</summary>
    public void SetPassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        SecurityStamp = Guid.NewGuid().ToString();
        AccessFailedCount = 0;
        LockoutEnd = null;
        Audit.Note("Set a new password");
    }

    /// <summary>Where notices are mailed to; null takes the address away.</summary>
    /// <param name="email">Valid; the same one changes nothing.</param>
    public void SetEmail(string? email)
    {
        if (string.Equals(Email, email, StringComparison.Ordinal))
        {
            return;
        }

        Audit.Note("Set the e-mail address", before: Email, after: email);
        Email = email;
        NormalizedEmail = email?.ToUpperInvariant();
    }

    /// <summary>Keeps in the trail that a mail to it, which was given up, is tried again.</summary>
    public void NoteRetried(Mail mail) => Audit.Note("Had a mail tried again", after: mail.Subject);

    public Person AsPerson() => new(Id, DisplayName, OfficeCode, [.. roles.Select(role => role.Role)]);
}

/// <summary>One role that an account holds.</summary>
public sealed record AccountRole(Role Role);
