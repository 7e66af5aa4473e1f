namespace ScrBudget.Domain.ScrData;

/// <summary>
/// Counts that a snapshot's edition was given when it was made, so that no statistic has to read its records. A line
/// belongs to one selection of records, one fiscal year, and the year in which the same cases last had such a record:
/// the distinct cases of any range of years are then the sum over the years of the range of those cases whose previous
/// year lies before it, which no sum of yearly counts would give.
/// </summary>
public sealed class PreparedCount
{
    /// <summary>Stands for all categories, and for the whole of one.</summary>
    public const string All = "";

    public required int SnapshotNumber { get; init; }

    /// <summary>0 is the snapshot as published.</summary>
    public required int Edition { get; init; }

    /// <summary>Or <see cref="All"/>.</summary>
    public required string CategoryCode { get; init; }

    /// <summary>Or <see cref="All"/>.</summary>
    public required string Subcategory { get; init; }

    public required Measure Measure { get; init; }

    public required TcoFilter Tco { get; init; }

    public required int FiscalYear { get; init; }

    /// <summary>The fiscal year before this one in which these cases had a record of the selection; 0 for none.</summary>
    public required int PreviousYear { get; init; }

    /// <summary>Records in the fiscal year.</summary>
    public required int Scrs { get; init; }

    /// <summary>Distinct cases in the fiscal year.</summary>
    public required int Cases { get; init; }
}

/// <summary>
/// Cases with an initial investigation approved by the end of a fiscal year and no dismantlement approved by then: one
/// reading of the denominator of the published percentage (domain.md section 5).
/// </summary>
public sealed class OpenCaseCount
{
    public required int SnapshotNumber { get; init; }

    /// <summary>0 is the snapshot as published.</summary>
    public required int Edition { get; init; }

    public required int FiscalYear { get; init; }

    public required int Cases { get; init; }
}
