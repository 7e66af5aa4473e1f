using System.Globalization;

namespace ScrBudget.Web.Review.Deciding;

/// <summary>Addresses of ranks and of amounts by stage.</summary>
internal static class DecidingPaths
{
    public const string Overall = ShellPaths.Deciding;
    public const string Stages = $"{Overall}/stages";

    /// <summary>Downloads of a budget year's amounts.</summary>
    public const string StagesCsv = $"{Stages}.csv";
    public const string StagesWorkbook = $"{Stages}.xlsx";

    public static string Office(string code) => $"{Overall}/{Uri.EscapeDataString(code)}";

    /// <summary>The same page of a budget year.</summary>
    public static string Of(string path, int budgetYear) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}?fy={budgetYear}");
}
