using System.Runtime.InteropServices;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData;

/// <summary>
/// One extract while it is read, row by row: accepts or leaves out, and counts. What is kept of the rows gone by is the
/// SCR numbers (no two alike) and, per case, the first initial investigation.
/// </summary>
/// <param name="snapshotNumber">The snapshot that the records will belong to.</param>
/// <param name="asOf">The day of the export: no approval is later.</param>
public sealed class ExtractReading(int snapshotNumber, DateOnly asOf, CategoryCatalogue catalogue) : IDisposable
{
    /// <summary>More errors than this mean that it is the wrong file, not that rows are wrong.</summary>
    public const int MaximumErrors = 100_000;

    private readonly Dictionary<string, int> rowByScrNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> firstInitialByCase = new(StringComparer.Ordinal);
    private readonly List<(int Row, string Case, DateOnly ApprovedOn)> results = [];
    private readonly List<ExtractProblem> problems = [];
    private readonly RecordsHash hash = new();
    private int firstYear = int.MaxValue;
    private int lastYear = int.MinValue;

    public DateOnly AsOf { get; } = asOf;

    public CategoryCatalogue Catalogue { get; } = catalogue;

    /// <summary>Rows below the header that are not blank.</summary>
    public int Rows { get; private set; }

    public int Records => rowByScrNumber.Count;

    public int Errors { get; private set; }

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<ExtractProblem> Problems => problems;

    /// <summary>The row of the accepted record with this SCR number; null when there is none.</summary>
    public int? RowOf(string scrNumber) => rowByScrNumber.TryGetValue(scrNumber, out var row) ? row : null;

    public void Report(ExtractProblem problem)
    {
        problems.Add(problem);
        Errors += problem.Severity == ProblemSeverity.Error ? 1 : 0;
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

    /// <summary>After the last row: warns of results without an earlier initial investigation of their case.</summary>
    public void Finish()
    {
        foreach (var (row, caseNumber, approvedOn) in results)
        {
            // Every case has an entry; its date is the last possible one when no initial investigation was read.
            if (firstInitialByCase[caseNumber] > approvedOn)
            {
                Report(
                    new ExtractProblem(
                        row,
                        ExtractColumn.CaseNumber.Name(),
                        ProblemCodes.NoEarlierInitialInvestigation,
                        caseNumber,
                        "The extract has no initial investigation of this case on or before this result. It counts; check that the case was opened before the extract begins.",
                        ProblemSeverity.Warning
                    )
                );
            }
        }
    }

    /// <exception cref="InvalidOperationException">No record was accepted.</exception>
    public SnapshotContent Content() =>
        Records > 0
            ? new SnapshotContent(
                Records,
                firstInitialByCase.Count,
                new FiscalYear(firstYear),
                new FiscalYear(lastYear),
                hash.ToString()
            )
            : throw new InvalidOperationException("An extract without records has no content.");

    public void Dispose() => hash.Dispose();

    private ScrRecord Accept(int row, RecordDraft draft)
    {
        var record = new ScrRecord
        {
            SnapshotNumber = snapshotNumber,
            Row = row,
            ScrNumber = draft.ScrNumber!,
            CaseNumber = draft.CaseNumber!,
            Type = draft.Type!.Value,
            CategoryCode = draft.CategoryCode!,
            Subcategory = draft.Subcategory,
            ApprovedOn = draft.ApprovedOn!.Value,
            TcoInvolvement = draft.TcoInvolvement,
            HasAssociation = draft.HasAssociation,
            CrossesBorders = draft.CrossesBorders,
            Office = draft.Office,
        };
        rowByScrNumber.Add(record.ScrNumber, row);
        ref var firstInitial = ref CollectionsMarshal.GetValueRefOrAddDefault(
            firstInitialByCase,
            record.CaseNumber,
            out var known
        );
        firstInitial = known ? firstInitial : DateOnly.MaxValue;
        if (record.Type != ScrType.InitialInvestigation)
        {
            results.Add((row, record.CaseNumber, record.ApprovedOn));
        }
        else if (record.ApprovedOn < firstInitial)
        {
            firstInitial = record.ApprovedOn;
        }

        firstYear = Math.Min(firstYear, record.FiscalYear);
        lastYear = Math.Max(lastYear, record.FiscalYear);
        hash.Add(record);
        return record;
    }
}
