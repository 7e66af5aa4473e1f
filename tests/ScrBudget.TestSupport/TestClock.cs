using Microsoft.Extensions.Time.Testing;

namespace ScrBudget.TestSupport;

/// <summary>A clock that stands on January 15, 2027, in the FY 2029 call, until a test moves it; its zone is UTC.</summary>
public sealed class TestClock() : FakeTimeProvider(StartsAt)
{
    public static readonly DateTimeOffset StartsAt = new(2027, 1, 15, 14, 0, 0, TimeSpan.Zero);

    /// <summary>The same moment as rules and storage take it.</summary>
    public static DateTime StartUtc => StartsAt.UtcDateTime;
}
