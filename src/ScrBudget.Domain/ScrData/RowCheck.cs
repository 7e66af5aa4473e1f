namespace ScrBudget.Domain.ScrData;

/// <summary>What the checks of one row have found so far.</summary>
public sealed class RecordDraft
{
    public string? ScrNumber { get; set; }

    public string? CaseNumber { get; set; }

    public ScrType? Type { get; set; }

    public string? CategoryCode { get; set; }

    public string Subcategory { get; set; } = string.Empty;

    public DateOnly? ApprovedOn { get; set; }

    /// <summary>Null where the extract does not say, or not clearly.</summary>
    public DateOnly? CreatedOn { get; set; }

    /// <summary>What the box says.</summary>
    public TcoInvolvement RecordedTco { get; set; }

    /// <summary>What the record counts as: not recorded, while the box contradicts its own two tests.</summary>
    public TcoInvolvement TcoInvolvement { get; set; }

    public bool? HasAssociation { get; set; }

    public bool? CrossesBorders { get; set; }

    public string Office { get; set; } = string.Empty;
}

/// <summary>One row on its way through the checks.</summary>
public sealed class RowCheck(ExtractRow row, ExtractReading reading)
{
    private int faultyColumns;
    private int formulaColumns;

    /// <summary>What is known from the other rows.</summary>
    public ExtractReading Reading { get; } = reading;

    public RecordDraft Draft { get; } = new();

    public ExtractRow Row { get; } = row;

    public string this[ExtractColumn column] => Row[column];

    /// <summary>Is the row left out?</summary>
    public bool HasError => faultyColumns != 0;

    /// <summary>Has this column an error already? A second one would only be its consequence.</summary>
    public bool IsFaulty(ExtractColumn column) => (faultyColumns & ExtractRow.Bit(column)) != 0;

    /// <summary>Was it found to begin a formula?</summary>
    public bool IsFormula(ExtractColumn column) => (formulaColumns & ExtractRow.Bit(column)) != 0;

    public void Error(ExtractColumn column, string code, string message)
    {
        faultyColumns |= ExtractRow.Bit(column);
        Report(column, code, message, ProblemSeverity.Error);
    }

    public void Warn(ExtractColumn column, string code, string message) =>
        Report(column, code, message, ProblemSeverity.Warning);

    public void WarnOfFormula(ExtractColumn column, string message)
    {
        formulaColumns |= ExtractRow.Bit(column);
        Warn(column, ProblemCodes.FormulaText, message);
    }

    private void Report(ExtractColumn column, string code, string message, ProblemSeverity severity) =>
        Reading.Report(
            new ExtractProblem(Row.Number, column.Name(), code, ExtractProblem.Shorten(Row[column]), message, severity)
        );
}
