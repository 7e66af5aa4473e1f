using ScrBudget.Domain;

namespace ScrBudget.Application;

/// <summary>
/// The system's clock in the zone of the office: a server in UTC would print tomorrow's date on what is printed in the
/// evening. <c>ScrBudget:TimeZone</c> names it (IANA, as <c>America/New_York</c>); the machine's own unless set.
/// </summary>
public sealed class OfficeTime : TimeProvider
{
    public const string Setting = "ScrBudget:TimeZone";

    private OfficeTime(TimeZoneInfo zone) => LocalTimeZone = zone;

    public override TimeZoneInfo LocalTimeZone { get; }

    public static Outcome<OfficeTime> Parse(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return new OfficeTime(TimeZoneInfo.Local);
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(name.Trim(), out var zone)
            ? new OfficeTime(zone)
            : new Refusal(
                "time-zone-unknown",
                $"There is no time zone “{name}”: give a name such as America/New_York."
            );
    }
}
