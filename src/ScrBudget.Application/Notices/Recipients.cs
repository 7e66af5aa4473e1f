using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Notices;

/// <summary>
/// Who gets a notice: accounts by key, or whoever holds a role, there or in one office. Closed accounts and the person who
/// acts fall out; who is named twice gets one.
/// </summary>
public sealed class Recipients
{
    private readonly string[] accountIds;
    private readonly (Role Role, string? OfficeCode)[] held;

    private Recipients(string[] accountIds, (Role Role, string? OfficeCode)[] held) =>
        (this.accountIds, this.held) = (accountIds, held);

    internal IReadOnlyList<string> AccountIds => accountIds;

    internal IEnumerable<Role> Roles => held.Select(one => one.Role).Distinct();

    public static Recipients Accounts(params IEnumerable<string> accountIds) => new([.. accountIds.Distinct()], []);

    /// <summary>Everybody who holds one of these roles, in whatever office.</summary>
    public static Recipients Holding(params IEnumerable<Role> roles) =>
        new([], [.. roles.Select(role => (role, (string?)null))]);

    /// <summary>Those who hold one of these roles in this office.</summary>
    public static Recipients InOffice(string officeCode, params IEnumerable<Role> roles) =>
        new([], [.. roles.Select(role => (role, (string?)officeCode))]);

    /// <summary>Authors and approvers of these offices.</summary>
    public static Recipients Offices(params IEnumerable<string> officeCodes) =>
        officeCodes
            .Select(office => InOffice(office, Role.ProgramOfficeAuthor, Role.ProgramOfficeApprover))
            .Aggregate(Accounts(), (all, one) => all.And(one));

    public Recipients And(Recipients others) =>
        new([.. accountIds.Union(others.accountIds, StringComparer.Ordinal)], [.. held.Union(others.held)]);

    internal bool Include(Person person) =>
        accountIds.Contains(person.Id, StringComparer.Ordinal)
        || held.Any(one =>
            person.Roles.Contains(one.Role)
            && (one.OfficeCode is null || string.Equals(one.OfficeCode, person.OfficeCode, StringComparison.Ordinal))
        );
}
