namespace ScrBudget.Domain.Identity;

/// <summary>What a command or a page asks for; roles map to these as data (<see cref="RolePermissions"/>).</summary>
public enum Permission
{
    ReadRequests,
    DraftRequests,
    SubmitRequests,
    ReadScrStatistics,
    ReadScrRecords,
    ImportScrData,
    ApproveExclusions,
    DrawSamples,
    RespondToSamples,
    ReviewRequests,
    DecideRequests,
    ReadTracking,
    VerifyEvidence,

    /// <summary>Data calls with their guidance: who takes part in the budget, and who audits it.</summary>
    ReadCycles,

    /// <summary>Set up data calls, issue guidance, write training.</summary>
    ManageCycles,
    Administer,
}
