namespace ScrBudget.Domain.Identity;

/// <summary>How far a permission reaches.</summary>
public enum Reach
{
    None,

    /// <summary>Requests of the person's own office.</summary>
    OwnOffice,
    Everywhere,
}

/// <summary>Roles mapped to permissions, as data (domain.md section 3).</summary>
public static class RolePermissions
{
    private static readonly Dictionary<(Role, Permission), Reach> Granted = new()
    {
        [(Role.ProgramOfficeAuthor, Permission.ReadRequests)] = Reach.OwnOffice,
        [(Role.ProgramOfficeAuthor, Permission.ReadTracking)] = Reach.OwnOffice,
        [(Role.ProgramOfficeAuthor, Permission.DraftRequests)] = Reach.OwnOffice,
        [(Role.ProgramOfficeAuthor, Permission.ReadScrStatistics)] = Reach.Everywhere,
        [(Role.ProgramOfficeAuthor, Permission.ReadCycles)] = Reach.Everywhere,
        [(Role.ProgramOfficeApprover, Permission.ReadRequests)] = Reach.OwnOffice,
        [(Role.ProgramOfficeApprover, Permission.ReadTracking)] = Reach.OwnOffice,
        [(Role.ProgramOfficeApprover, Permission.SubmitRequests)] = Reach.OwnOffice,
        [(Role.ProgramOfficeApprover, Permission.ReadScrStatistics)] = Reach.Everywhere,
        [(Role.ProgramOfficeApprover, Permission.ReadCycles)] = Reach.Everywhere,
        [(Role.BudgetAnalyst, Permission.ReadRequests)] = Reach.Everywhere,
        [(Role.BudgetAnalyst, Permission.ReviewRequests)] = Reach.Everywhere,
        [(Role.BudgetAnalyst, Permission.ReadTracking)] = Reach.Everywhere,
        [(Role.BudgetAnalyst, Permission.ReadScrStatistics)] = Reach.Everywhere,
        [(Role.BudgetAnalyst, Permission.ReadCycles)] = Reach.Everywhere,
        [(Role.OaoCompiler, Permission.ReadRequests)] = Reach.Everywhere,
        [(Role.OaoCompiler, Permission.DecideRequests)] = Reach.Everywhere,
        [(Role.OaoCompiler, Permission.ReadTracking)] = Reach.Everywhere,
        [(Role.OaoCompiler, Permission.ReadScrStatistics)] = Reach.Everywhere,
        [(Role.OaoCompiler, Permission.ReadCycles)] = Reach.Everywhere,
        [(Role.OaoCompiler, Permission.ManageCycles)] = Reach.Everywhere,
        [(Role.ScrDataSteward, Permission.ReadScrStatistics)] = Reach.Everywhere,
        [(Role.ScrDataSteward, Permission.ReadScrRecords)] = Reach.Everywhere,
        [(Role.ScrDataSteward, Permission.ImportScrData)] = Reach.Everywhere,
        [(Role.ScrDataSteward, Permission.RespondToSamples)] = Reach.Everywhere,
        [(Role.PerformanceAnalyst, Permission.ReadScrStatistics)] = Reach.Everywhere,
        [(Role.PerformanceAnalyst, Permission.ReadScrRecords)] = Reach.Everywhere,
        [(Role.PerformanceAnalyst, Permission.ApproveExclusions)] = Reach.Everywhere,
        [(Role.PerformanceAnalyst, Permission.DrawSamples)] = Reach.Everywhere,
        [(Role.AuditLiaison, Permission.ReadRequests)] = Reach.Everywhere,
        [(Role.AuditLiaison, Permission.ReadTracking)] = Reach.Everywhere,
        [(Role.AuditLiaison, Permission.ReadScrStatistics)] = Reach.Everywhere,
        [(Role.AuditLiaison, Permission.ReadCycles)] = Reach.Everywhere,
        [(Role.AuditLiaison, Permission.VerifyEvidence)] = Reach.Everywhere,
        [(Role.Auditor, Permission.ReadRequests)] = Reach.Everywhere,
        [(Role.Auditor, Permission.ReadTracking)] = Reach.Everywhere,
        [(Role.Auditor, Permission.ReadScrStatistics)] = Reach.Everywhere,
        [(Role.Auditor, Permission.ReadCycles)] = Reach.Everywhere,
        [(Role.Auditor, Permission.ReadScrRecords)] = Reach.Everywhere,
        [(Role.Auditor, Permission.DrawSamples)] = Reach.Everywhere,
        [(Role.Auditor, Permission.VerifyEvidence)] = Reach.Everywhere,
        [(Role.Administrator, Permission.Administer)] = Reach.Everywhere,
        [(Role.Administrator, Permission.ReadCycles)] = Reach.Everywhere,
        [(Role.Administrator, Permission.ManageCycles)] = Reach.Everywhere,
    };

    public static Reach Of(Role role, Permission permission) => Granted.GetValueOrDefault((role, permission));
}
