using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>Why a file as a whole cannot be read.</summary>
internal static class ExtractRefusals
{
    public static Refusal Empty { get; } =
        new("extract-empty", "The file is empty. Export the extract again, with its header row.");

    public static Refusal Binary { get; } =
        new(
            "extract-binary",
            "The file is neither text nor a workbook. Export the extract as CSV or as an Excel workbook (.xlsx)."
        );

    public static Refusal DamagedText(string encoding) =>
        new(
            "extract-text-damaged",
            $"The file begins as {encoding} text but does not go on as such: it was cut or damaged. Export it again; nothing was imported."
        );

    public static Refusal HeaderNotFound(int rows) =>
        new(
            "extract-header-not-found",
            $"None of the first {rows} rows is a header with the columns of an SCR extract: {string.Join(", ", ExtractColumns.Required.Select(column => column.Name()))}. Export the extract with its header row, or choose which columns they are."
        );

    public static Refusal OpenQuote(int row) =>
        new(
            "extract-quote-not-closed",
            $"A quotation mark in row {row} is never closed, so the rest of the file cannot be told apart. Close it and import again; nothing was imported."
        );

    public static Refusal Encrypted { get; } =
        new(
            "extract-workbook-encrypted",
            "The workbook is protected by a password, so it cannot be read. Save it without the password and import it again."
        );

    public static Refusal OldWorkbook { get; } =
        new(
            "extract-workbook-old",
            "This is a workbook of the old form (.xls) or another Office file. Save it as an Excel workbook (.xlsx) or as CSV and import it again."
        );

    public static Refusal NotAWorkbook { get; } =
        new(
            "extract-not-a-workbook",
            "The file is not an Excel workbook. Export the extract as CSV or as an Excel workbook (.xlsx)."
        );

    public static Refusal DamagedWorkbook { get; } =
        new(
            "extract-workbook-damaged",
            "The workbook is cut short or damaged. Export it again, or open it, save it anew and import that; nothing was imported."
        );

    public static Refusal WorkbookTooLarge(long bytes) =>
        new(
            "extract-workbook-too-large",
            $"The workbook has more than {bytes >> 20:N0} MB. Export it as CSV, or fewer fiscal years at once."
        );

    public static Refusal WorkbookInflates(long bytes, int parts) =>
        new(
            "extract-workbook-inflates",
            $"The workbook inflates to more than {bytes >> 20:N0} MB, or has more than {parts:N0} parts. Export it as CSV, or fewer fiscal years at once."
        );

    public static Refusal SheetTooLarge(int rows, int columns) =>
        new(
            "extract-sheet-too-large",
            $"The sheet has more than {rows:N0} rows or {columns:N0} columns, or far more blank cells than records. Copy the records to a new workbook and import that, or export them as CSV."
        );

    public static Refusal SheetNotFound(string name, IReadOnlyList<string> names) =>
        new(
            "extract-sheet-not-found",
            $"The workbook has no sheet “{ExtractProblem.Shorten(name)}”. Choose one of: {string.Join(", ", names)}."
        )
        {
            Details = names,
        };
}
