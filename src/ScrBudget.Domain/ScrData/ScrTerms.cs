namespace ScrBudget.Domain.ScrData;

/// <summary>What an SCR reports (domain.md section 2).</summary>
public enum ScrType
{
    InitialInvestigation = 1,
    Disruption = 2,
    Dismantlement = 3,
}

/// <summary>The yes/no box on an SCR, mandatory since July 18, 2023; older records have none.</summary>
public enum TcoInvolvement
{
    NotRecorded = 0,
    Yes = 1,
    No = 2,
}

/// <summary>Which SCRs a statistic counts.</summary>
public enum Measure
{
    /// <summary>Disruptions and dismantlements together: the default.</summary>
    Results = 0,
    Disruptions = 1,
    Dismantlements = 2,
    Initial = 3,

    /// <summary>Every approved SCR, of whatever type.</summary>
    Approved = 4,
}

/// <summary>Which TCO involvement a statistic is limited to; the three values are never mixed under the name of TCO.</summary>
public enum TcoFilter
{
    All = 0,
    Yes = 1,
    No = 2,
    NotRecorded = 3,
}
