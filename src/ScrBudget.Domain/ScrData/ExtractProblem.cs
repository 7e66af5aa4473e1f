namespace ScrBudget.Domain.ScrData;

public enum ProblemSeverity
{
    /// <summary>The row is imported all the same.</summary>
    Warning = 1,

    /// <summary>The row is left out.</summary>
    Error = 2,
}

/// <summary>What is wrong with one field of an extract, and what to do about it.</summary>
/// <param name="Row">Row in the file, as a spreadsheet shows it: from 1, the header and titles above it count.</param>
/// <param name="Column">The column's name in the header; empty for the row as a whole.</param>
/// <param name="Code">Stable, for programs and tests: see <see cref="ProblemCodes"/>.</param>
/// <param name="Value">What stands in the file, cut to <see cref="ValueLength"/> characters.</param>
/// <param name="Message">What is wrong and how to mend it, in a sentence.</param>
public sealed record ExtractProblem(
    int Row,
    string Column,
    string Code,
    string Value,
    string Message,
    ProblemSeverity Severity
)
{
    public const int ValueLength = 200;
    public const int ColumnLength = 200;
    public const int CodeLength = 60;
    public const int MessageLength = 1000;

    /// <summary>Key; assigned by the database.</summary>
    public long Id { get; private set; }

    public int SnapshotNumber { get; init; }

    /// <summary>The file of the snapshot that it was found in.</summary>
    public int ExtractNumber { get; init; } = 1;

    public static string Shorten(string value) =>
        value.Length <= ValueLength ? value : value[..(ValueLength - 1)] + "…";
}

/// <summary>The codes of all problems that an extract may have.</summary>
public static class ProblemCodes
{
    public const string ScrNumberMissing = "scr-number-missing";
    public const string ScrNumberDuplicate = "scr-number-duplicate";
    public const string CaseNumberMissing = "case-number-missing";
    public const string TypeMissing = "scr-type-missing";
    public const string TypeUnknown = "scr-type-unknown";
    public const string CategoryMissing = "category-missing";
    public const string CategoryUnknown = "category-unknown";
    public const string SubcategoryUnknown = "subcategory-unknown";
    public const string DateMissing = "approved-date-missing";
    public const string DateInvalid = "approved-date-not-a-date";
    public const string DateOutOfRange = "approved-date-out-of-range";
    public const string DateAfterAsOf = "approved-date-after-as-of";
    public const string YesNoUnknown = "yes-no-unknown";
    public const string TooLong = "too-long";
    public const string WrongNumberOfFields = "wrong-number-of-fields";
    public const string BrokenQuote = "broken-quote";
    public const string CategoryNotInForce = "category-not-in-force";
    public const string SubcategoryNotInForce = "subcategory-not-in-force";
    public const string CreatedDateInvalid = "created-date-not-a-date";
    public const string CreatedAfterApproved = "created-after-approved";
    public const string FiscalYearInvalid = "fiscal-year-not-a-year";
    public const string FiscalYearDisagrees = "fiscal-year-disagrees";
    public const string TcoNotRecorded = "tco-not-recorded";
    public const string TcoYesWithoutTest = "tco-yes-without-test";
    public const string TcoNoWithBothTests = "tco-no-with-both-tests";
    public const string FormulaText = "formula-text";
    public const string ControlCharacters = "control-characters";
    public const string TotalsRow = "totals-row";
    public const string BlankRow = "blank-row";
    public const string ColumnNotRead = "column-not-read";
    public const string NoEarlierInitialInvestigation = "no-earlier-initial-investigation";
    public const string ResultAfterDismantlement = "result-after-dismantlement";
    public const string CaseDisagrees = "case-disagrees";
}
