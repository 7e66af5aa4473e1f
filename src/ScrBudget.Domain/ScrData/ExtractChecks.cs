using System.Globalization;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData;

/// <summary>
/// One check of a row. It reads text, leaves what it found in the draft and reports problems. A check that needs what an
/// earlier one did not find says nothing: a problem suppresses its own consequences.
/// </summary>
public interface IExtractCheck
{
    void Check(RowCheck row);
}

/// <summary>The checks of the clean form, in the order in which a row passes them.</summary>
public static class ExtractChecks
{
    public static IReadOnlyList<IExtractCheck> All { get; } =
    [
        new LengthCheck(),
        new ScrNumberCheck(),
        new CaseNumberCheck(),
        new TypeCheck(),
        new DateCheck(),
        new CategoryCheck(),
        new SubcategoryCheck(),
        new YesNoCheck(),
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

internal sealed class DateCheck : IExtractCheck
{
    private static readonly DateOnly Earliest = new FiscalYear(FiscalYear.Earliest).FirstDay;

    public void Check(RowCheck row)
    {
        const ExtractColumn Column = ExtractColumn.ApprovedDate;
        var text = row[Column];
        if (row.IsFaulty(Column))
        {
            return;
        }

        if (text.Length == 0)
        {
            row.Error(
                Column,
                ProblemCodes.DateMissing,
                "The approval date is missing, so the fiscal year is unknown. Add it in the case system."
            );
        }
        else if (
            !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        )
        {
            row.Error(Column, ProblemCodes.DateInvalid, "This is not a date. Write year, month and day: 2022-03-31.");
        }
        else if (date < Earliest)
        {
            row.Error(
                Column,
                ProblemCodes.DateOutOfRange,
                $"The date lies before {Earliest:yyyy-MM-dd}. Correct the year."
            );
        }
        else if (date > row.Reading.AsOf)
        {
            row.Error(
                Column,
                ProblemCodes.DateAfterAsOf,
                $"The date lies after the as-of date {row.Reading.AsOf:yyyy-MM-dd}. Correct one of the two."
            );
        }
        else
        {
            row.Draft.ApprovedOn = date;
        }
    }
}

internal sealed class CategoryCheck : IExtractCheck
{
    public void Check(RowCheck row)
    {
        const ExtractColumn Column = ExtractColumn.Category;
        var text = row[Column];
        if (row.Reading.Catalogue.TryFind(text, out var category))
        {
            row.Draft.CategoryCode = category.Code;
        }
        else if (text.Length == 0)
        {
            row.Error(Column, ProblemCodes.CategoryMissing, "The category is missing. Add it in the case system.");
        }
        else if (!row.IsFaulty(Column))
        {
            row.Error(
                Column,
                ProblemCodes.CategoryUnknown,
                $"The category is not in the taxonomy; nearest: {row.Reading.Catalogue.Nearest(text)}. Correct it, or have it added."
            );
        }
    }
}

internal sealed class SubcategoryCheck : IExtractCheck
{
    public void Check(RowCheck row)
    {
        var text = row[ExtractColumn.Subcategory];
        if (row.Draft.CategoryCode is not { } category || text.Length == 0 || row.IsFaulty(ExtractColumn.Subcategory))
        {
            return;
        }

        if (row.Reading.Catalogue.TryFindSubcategory(category, text, out var subcategory))
        {
            row.Draft.Subcategory = subcategory.Name;
        }
        else
        {
            row.Warn(
                ExtractColumn.Subcategory,
                ProblemCodes.SubcategoryUnknown,
                "The subcategory is not in the taxonomy of its category: the record counts for the category only. Have it added, or correct it."
            );
        }
    }
}

/// <summary>TCO involvement and its two tests: yes, no, or blank for not recorded.</summary>
internal sealed class YesNoCheck : IExtractCheck
{
    public void Check(RowCheck row)
    {
        row.Draft.TcoInvolvement = Parse(row, ExtractColumn.TcoInvolvement) switch
        {
            true => TcoInvolvement.Yes,
            false => TcoInvolvement.No,
            null => TcoInvolvement.NotRecorded,
        };
        row.Draft.HasAssociation = Parse(row, ExtractColumn.Association);
        row.Draft.CrossesBorders = Parse(row, ExtractColumn.CrossesBorders);
    }

    private static bool? Parse(RowCheck row, ExtractColumn column)
    {
        var text = row[column];
        if (text.Length == 0 || row.IsFaulty(column))
        {
            return null;
        }

        if (
            text.Equals("yes", StringComparison.OrdinalIgnoreCase)
            || text.Equals("y", StringComparison.OrdinalIgnoreCase)
        )
        {
            return true;
        }

        if (
            !text.Equals("no", StringComparison.OrdinalIgnoreCase)
            && !text.Equals("n", StringComparison.OrdinalIgnoreCase)
        )
        {
            row.Error(
                column,
                ProblemCodes.YesNoUnknown,
                "This is neither Yes nor No. Leave the field blank where it was not recorded."
            );
            return null;
        }

        return false;
    }
}

internal sealed class OfficeCheck : IExtractCheck
{
    public void Check(RowCheck row) => row.Draft.Office = row[ExtractColumn.Office];
}
