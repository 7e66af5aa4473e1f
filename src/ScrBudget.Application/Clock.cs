namespace ScrBudget.Application;

/// <summary>The time as it is stored, and the day as it is printed.</summary>
public static class Clock
{
    /// <summary>UTC, cut to milliseconds, the finest that every database keeps: a hash over it means the same everywhere.</summary>
    public static DateTime Now(this TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
    }

    /// <summary>A moment as the office's clock shows it (<see cref="OfficeTime"/>).</summary>
    /// <param name="utc">As it is stored; what a database gives back may have lost its kind.</param>
    public static DateTime Local(this TimeProvider time, DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), time.LocalTimeZone);

    /// <summary>The day of a moment where the office is: an evening in Washington is tomorrow in UTC.</summary>
    public static DateOnly DayOf(this TimeProvider time, DateTime utc) => DateOnly.FromDateTime(time.Local(utc));

    /// <summary>Today where the office is (<see cref="OfficeTime"/>).</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().DateTime);
}
