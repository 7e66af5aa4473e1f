namespace ScrBudget.Domain.ScrData;

/// <summary>
/// One file while it is read, row by row: accepts or leaves out, and counts. It remembers no row that went by; what rows
/// say against each other is seen when all are stored (<see cref="CaseChecks"/>).
/// </summary>
/// <param name="snapshotNumber">The snapshot that the records will belong to.</param>
/// <param name="extractNumber">The file among those of the snapshot, from 1.</param>
/// <param name="asOf">The day of the export: no approval is later.</param>
public sealed class ExtractReading(
    int snapshotNumber,
    DateOnly asOf,
    CategoryCatalogue catalogue,
    int extractNumber = 1
)
{
    /// <summary>More errors than this mean that it is the wrong file, not that rows are wrong.</summary>
    public const int MaximumErrors = 100_000;

    /// <summary>Errors that a refusal of the whole file names.</summary>
    public const int NamedErrors = 20;

    private readonly List<ExtractProblem> firstErrors = [];
    private List<ExtractProblem> untaken = [];

    public DateOnly AsOf { get; } = asOf;

    public CategoryCatalogue Catalogue { get; } = catalogue;

    /// <summary>Rows below the header that are not blank.</summary>
    public int Rows { get; private set; }

    public int Records { get; private set; }

    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    /// <summary>The first errors, at most <see cref="NamedErrors"/>.</summary>
    public IReadOnlyList<ExtractProblem> FirstErrors => firstErrors;

    public void Report(ExtractProblem problem)
    {
        untaken.Add(problem with { SnapshotNumber = snapshotNumber, ExtractNumber = extractNumber });
        if (problem.Severity == ProblemSeverity.Warning)
        {
            Warnings++;
            return;
        }

        Errors++;
        if (firstErrors.Count < NamedErrors)
        {
            firstErrors.Add(problem);
        }
    }

    /// <summary>The problems found since it was last asked, in the order in which they were found.</summary>
    public IReadOnlyList<ExtractProblem> TakeProblems()
    {
        var taken = untaken;
        untaken = [];
        return taken;
    }

    /// <summary>A record that was accepted, and that another one contradicts: the row is left out after all.</summary>
    public void LeaveOut(ExtractProblem error)
    {
        Records--;
        Report(error);
    }

    /// <summary>A row that cannot be told apart into fields: left out.</summary>
    public void Reject(int row, string code, string value, string message)
    {
        Rows++;
        Report(
            new ExtractProblem(row, string.Empty, code, ExtractProblem.Shorten(value), message, ProblemSeverity.Error)
        );
    }

    /// <returns>The record, or null when the row has an error and is left out.</returns>
    public ScrRecord? Read(ExtractRow row)
    {
        Rows++;
        var check = new RowCheck(row, this);
        foreach (var rule in ExtractChecks.All)
        {
            rule.Check(check);
        }

        return check.HasError ? null : Accept(row.Number, check.Draft);
    }

    private ScrRecord Accept(int row, RecordDraft draft)
    {
        Records++;
        return new ScrRecord
        {
            SnapshotNumber = snapshotNumber,
            ExtractNumber = extractNumber,
            Row = row,
            ScrNumber = draft.ScrNumber!,
            CaseNumber = draft.CaseNumber!,
            Type = draft.Type!.Value,
            CategoryCode = draft.CategoryCode!,
            Subcategory = draft.Subcategory,
            ApprovedOn = draft.ApprovedOn!.Value,
            TcoInvolvement = draft.TcoInvolvement,
            RecordedTco = draft.RecordedTco,
            HasAssociation = draft.HasAssociation,
            CrossesBorders = draft.CrossesBorders,
            Office = draft.Office,
        };
    }
}
