namespace ScrBudget.Domain.ScrData;

/// <summary>
/// One check of a row. It reads text, leaves what it found in the draft and reports problems. A check that needs what an
/// earlier one did not find says nothing: a problem suppresses its own consequences.
/// </summary>
public interface IExtractCheck
{
    void Check(RowCheck row);
}

/// <summary>The checks of a row, in the order in which it passes them.</summary>
public static class ExtractChecks
{
    public static IReadOnlyList<IExtractCheck> All { get; } =
    [
        new LengthCheck(),
        new ControlCharacterCheck(),
        new FormulaCheck(),
        new ScrNumberCheck(),
        new CaseNumberCheck(),
        new TypeCheck(),
        new ApprovedDateCheck(),
        new CreatedDateCheck(),
        new FiscalYearCheck(),
        new CategoryCheck(),
        new SubcategoryCheck(),
        new YesNoCheck(),
        new TcoCheck(),
        new OfficeCheck(),
    ];
}

/// <summary>A field longer than its column holds; cut silently, two numbers could become one.</summary>
internal sealed class LengthCheck : IExtractCheck
{
    public void Check(RowCheck row)
    {
        foreach (var column in ExtractColumns.All)
        {
            if (row[column].Length > column.MaximumLength())
            {
                row.Error(
                    column,
                    ProblemCodes.TooLong,
                    $"The field has {row[column].Length} characters; at most {column.MaximumLength()} are allowed. Correct it in the case system."
                );
            }
        }
    }
}

/// <summary>No database or document takes them; they were removed when the row was read.</summary>
internal sealed class ControlCharacterCheck : IExtractCheck
{
    public void Check(RowCheck row)
    {
        if (row.Row.CleanedColumns == 0)
        {
            return;
        }

        foreach (var column in ExtractColumns.All)
        {
            if ((row.Row.CleanedColumns & ExtractRow.Bit(column)) != 0)
            {
                row.Warn(
                    column,
                    ProblemCodes.ControlCharacters,
                    "The field held characters that cannot be printed; they were removed. Check that the rest is right."
                );
            }
        }
    }
}

/// <summary>
/// Text that a spreadsheet would evaluate, in the columns that keep any text. In the others it is no value that they
/// know, which is what their own checks say.
/// </summary>
internal sealed class FormulaCheck : IExtractCheck
{
    private static readonly ExtractColumn[] Columns =
    [
        ExtractColumn.ScrNumber,
        ExtractColumn.CaseNumber,
        ExtractColumn.Subcategory,
        ExtractColumn.Office,
    ];

    public void Check(RowCheck row)
    {
        foreach (var column in Columns)
        {
            var text = row[column];
            if (
                text.Length == 0
                || row.IsFaulty(column)
                || (!SpreadsheetText.BeginsFormula(text) && (row.Row.IndentedColumns & ExtractRow.Bit(column)) == 0)
            )
            {
                continue;
            }

            row.WarnOfFormula(
                column,
                column == ExtractColumn.Subcategory
                    ? "The field begins a formula. It is never evaluated and no subcategory: the record counts for the category only. Correct it in the case system."
                    : "The field begins a formula: kept as text, never evaluated, neutralised on export. Correct it in the case system."
            );
        }
    }
}

internal sealed class ScrNumberCheck : IExtractCheck
{
    public void Check(RowCheck row)
    {
        if (row.IsFaulty(ExtractColumn.ScrNumber))
        {
            return;
        }

        // Capitals, for databases differ in whether they tell the two cases of a letter apart.
        var number = row[ExtractColumn.ScrNumber].ToUpperInvariant();
        if (number.Length == 0)
        {
            row.Error(
                ExtractColumn.ScrNumber,
                ProblemCodes.ScrNumberMissing,
                "The SCR number is missing. Add it in the case system."
            );
        }
        else
        {
            row.Draft.ScrNumber = number;
        }
    }
}

internal sealed class CaseNumberCheck : IExtractCheck
{
    public void Check(RowCheck row)
    {
        if (row.IsFaulty(ExtractColumn.CaseNumber))
        {
            return;
        }

        var number = row[ExtractColumn.CaseNumber].ToUpperInvariant();
        if (number.Length == 0)
        {
            row.Error(
                ExtractColumn.CaseNumber,
                ProblemCodes.CaseNumberMissing,
                "The case number is missing, so the case could not be counted. Add it in the case system."
            );
        }
        else
        {
            row.Draft.CaseNumber = number;
        }
    }
}

internal sealed class TypeCheck : IExtractCheck
{
    private static readonly Dictionary<string, ScrType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Initial Investigation"] = ScrType.InitialInvestigation,
        ["Disruption"] = ScrType.Disruption,
        ["Dismantlement"] = ScrType.Dismantlement,
    };

    public void Check(RowCheck row)
    {
        var text = row[ExtractColumn.ScrType];
        if (Types.TryGetValue(text, out var type))
        {
            row.Draft.Type = type;
        }
        else if (!row.IsFaulty(ExtractColumn.ScrType))
        {
            row.Error(
                ExtractColumn.ScrType,
                text.Length == 0 ? ProblemCodes.TypeMissing : ProblemCodes.TypeUnknown,
                $"{(text.Length == 0 ? "The SCR type is missing" : "The SCR type is unknown")}. Use one of: {string.Join(", ", Types.Keys)}."
            );
        }
    }
}

internal sealed class OfficeCheck : IExtractCheck
{
    public void Check(RowCheck row) => row.Draft.Office = row[ExtractColumn.Office];
}
