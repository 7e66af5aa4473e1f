using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Demo;

/// <summary>A demo account, named by role: real people never appear.</summary>
public sealed record DemoPerson(string UserName, string DisplayName, string? OfficeCode, params Role[] Roles)
{
    public Person AsPerson() => new($"demo-{UserName}", DisplayName, OfficeCode, Roles);
}

public static class DemoPeople
{
    public static DemoPerson VictimAssistance { get; } =
        Author("author-vap", "Author and approver, Victim Assistance Program", "VAP");

    public static DemoPerson CyberCrimes { get; } =
        Author("author-ccu", "Author and approver, Cyber Crimes Unit", "CCU");

    public static DemoPerson ChildExploitation { get; } =
        Author("author-ceiu", "Author and approver, Child Exploitation Investigations Unit", "CEIU");

    /// <summary>The office's two roles apart, so that the steps between them can be tried.</summary>
    public static DemoPerson VictimAssistanceAuthor { get; } =
        new("drafter-vap", "Author, Victim Assistance Program", "VAP", Role.ProgramOfficeAuthor);

    public static DemoPerson VictimAssistanceApprover { get; } =
        new("approver-vap", "Approver, Victim Assistance Program", "VAP", Role.ProgramOfficeApprover);

    public static DemoPerson Analyst { get; } = new("analyst", "Budget analyst", null, Role.BudgetAnalyst);

    public static DemoPerson Compiler { get; } = new("compiler", "OAO compiler", null, Role.OaoCompiler);

    public static DemoPerson Steward { get; } = new("steward", "SCR data steward", null, Role.ScrDataSteward);

    public static DemoPerson Performance { get; } =
        new("performance", "Performance analyst", null, Role.PerformanceAnalyst);

    public static DemoPerson Auditor { get; } = new("auditor", "Auditor (OIG)", null, Role.Auditor);

    public static DemoPerson Administrator { get; } = new("administrator", "Administrator", null, Role.Administrator);

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        VictimAssistance,
        VictimAssistanceAuthor,
        VictimAssistanceApprover,
        CyberCrimes,
        ChildExploitation,
        Analyst,
        Compiler,
        Steward,
        Performance,
        Auditor,
        Administrator,
    ];

    private static DemoPerson Author(string userName, string displayName, string officeCode) =>
        new(userName, displayName, officeCode, Role.ProgramOfficeAuthor, Role.ProgramOfficeApprover);
}
