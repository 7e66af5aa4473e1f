namespace ScrBudget.Application.Demo;

/// <summary>The demo's fixed dates: it gives the same database and documents on any day.</summary>
internal sealed class DemoClock : TimeProvider
{
    /// <summary>The day after the synthetic extract's as-of date on which its snapshot is published.</summary>
    public static readonly DateTimeOffset Published = new(2022, 11, 1, 14, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Drafted = new(2022, 11, 14, 15, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Submitted = new(2022, 11, 15, 15, 0, 0, TimeSpan.Zero);

    /// <summary>The first day of the open call (<see cref="LoadDemo.OpenCall"/>): earlier, no draft can be started in it.</summary>
    public static readonly DateTimeOffset CallOpened = new(2026, 10, 1, 14, 0, 0, TimeSpan.Zero);

    /// <summary>The as-of date of the second snapshot, which goes on to the fiscal year in progress.</summary>
    public static readonly DateOnly LaterAsOf = new(2026, 10, 31);

    /// <summary>The day after, on which it is published.</summary>
    public static readonly DateTimeOffset LaterPublished = new(2026, 11, 1, 14, 0, 0, TimeSpan.Zero);

    /// <summary>In the data call for the year after next, which the demo site holds open.</summary>
    public static readonly DateTimeOffset OpenCallDrafted = new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Published;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;
}
