using System.Diagnostics;

namespace ScrBudget.Bench;

/// <summary>The largest working set, which Linux counts from the start of a process or from the last time it was told to forget.</summary>
internal static class ProcessMemory
{
    private const string Forget = "5";

    /// <summary>Counts this process's peak anew, with what earlier measurements left given back; elsewhere than on Linux the peak stays the process's.</summary>
    public static void ForgetPeak()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText("/proc/self/clear_refs", Forget);
        }
    }

    /// <summary>Of this process, in bytes.</summary>
    public static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
