namespace ScrBudget.Domain.ScrData.Exploring;

/// <summary>What a record says, in words.</summary>
public static class RecordWording
{
    /// <summary>As an extract has it: <c>Initial Investigation</c>.</summary>
    public static string Heading(ScrType type) =>
        type switch
        {
            ScrType.InitialInvestigation => "Initial Investigation",
            ScrType.Disruption => "Disruption",
            ScrType.Dismantlement => "Dismantlement",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };

    /// <summary><c>Yes</c>, <c>No</c> or <c>Not recorded</c>: never left to be guessed.</summary>
    public static string Heading(bool? answer) =>
        answer switch
        {
            true => "Yes",
            false => "No",
            null => "Not recorded",
        };

    /// <summary>What a box says: yes, no, or null for nothing.</summary>
    public static bool? Answer(TcoInvolvement involvement) =>
        involvement switch
        {
            TcoInvolvement.Yes => true,
            TcoInvolvement.No => false,
            _ => null,
        };

    /// <summary>What a record counts as, and what its box says where that differs.</summary>
    public static string Tco(ScrRecord record, TcoInvolvement countsAs) =>
        record.RecordedTco == countsAs
            ? Heading(Answer(countsAs))
            : $"{Heading(Answer(countsAs))} (the report says: {Heading(Answer(record.RecordedTco)).ToLowerInvariant()})";
}
