using System.Globalization;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData;

internal sealed class ApprovedDateCheck : IExtractCheck
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
        else if (!DateText.TryParse(text, row.Row.HasSerialDates, out var date))
        {
            row.Error(
                Column,
                ProblemCodes.DateInvalid,
                "This is not a date. Write year, month and day (2022-03-31), or month, day and year (3/31/2022)."
            );
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

/// <summary>The day on which the SCR was created only decides whether the TCO box was mandatory, so no fault leaves a row out.</summary>
internal sealed class CreatedDateCheck : IExtractCheck
{
    public void Check(RowCheck row)
    {
        const ExtractColumn Column = ExtractColumn.CreatedDate;
        var text = row[Column];
        if (text.Length == 0 || row.IsFaulty(Column))
        {
            return;
        }

        if (!DateText.TryParse(text, row.Row.HasSerialDates, out var date))
        {
            row.Warn(
                Column,
                ProblemCodes.CreatedDateInvalid,
                "This is not a date, so the approval date stands for it. Write year, month and day (2022-03-31), or month, day and year (3/31/2022)."
            );
        }
        else if (row.Draft.ApprovedOn < date)
        {
            row.Warn(
                Column,
                ProblemCodes.CreatedAfterApproved,
                "The SCR was created after its approval, so the approval date stands for it. Correct one of the two in the case system."
            );
        }
        else
        {
            row.Draft.CreatedOn = date;
        }
    }
}

/// <summary>The fiscal year is that of the approval date; a column that says another is doubted, not followed.</summary>
internal sealed class FiscalYearCheck : IExtractCheck
{
    public void Check(RowCheck row)
    {
        const ExtractColumn Column = ExtractColumn.FiscalYear;
        var text = row[Column];
        if (text.Length == 0 || row.IsFaulty(Column))
        {
            return;
        }

        if (!FiscalYear.TryParse(text, out var stated))
        {
            row.Warn(
                Column,
                ProblemCodes.FiscalYearInvalid,
                "This is not a fiscal year; the approval date counts. Write four digits: 2022."
            );
        }
        else if (row.Draft.ApprovedOn is { } approved && FiscalYear.Of(approved) != stated)
        {
            row.Warn(
                Column,
                ProblemCodes.FiscalYearDisagrees,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The approval date {approved:yyyy-MM-dd} lies in FY {FiscalYear.Of(approved).Year}, which counts. Correct one of the two in the case system."
                )
            );
        }
    }
}
