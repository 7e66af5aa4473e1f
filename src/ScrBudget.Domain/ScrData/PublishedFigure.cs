namespace ScrBudget.Domain.ScrData;

/// <summary>One figure that the report OIG-23-59 publishes, with the table or page that it stands in.</summary>
public sealed class PublishedFigure
{
    public const int TableLength = 60;
    public const int LabelLength = 120;
    public const int UnitLength = 20;
    public const int SourceLength = 120;

    public PublishedFigure(
        string table,
        string row,
        string column,
        int? fiscalYear,
        decimal value,
        string unit,
        string source
    )
    {
        Table = table;
        Row = row;
        Column = column;
        FiscalYear = fiscalYear;
        Value = value;
        Unit = unit;
        Source = source;
    }

    /// <summary>Which set of figures: see <see cref="PublishedTables"/>. With row and column, the key.</summary>
    public string Table { get; private set; }

    /// <summary>The row's label: a fiscal year, a category in full, a quantity.</summary>
    public string Row { get; private set; }

    /// <summary>The column's label: <c>target</c>, <c>total</c>.</summary>
    public string Column { get; private set; }

    /// <summary>Null where the figure is for the whole of FY 2017–2022.</summary>
    public int? FiscalYear { get; private set; }

    /// <summary>Exact, as printed; <c>0.90</c> for a confidence level of 90 %.</summary>
    public decimal Value { get; private set; }

    /// <summary><c>percent</c>, <c>count</c> or <c>ratio</c>.</summary>
    public string Unit { get; private set; }

    /// <summary>Where it is printed: <c>OIG-23-59 Table 3</c>.</summary>
    public string Source { get; private set; }
}

/// <summary>The sets of published figures.</summary>
public static class PublishedTables
{
    /// <summary>Targets and results of the measure; percent until FY 2020, a count from FY 2021: never one line.</summary>
    public const string MeasureResults = "measure-results";

    /// <summary>SCRs found not to be about a TCO, by category: counts without denominators, never a rate.</summary>
    public const string NotTcoByCategory = "not-tco-by-category";

    /// <summary>Disruptions and dismantlements reported, and those of the sample found wrong.</summary>
    public const string ReportedVsInaccurate = "reported-vs-inaccurate";

    /// <summary>Single figures of the sample, its projection and the requests read.</summary>
    public const string Sample = "sample";
}
