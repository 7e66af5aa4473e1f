using ScrBudget.Domain.Identity;

namespace ScrBudget.TestSupport;

/// <summary>People by role; the office is the Victim Assistance Program unless a test names another.</summary>
public static class People
{
    public const string Office = "VAP";
    public const string OtherOffice = "CCU";

    /// <summary>May draft and submit, as in small offices.</summary>
    public static Person AuthorAndApprover { get; } =
        Named("author-and-approver", Office, Role.ProgramOfficeAuthor, Role.ProgramOfficeApprover);

    /// <summary>A second author of the same office.</summary>
    public static Person Colleague { get; } = Named("colleague", Office, Role.ProgramOfficeAuthor);

    public static Person Approver { get; } = Holding(Role.ProgramOfficeApprover);

    public static Person Analyst { get; } = Holding(Role.BudgetAnalyst);

    public static Person Compiler { get; } = Holding(Role.OaoCompiler);

    public static Person Auditor { get; } = Holding(Role.Auditor);

    public static Person Steward { get; } = Holding(Role.ScrDataSteward);

    public static Person Administrator { get; } = Holding(Role.Administrator);

    /// <summary>Signed in, with no role at all.</summary>
    public static Person WithoutRole { get; } = Named("nobody", null);

    public static Person AuthorOf(string office) =>
        Named($"author-{office}", office, Role.ProgramOfficeAuthor, Role.ProgramOfficeApprover);

    /// <summary>One role; authors and approvers get the office, as accounts do.</summary>
    public static Person Holding(Role role, string office = Office) =>
        Named($"{role}-{office}", role is Role.ProgramOfficeAuthor or Role.ProgramOfficeApprover ? office : null, role);

    public static Person Named(string name, string? office, params Role[] roles) => new(name, name, office, roles);
}
