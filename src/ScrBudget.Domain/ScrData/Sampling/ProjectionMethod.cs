namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>How the interval of a projection is made.</summary>
public enum ProjectionMethod
{
    /// <summary>Normal approximation without finite-population correction: the one that gives the figures of OIG-23-59.</summary>
    Normal = 0,

    /// <summary>Normal approximation with finite-population correction: narrower, for the sample is part of the population.</summary>
    NormalCorrected = 1,

    /// <summary>Wilson's score interval: holds also where few or nearly all are found.</summary>
    Wilson = 2,

    /// <summary>Clopper and Pearson's interval: never less sure than it says, and so the widest.</summary>
    Exact = 3,
}
