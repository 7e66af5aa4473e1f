using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ScrBudget.Data;

/// <summary>Times are stored and read as UTC, cut to whole milliseconds, the finest that every database keeps.</summary>
public sealed class UtcConverter()
    : ValueConverter<DateTime, DateTime>(
        time => new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc),
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc)
    );
