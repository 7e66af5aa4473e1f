using Microsoft.Extensions.Time.Testing;
using ScrBudget.Application;

namespace ScrBudget.Tests;

public sealed class OfficeTimeTests
{
    [Theory]
    [InlineData("America/New_York", 2026, 10, 1, 3, "2026-09-30")]
    [InlineData("America/New_York", 2026, 10, 1, 4, "2026-10-01")]
    [InlineData("America/New_York", 2026, 1, 15, 4, "2026-01-14")]
    [InlineData("UTC", 2026, 10, 1, 3, "2026-10-01")]
    public void Today_IsTheDayInTheOfficesZone(string zone, int year, int month, int day, int hourUtc, string today)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(year, month, day, hourUtc, 0, 0, TimeSpan.Zero));
        clock.SetLocalTimeZone(OfficeTime.Parse(zone).Value.LocalTimeZone);

        Assert.Equal(today, $"{clock.Today():yyyy-MM-dd}");
    }

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    // As SQLite and SQL Server give it back.
    [InlineData(DateTimeKind.Unspecified)]
    public void DayOf_IsTheDayInTheOfficesZone_WhateverTheDatabaseGaveBack(DateTimeKind kind)
    {
        var washington = OfficeTime.Parse("America/New_York").Value;
        var evening = new DateTime(2027, 1, 16, 1, 30, 0, kind);

        Assert.Equal(new DateOnly(2027, 1, 15), washington.DayOf(evening));
        Assert.Equal(new DateTime(2027, 1, 15, 20, 30, 0), washington.Local(evening));
    }

    [Fact]
    public void Zone_IsTheMachinesUnlessSet() =>
        Assert.Equal(TimeZoneInfo.Local, OfficeTime.Parse(" ").Value.LocalTimeZone);

    [Fact]
    public void ZoneThatIsUnknown_IsRefusedByName()
    {
        var refusal = OfficeTime.Parse("Mars/Olympus").Refusal;

        Assert.Equal("time-zone-unknown", refusal?.Code);
        Assert.Contains("Mars/Olympus", refusal!.Message, StringComparison.Ordinal);
    }
}
