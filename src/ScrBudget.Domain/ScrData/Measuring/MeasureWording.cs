using System.Globalization;

namespace ScrBudget.Domain.ScrData.Measuring;

/// <summary>How the measure is worded wherever it is printed.</summary>
public static class MeasureWording
{
    public const string Name = "Number/percent of significant cases that resulted in a disruption or dismantlement";

    public const string Break =
        "Until FY 2020 the measure was a percentage, from FY 2021 it is a count: the two are not one series.";

    /// <summary>Why FY 2019 missed its target (OIG-23-59, footnote 7).</summary>
    public const string Missed2019 =
        "FY 2019 missed its target: resources had been moved to unplanned initiatives, which indirectly contributed to fewer disruptions and dismantlements (OIG-23-59, footnote 7).";

    public static string Title(this Denominator denominator) =>
        denominator switch
        {
            Denominator.ApprovedInYear => "Approved in the year",
            Denominator.OpenAtYearEnd => "Open at year end",
            _ => "As published",
        };

    /// <summary>What the denominator counts, in a sentence.</summary>
    public static string Explained(this Denominator denominator) =>
        denominator switch
        {
            Denominator.ApprovedInYear =>
                "Initial investigations of the snapshot that were approved in the fiscal year.",
            Denominator.OpenAtYearEnd =>
                "Cases of the snapshot with an initial investigation approved by the last day of the fiscal year and no dismantlement approved by then. Cases opened before the extract begins are missing from it.",
            _ =>
                "Implied, not published: the year's published count divided by its published percentage. The report does not give the number that was divided by.",
        };

    public static string Title(this MeasureWay way) =>
        way switch
        {
            MeasureWay.AsApproved => "As approved",
            MeasureWay.TcoYes => "TCO involvement: yes only",
            _ => "TCO involvement: yes, with not recorded as a range",
        };

    public static string Title(this MeasureUnit unit) => unit == MeasureUnit.Percent ? "Percent" : "Count";

    /// <summary><c>22.9 %</c>, <c>698</c>, <c>0 to 698</c>, or why there is none.</summary>
    public static string Words(MeasureValue value)
    {
        if (value is not { From: { } from, To: { } to })
        {
            return value.WhyNot!;
        }

        return from == to ? Number(value.Unit, to) : $"{Plain(value.Unit, from)} to {Number(value.Unit, to)}";
    }

    /// <summary>With its unit: <c>22.9 %</c> or <c>1,083</c>.</summary>
    public static string Number(MeasureUnit unit, decimal value) =>
        unit == MeasureUnit.Percent ? $"{Plain(unit, value)} %" : Plain(unit, value);

    private static string Plain(MeasureUnit unit, decimal value) =>
        value.ToString(unit == MeasureUnit.Percent ? "N1" : "N0", CultureInfo.InvariantCulture);
}
