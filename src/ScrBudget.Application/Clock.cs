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

    /// <summary>Today where the office is (<see cref="OfficeTime"/>).</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().DateTime);
}
