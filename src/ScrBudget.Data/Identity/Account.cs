using Microsoft.AspNetCore.Identity;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;

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

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject => $"account {Id}";

    public Person AsPerson() => new(Id, DisplayName, OfficeCode, [.. roles.Select(role => role.Role)]);
}

/// <summary>One role that an account holds.</summary>
public sealed record AccountRole(Role Role);
