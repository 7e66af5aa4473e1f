using System.Globalization;

namespace ScrBudget.Web.Identity;

/// <summary>
/// How long a session lasts without a keystroke or a click: 30 minutes (NIST SP 800-63B, AAL2), or
/// <c>ScrBudget:IdleMinutes</c>, from a sixth of a minute, for trials, to a day.
/// </summary>
public sealed record SessionLength
{
    public const string Setting = "ScrBudget:IdleMinutes";

    private static readonly TimeSpan Default = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private SessionLength(TimeSpan idle) => Idle = idle;

    public TimeSpan Idle { get; }

    public int IdleSeconds => (int)Idle.TotalSeconds;

    /// <summary>Null when the setting is no number of minutes, or out of its limits.</summary>
    public static SessionLength? Parse(string? minutes)
    {
        if (string.IsNullOrWhiteSpace(minutes))
        {
            return new SessionLength(Default);
        }

        return
            double.TryParse(minutes, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given)
            && given >= Shortest.TotalMinutes
            && given <= Longest.TotalMinutes
            ? new SessionLength(TimeSpan.FromMinutes(given))
            : null;
    }
}
