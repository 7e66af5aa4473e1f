using ScrBudget.Application.Tracking;

namespace ScrBudget.Web.Tracking;

/// <summary>Addresses of tracking, its lists and its files, declared once.</summary>
internal static class TrackingPaths
{
    public const string Overview = ShellPaths.Tracking;
    public const string Requests = $"{Overview}/requests";
    public const string CrossChecks = $"{Overview}/cross-checks";

    /// <summary>Where training is kept, by cycle: who has read it and who has not.</summary>
    public const string Training = "/cycles";

    /// <summary>A table as a file, without its ending.</summary>
    public static string Table(TrackingTable table) => $"{Overview}/{table.ToString().ToLowerInvariant()}";
}
