namespace ScrBudget.Domain.ScrData;

internal sealed class CategoryCheck : IExtractCheck
{
    public void Check(RowCheck row)
    {
        const ExtractColumn Column = ExtractColumn.Category;
        var text = row[Column];
        if (row.IsFaulty(Column))
        {
            return;
        }

        if (text.Length == 0)
        {
            row.Error(Column, ProblemCodes.CategoryMissing, "The category is missing. Add it in the case system.");
        }
        else if (!row.Reading.Catalogue.TryFind(text, out var category))
        {
            row.Error(
                Column,
                ProblemCodes.CategoryUnknown,
                $"The category is not in the taxonomy; nearest: {row.Reading.Catalogue.Nearest(text)}. Correct it, or have it mapped or added."
            );
        }
        else if (row.Draft.ApprovedOn is { } approved && !category.IsInForce(approved))
        {
            row.Error(
                Column,
                ProblemCodes.CategoryNotInForce,
                $"{category.Name} was not in force on {approved:yyyy-MM-dd}{Period(category.EffectiveFrom, category.EffectiveTo)}. Correct the category or the date, or have the category's dates changed."
            );
        }
        else
        {
            row.Draft.CategoryCode = category.Code;
        }
    }

    /// <summary><c> (from 2020-10-01 to 2022-09-30)</c></summary>
    internal static string Period(DateOnly? from, DateOnly? to) =>
        (from, to) switch
        {
            ({ } first, { } last) => $" (from {first:yyyy-MM-dd} to {last:yyyy-MM-dd})",
            ({ } first, null) => $" (from {first:yyyy-MM-dd} on)",
            (null, { } last) => $" (until {last:yyyy-MM-dd})",
            _ => string.Empty,
        };
}

internal sealed class SubcategoryCheck : IExtractCheck
{
    public void Check(RowCheck row)
    {
        const ExtractColumn Column = ExtractColumn.Subcategory;
        var text = row[Column];
        if (
            row.Draft.CategoryCode is not { } category
            || text.Length == 0
            || row.IsFaulty(Column)
            || row.IsFormula(Column)
        )
        {
            return;
        }

        if (!row.Reading.Catalogue.TryFindSubcategory(category, text, out var subcategory))
        {
            row.Warn(
                Column,
                ProblemCodes.SubcategoryUnknown,
                "The subcategory is not in the taxonomy of its category: the record counts for the category only. Have it added, or correct it."
            );
        }
        else if (row.Draft.ApprovedOn is { } approved && !subcategory.IsInForce(approved))
        {
            row.Warn(
                Column,
                ProblemCodes.SubcategoryNotInForce,
                $"The subcategory was not in force on {approved:yyyy-MM-dd}{CategoryCheck.Period(subcategory.EffectiveFrom, subcategory.EffectiveTo)}: the record counts for the category only. Correct it, or have its dates changed."
            );
        }
        else
        {
            row.Draft.Subcategory = subcategory.Name;
        }
    }
}
