namespace ScrBudget.Application.Notices;

/// <summary>What is scheduled by the day comes in the morning, at seven where the office is.</summary>
/// <param name="Day">The day whose morning has begun.</param>
/// <param name="At">That moment, UTC.</param>
internal sealed record OfficeMorning(DateOnly Day, DateTime At)
{
    private static readonly TimeOnly Hour = new(7, 0);

    /// <summary>The last one that has begun: before seven, yesterday's.</summary>
    public static OfficeMorning Last(TimeProvider time)
    {
        var local = time.GetLocalNow().DateTime;
        var day = DateOnly.FromDateTime(local);
        if (TimeOnly.FromDateTime(local) < Hour)
        {
            day = day.AddDays(-1);
        }

        // No zone changes its clocks at seven.
        var morning = day.ToDateTime(Hour, DateTimeKind.Unspecified);
        return new OfficeMorning(day, TimeZoneInfo.ConvertTimeToUtc(morning, time.LocalTimeZone));
    }
}
