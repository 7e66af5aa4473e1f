using System.Globalization;
using System.Runtime.InteropServices;

namespace ScrBudget.Bench;

/// <summary>Where and when the figures were taken.</summary>
internal sealed record Machine(
    string Date,
    int Cores,
    string Runtime,
    string System,
    string LoadBefore,
    string LoadAfter
)
{
    public static Machine Describe(string loadBefore) =>
        new(
            TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            Environment.ProcessorCount,
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.OSDescription,
            loadBefore,
            Load()
        );

    /// <summary>Processes that ran or waited to, on average, over 1, 5 and 15 minutes; more than there are cores means a busy machine.</summary>
    public static string Load() =>
        OperatingSystem.IsLinux()
            ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3))
            : "not known on this system";
}
