namespace ScrBudget.Domain.ScrData;

/// <summary>One approved SCR of a snapshot, as imported. Immutable: a correction at the source comes with the next extract.</summary>
public sealed class ScrRecord
{
    public const int NumberLength = 40;
    public const int OfficeLength = 80;

    /// <summary>Key; assigned by the database.</summary>
    public long Id { get; private set; }

    public required int SnapshotNumber { get; init; }

    /// <summary>The file of the snapshot (<see cref="ScrExtract.Number"/>) that it came in.</summary>
    public int ExtractNumber { get; init; } = 1;

    /// <summary>Row in the file; the header is row 1, as a spreadsheet shows it.</summary>
    public required int Row { get; init; }

    public required string ScrNumber { get; init; }

    public required string CaseNumber { get; init; }

    public required ScrType Type { get; init; }

    public required string CategoryCode { get; init; }

    /// <summary>Empty where the extract gives none, or one that is not in the taxonomy.</summary>
    public required string Subcategory { get; init; }

    public required DateOnly ApprovedOn
    {
        get;
        init
        {
            field = value;
            FiscalYear = Cycles.FiscalYear.Of(value).Year;
        }
    }

    /// <summary>The fiscal year of <see cref="ApprovedOn"/>: stored, because every statistic groups by it.</summary>
    public int FiscalYear { get; private set; }

    /// <summary>What the record counts as.</summary>
    public required TcoInvolvement TcoInvolvement { get; init; }

    /// <summary>What the box on the SCR says, which may differ from what it counts as until it is settled.</summary>
    public required TcoInvolvement RecordedTco { get; init; }

    /// <summary>First test of a TCO; null where the extract does not say.</summary>
    public bool? HasAssociation { get; init; }

    /// <summary>Second test of a TCO; null where the extract does not say.</summary>
    public bool? CrossesBorders { get; init; }

    /// <summary>The office in the extract (not a program office); empty where it gives none.</summary>
    public required string Office { get; init; }
}
