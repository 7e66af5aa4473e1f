using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData.Comparing;

/// <summary>How two snapshots differ, record by record, year by year, and in what requests cite.</summary>
/// <param name="Current">The published snapshot that the candidate would supersede.</param>
public sealed record SnapshotComparison(
    Snapshot Candidate,
    Snapshot Current,
    RecordDifferences Added,
    RecordDifferences Removed,
    RecordDifferences Changed,
    IReadOnlyList<YearDifference> Years,
    IReadOnlyList<MovedFigure> Moved
)
{
    /// <summary>Invented records compared with real ones: every difference then says nothing.</summary>
    public bool OneIsSynthetic => Candidate.IsSynthetic != Current.IsSynthetic;
}

/// <summary>Records that differ in one way.</summary>
/// <param name="Count">All of them.</param>
/// <param name="First">The first by SCR number, at most <see cref="CompareSnapshots.Shown"/>.</param>
public sealed record RecordDifferences(int Count, IReadOnlyList<RecordDifference> First);

/// <param name="What">For a changed one: <c>Approved Date: Mar 1, 2022 → Mar 2, 2022</c>; else what it is.</param>
public sealed record RecordDifference(string ScrNumber, string CaseNumber, string What);

/// <summary>Disruptions and dismantlements of one fiscal year; null where a snapshot does not cover it.</summary>
public sealed record YearDifference(int FiscalYear, int? Before, int? After);

/// <summary>A figure that an open request cites and that would print otherwise.</summary>
/// <param name="Token">As the text has it: <c>S1</c>.</param>
/// <param name="CitedSnapshot">The snapshot that the request cites today.</param>
/// <param name="After">Null where the candidate does not cover its years.</param>
public sealed record MovedFigure(string RequestNumber, string Token, int CitedSnapshot, string Before, string? After);
