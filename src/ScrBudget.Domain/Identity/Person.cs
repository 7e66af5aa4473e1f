namespace ScrBudget.Domain.Identity;

/// <summary>Who acts: known to the audit trail by <paramref name="Name"/>, a role name in the demo.</summary>
/// <param name="Id">The account's key; <c>system</c> for the operators' command line.</param>
/// <param name="OfficeCode">The program office of an author or approver; null for the others.</param>
public sealed record Person(string Id, string Name, string? OfficeCode, IReadOnlyCollection<Role> Roles)
{
    /// <summary>The operators' command line, where no user is named with <c>--as</c>: every permission, and so named in the trail.</summary>
    public static Person SystemOperator { get; } =
        new("system", "operator (system user)", null, Enum.GetValues<Role>()) { ActsEverywhere = true };

    /// <summary>Permissions of the own office reach every office; true for <see cref="SystemOperator"/> alone.</summary>
    public bool ActsEverywhere { get; private init; }

    /// <summary>May this person do it anywhere at all? For menus and page policies.</summary>
    public bool Can(Permission permission) => Roles.Any(role => RolePermissions.Of(role, permission) != Reach.None);

    /// <summary>May this person do it to what belongs to this office? The check of every command and query.</summary>
    public bool Can(Permission permission, string officeCode) =>
        Roles.Any(role =>
            RolePermissions.Of(role, permission) switch
            {
                Reach.Everywhere => true,
                Reach.OwnOffice => ActsEverywhere || string.Equals(OfficeCode, officeCode, StringComparison.Ordinal),
                _ => false,
            }
        );
}
