namespace ScrBudget.Domain.ScrData;

/// <summary>
/// What the records of one case say against each other: warnings, for each record may be right by itself. They see the
/// accepted records of all files of the snapshot.
/// </summary>
public static class CaseChecks
{
    /// <param name="records">All records of one case, by date of approval.</param>
    public static IEnumerable<ExtractProblem> Of(IReadOnlyList<ScrRecord> records) =>
        [.. WithoutInitial(records), .. AfterDismantlement(records), .. Disagreeing(records)];

    private static IEnumerable<ExtractProblem> WithoutInitial(IReadOnlyList<ScrRecord> records)
    {
        var opened = FirstDay(records, ScrType.InitialInvestigation) ?? DateOnly.MaxValue;
        return records
            .Where(record => record.Type != ScrType.InitialInvestigation && record.ApprovedOn < opened)
            .Select(record =>
                Warning(
                    record,
                    ExtractColumn.CaseNumber,
                    ProblemCodes.NoEarlierInitialInvestigation,
                    record.CaseNumber,
                    "The extract has no initial investigation of this case on or before this result. It counts; check that the case was opened before the extract begins."
                )
            );
    }

    private static IEnumerable<ExtractProblem> AfterDismantlement(IReadOnlyList<ScrRecord> records)
    {
        if (FirstDay(records, ScrType.Dismantlement) is not { } dismantled)
        {
            return [];
        }

        return records
            .Where(record => record.Type != ScrType.InitialInvestigation && record.ApprovedOn > dismantled)
            .Select(record =>
                Warning(
                    record,
                    ExtractColumn.ScrType,
                    ProblemCodes.ResultAfterDismantlement,
                    $"{record.CaseNumber}, {record.ApprovedOn:yyyy-MM-dd}",
                    $"The case was dismantled on {StatisticWording.Date(dismantled)}, which leaves no target to disrupt or dismantle later. It counts; correct one of the two in the case system."
                )
            );
    }

    /// <summary>One warning a case, at the first record that disagrees; a blank is no disagreement.</summary>
    private static IEnumerable<ExtractProblem> Disagreeing(IReadOnlyList<ScrRecord> records)
    {
        var recorded = records.Where(record => record.RecordedTco != TcoInvolvement.NotRecorded).ToList();
        return recorded
            .Where(record => record.RecordedTco != recorded[0].RecordedTco)
            .Take(1)
            .Select(record =>
                Warning(
                    record,
                    ExtractColumn.TcoInvolvement,
                    ProblemCodes.CaseDisagrees,
                    record.RecordedTco.ToString(),
                    $"Of case {record.CaseNumber}, {recorded[0].ScrNumber} says {recorded[0].RecordedTco} and this record says {record.RecordedTco}. Each counts as recorded; settle the case and correct it in the case system."
                )
            );
    }

    private static DateOnly? FirstDay(IReadOnlyList<ScrRecord> records, ScrType type) =>
        records.Where(record => record.Type == type).Select(record => (DateOnly?)record.ApprovedOn).Min();

    private static ExtractProblem Warning(
        ScrRecord record,
        ExtractColumn column,
        string code,
        string value,
        string message
    ) =>
        new(record.Row, column.Name(), code, ExtractProblem.Shorten(value), message, ProblemSeverity.Warning)
        {
            SnapshotNumber = record.SnapshotNumber,
            ExtractNumber = record.ExtractNumber,
        };
}
