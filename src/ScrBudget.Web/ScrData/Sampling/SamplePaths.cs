using System.Globalization;

namespace ScrBudget.Web.ScrData.Sampling;

/// <summary>Addresses of samples and of what is in them.</summary>
internal static class SamplePaths
{
    public const string All = ScrDataPaths.Samples;
    public const string New = $"{All}/new";

    public static string Sample(int number) => string.Create(CultureInfo.InvariantCulture, $"{All}/{number}");

    public static string Case(int sample, int order) =>
        string.Create(CultureInfo.InvariantCulture, $"{All}/{sample}/cases/{order}");

    /// <summary>The drawn list as a download.</summary>
    public static string DrawnList(int sample) =>
        string.Create(CultureInfo.InvariantCulture, $"{All}/{sample}/drawn-cases.csv");
}
