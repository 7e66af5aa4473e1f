namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>Where a sampled case stands; derived from what is answered.</summary>
public enum SampledCaseStatus
{
    ToTest = 1,

    /// <summary>Tested, and something was found that the component has not responded to.</summary>
    AwaitingResponse = 2,
    ToAdjudicate = 3,
    Adjudicated = 4,
}
