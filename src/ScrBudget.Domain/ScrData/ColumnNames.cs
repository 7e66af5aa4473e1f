using System.Text;

namespace ScrBudget.Domain.ScrData;

/// <summary>The names under which case systems export the columns. Letters and digits count, in any case: <c>TCO?</c> is <c>Tco</c>.</summary>
public static class ColumnNames
{
    private static readonly Dictionary<ExtractColumn, string[]> Others = new()
    {
        [ExtractColumn.ScrNumber] =
        [
            "SCR",
            "SCR No",
            "SCR Num",
            "SCR ID",
            "SCR Report Number",
            "Sig Case Report",
            "Sig Case Report Number",
            "Sig Case Report No",
            "Sig Case Report ID",
            "Significant Case Report",
            "Significant Case Report Number",
            "Significant Case Report No",
            "Significant Case Report ID",
        ],
        [ExtractColumn.CaseNumber] =
        [
            "Case",
            "Case No",
            "Case Num",
            "Case ID",
            "ICM Case",
            "ICM Case Number",
            "ICM Case No",
            "ICM Case ID",
            "ICM Number",
        ],
        [ExtractColumn.ScrType] =
        [
            "Type",
            "Type of SCR",
            "Report Type",
            "SCR Report Type",
            "Sig Case Report Type",
            "Significant Case Report Type",
        ],
        [ExtractColumn.Category] =
        [
            "Criminal Category",
            "Crime Category",
            "Case Category",
            "SCR Category",
            "Category Name",
            "Investigative Category",
        ],
        [ExtractColumn.Subcategory] =
        [
            "Criminal Subcategory",
            "Crime Subcategory",
            "Case Subcategory",
            "SCR Subcategory",
            "Subcategory Name",
        ],
        [ExtractColumn.ApprovedDate] =
        [
            "Approved",
            "Approved On",
            "Approval Date",
            "Date Approved",
            "Date of Approval",
            "SCR Approved Date",
            "SCR Approval Date",
        ],
        [ExtractColumn.TcoInvolvement] =
        [
            "TCO",
            "Is TCO",
            "TCO Involved",
            "Involves TCO",
            "TCO Indicator",
            "TCO Flag",
            "TCO Y/N",
            "TCO Yes/No",
            "TCO Involvement Y/N",
            "TCO Involvement Yes/No",
            "Transnational Criminal Organization",
            "Transnational Criminal Organization Involvement",
        ],
        [ExtractColumn.Association] =
        [
            "Association",
            "Association of Individuals Y/N",
            "Has Association",
            "Is Association",
            "Self-Perpetuating Association",
        ],
        [ExtractColumn.CrossesBorders] =
        [
            "Crosses Borders",
            "Crosses Border",
            "Crosses International Border",
            "Crosses International Borders Y/N",
            "Border Crossing",
            "Cross Border",
            "International Border Crossing",
            "Operates Across International Borders",
            "Transnational",
        ],
        [ExtractColumn.Office] =
        [
            "SAC",
            "SAC Office",
            "Field Office",
            "HSI Office",
            "Office Name",
            "Responsible Office",
        ],
        [ExtractColumn.CreatedDate] =
        [
            "Created",
            "Created On",
            "Creation Date",
            "Date Created",
            "Date of Creation",
            "SCR Created Date",
            "SCR Creation Date",
        ],
        [ExtractColumn.FiscalYear] =
        [
            "FY",
            "Approved FY",
            "FY Approved",
            "Approved Fiscal Year",
            "Approval Fiscal Year",
        ],
    };

    private static readonly Dictionary<string, ExtractColumn> ByKey = ExtractColumns
        .All.SelectMany(column => Others[column].Prepend(column.Name()).Select(name => (Key: Key(name), column)))
        .ToDictionary(known => known.Key, known => known.column, StringComparer.Ordinal);

    /// <summary>The column that goes by this name; null when none does.</summary>
    public static ExtractColumn? Match(string name) => ByKey.TryGetValue(Key(name), out var column) ? column : null;

    /// <summary>Does the name equal our own, not only one of the usual ones?</summary>
    public static bool IsOwn(ExtractColumn column, string name) => AreSame(column.Name(), name);

    public static bool AreSame(string name, string other) => Key(name).Equals(Key(other), StringComparison.Ordinal);

    /// <summary>Letters and digits as capitals; an ampersand counts as <c>and</c>.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character))
            {
                key.Append(char.ToUpperInvariant(character));
            }
            else if (character == '&')
            {
                key.Append("AND");
            }
        }

        return key.ToString();
    }
}
