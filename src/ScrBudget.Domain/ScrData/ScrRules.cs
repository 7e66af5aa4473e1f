namespace ScrBudget.Domain.ScrData;

/// <summary>Dates that HSI's own rules set.</summary>
public static class ScrRules
{
    /// <summary>From this day on an SCR must say whether a TCO is involved (OIG-23-59, management response).</summary>
    public static DateOnly TcoMandatorySince { get; } = new(2023, 7, 18);
}
