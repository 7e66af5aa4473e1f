using System.Globalization;

namespace ScrBudget.Web.Cycles;

/// <summary>Addresses of data calls and of what belongs to them.</summary>
internal static class CyclePaths
{
    public const string All = ShellPaths.Cycles;

    /// <summary>Where everybody reads and acknowledges the training that concerns them.</summary>
    public const string OwnTraining = ShellPaths.Training;

    public static string Settings(int year) => string.Create(CultureInfo.InvariantCulture, $"{All}/{year}");

    public static string Guidance(int year) => $"{Settings(year)}/guidance";

    /// <summary>A version's file as a download.</summary>
    public static string GuidanceFile(int year, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Guidance(year)}/{number}/file");

    /// <summary>A cycle's material, and who has read it.</summary>
    public static string Training(int year) => $"{Settings(year)}/training";
}
