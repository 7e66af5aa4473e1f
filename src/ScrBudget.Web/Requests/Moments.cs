using System.Globalization;
using ScrBudget.Application;

namespace ScrBudget.Web.Requests;

/// <summary>Points in time as screens write them.</summary>
internal static class Moments
{
    /// <summary><c>Mar 3, 2027, 2:05 PM</c>, in the zone of the office (<see cref="OfficeTime"/>).</summary>
    public static string Print(this TimeProvider time, DateTime utc) =>
        time.Local(utc).ToString("MMM d, yyyy, h:mm tt", CultureInfo.InvariantCulture);
}
