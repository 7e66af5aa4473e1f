namespace ScrBudget.Domain.Identity;

/// <summary>What a person does in the process (domain.md section 3). A person may hold several.</summary>
public enum Role
{
    ProgramOfficeAuthor = 1,
    ProgramOfficeApprover = 2,
    BudgetAnalyst = 3,
    OaoCompiler = 4,
    ScrDataSteward = 5,
    PerformanceAnalyst = 6,
    AuditLiaison = 7,
    Auditor = 8,
    Administrator = 9,
}
