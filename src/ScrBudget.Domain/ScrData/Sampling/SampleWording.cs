namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>How answers and findings are worded wherever they show.</summary>
public static class SampleWording
{
    /// <summary>
    /// OIG-23-59, page 5: “Of the 258 cases, we determined that 145 cases had 253 approved SCRs that did not describe an
    /// entity that aligned with HSI’s definition of a TCO.” Only this reading puts every such SCR into a case that counts.
    /// </summary>
    public const string CaseRule =
        "A case counts as not about a TCO when at least one of its approved SCRs in the years does not describe one; an SCR describes one when both tests hold (OIG-23-59, page 5: “145 cases had 253 approved SCRs that did not describe an entity that aligned with HSI’s definition of a TCO”).";

    /// <summary>Stands with every table of findings.</summary>
    public const string NoRates =
        "These are counts of the sample, without denominators: they are not rates, and not projected by category or year.";

    public static string Answer(TestAnswer? answer) =>
        answer switch
        {
            TestAnswer.Yes => "yes",
            TestAnswer.No => "no",
            TestAnswer.CannotTell => "cannot tell",
            _ => "not answered",
        };

    public static string Finding(ScrFinding? finding) =>
        finding switch
        {
            ScrFinding.Tco => "Describes a TCO",
            ScrFinding.NoAssociation => "Not a TCO: no association of individuals",
            ScrFinding.NoBorderCrossing => "Not a TCO: did not cross international borders",
            ScrFinding.Both => "Not a TCO: neither of the two",
            _ => "Not adjudicated",
        };

    public static string Status(SampledCaseStatus status) =>
        status switch
        {
            SampledCaseStatus.ToTest => "To be tested",
            SampledCaseStatus.AwaitingResponse => "Awaiting the component’s response",
            SampledCaseStatus.ToAdjudicate => "To be adjudicated",
            SampledCaseStatus.Adjudicated => "Adjudicated",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    public static string Type(ScrType type) =>
        type switch
        {
            ScrType.InitialInvestigation => "Initial investigation",
            ScrType.Disruption => "Disruption",
            ScrType.Dismantlement => "Dismantlement",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };
}
