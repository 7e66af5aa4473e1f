using System.Globalization;
using ScrBudget.Documents;
using ScrBudget.Documents.Excel;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Exploring;

namespace ScrBudget.Application.ScrData.Exploring;

/// <summary>What a list is written as.</summary>
public enum SheetFormat
{
    Csv,
    Excel,
}

/// <summary>
/// The source rows behind a view, in the form of an extract, as they were imported: imported again, they are the same records. They are read while
/// they are written, so that memory does not grow with them.
/// </summary>
public sealed class ExportRecords(ReadRecords records)
{
    /// <summary>Aggregates alone belong in requests (domain.md section 7).</summary>
    private const string NotForRequests =
        "Records with case numbers, for those who may read them: never to be put into a resource request.";

    private static IReadOnlyList<ExtractColumn> Columns => ExtractColumns.Written;

    public async Task<Outcome<ExportedSheet>> ExecuteAsync(
        ViewChoice choice,
        SheetFormat format,
        Person by,
        CancellationToken cancellation
    )
    {
        var found = await records.AllAsync(choice, by, cancellation);
        if (!found.IsDone)
        {
            return found.Refusal;
        }

        var (chosen, count, rows) = found.Value;
        var names = chosen.Catalogue.Categories.ToDictionary(
            category => category.Code,
            category => category.Name,
            StringComparer.Ordinal
        );
        var sheet = new DataSheet(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count:N0} source rows: {ViewWording.Title(chosen.View, chosen.Catalogue)}"
            ),
            [
                .. chosen.Snapshot.IsSynthetic ? [StatisticWording.Synthetic] : Array.Empty<string>(),
                NotForRequests,
                StatisticWording.Source(chosen.Snapshot, chosen.Edition),
            ],
            [.. Columns.Select(column => new SheetColumn(column.Name(), Kind(column)))],
            rows.Select(IReadOnlyList<SheetCell> (record) => [.. Columns.Select(column => Cell(record, column, names))])
        );
        return format == SheetFormat.Excel && count + sheet.HeaderRows > DataSheetWorkbook.MaximumRows
            ? TooLongForExcel(count)
            : new ExportedSheet($"scr-records-{FileNames.Of(chosen)}", sheet);
    }

    private static Refusal TooLongForExcel(int count) =>
        new(
            "too-long-for-excel",
            string.Create(
                CultureInfo.InvariantCulture,
                $"An Excel sheet holds {DataSheetWorkbook.MaximumRows:N0} rows, and these are {count:N0}. Take them as CSV, or choose fewer."
            )
        );

    private static SheetColumnKind Kind(ExtractColumn column) =>
        column == ExtractColumn.ApprovedDate ? SheetColumnKind.Date : SheetColumnKind.Text;

    private static SheetCell Cell(ScrRecord record, ExtractColumn column, Dictionary<string, string> names) =>
        column switch
        {
            ExtractColumn.ScrNumber => record.ScrNumber,
            ExtractColumn.CaseNumber => record.CaseNumber,
            ExtractColumn.ScrType => RecordWording.Heading(record.Type),
            ExtractColumn.Category => names[record.CategoryCode],
            ExtractColumn.Subcategory => record.Subcategory,
            ExtractColumn.ApprovedDate => record.ApprovedOn,
            ExtractColumn.TcoInvolvement => YesNo(RecordWording.Answer(record.RecordedTco)),
            ExtractColumn.Association => YesNo(record.HasAssociation),
            ExtractColumn.CrossesBorders => YesNo(record.CrossesBorders),
            _ => record.Office,
        };

    /// <summary>Empty where nothing was recorded, as in an extract.</summary>
    private static string YesNo(bool? answer) => answer is null ? string.Empty : RecordWording.Heading(answer);
}
