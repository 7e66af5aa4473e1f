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

    /// <summary>Downloads of a ranking: over all offices, or of the one that <c>office</c> names.</summary>
    public const string RanksCsv = $"{Overall}.csv";
    public const string RanksWorkbook = $"{Overall}.xlsx";

    /// <summary>A download of a ranking.</summary>
    public static string Ranks(string path, int budgetYear, string? officeCode) =>
        Of(path, budgetYear) + (officeCode is null ? string.Empty : $"&office={Uri.EscapeDataString(officeCode)}");

    public static string Office(string code) => $"{Overall}/{Uri.EscapeDataString(code)}";

    /// <summary>The same page of a budget year.</summary>
    public static string Of(string path, int budgetYear) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}?fy={budgetYear}");
}
