namespace ScrBudget.Domain.ScrData;

/// <summary>The columns of an extract, in the order in which they are written.</summary>
public enum ExtractColumn
{
    ScrNumber,
    CaseNumber,
    ScrType,
    Category,
    Subcategory,
    ApprovedDate,
    TcoInvolvement,
    Association,
    CrossesBorders,
    Office,
    CreatedDate,
    FiscalYear,
}

/// <summary>
/// The form of an extract: seven columns that it must have and five that it may have, in any order. The names of the case
/// system differ from export to export; <see cref="ColumnNames"/> knows the usual ones.
/// </summary>
public static class ExtractColumns
{
    private static readonly (string Name, int Length, bool IsRequired)[] Columns =
    [
        ("SCR Number", ScrRecord.NumberLength, true),
        ("Case Number", ScrRecord.NumberLength, true),
        ("SCR Type", 40, true),
        ("Category", ScrCategory.NameLength, true),
        ("Subcategory", ScrSubcategory.NameLength, false),
        ("Approved Date", 40, true),
        ("TCO Involvement", 40, true),
        ("Association of Individuals", 40, false),
        ("Crosses International Borders", 40, false),
        ("Office", ScrRecord.OfficeLength, false),
        ("Created Date", 40, false),
        ("Fiscal Year", 40, false),
    ];

    public static IReadOnlyList<ExtractColumn> All { get; } = Enum.GetValues<ExtractColumn>();

    /// <summary>Without these there is no record.</summary>
    public static IReadOnlyList<ExtractColumn> Required { get; } = [.. All.Where(IsRequired)];

    /// <summary>Those of our own extracts: a record is complete with them.</summary>
    public static IReadOnlyList<ExtractColumn> Written { get; } =
    [.. All.Where(column => column is not (ExtractColumn.CreatedDate or ExtractColumn.FiscalYear))];

    public static int Count => Columns.Length;

    /// <summary>As our own header has it: <c>Approved Date</c>.</summary>
    public static string Name(this ExtractColumn column) => Columns[(int)column].Name;

    /// <summary>Characters that a field of this column may have.</summary>
    public static int MaximumLength(this ExtractColumn column) => Columns[(int)column].Length;

    public static bool IsRequired(this ExtractColumn column) => Columns[(int)column].IsRequired;
}
