using System.Diagnostics;

namespace ScrBudget.Bench;

/// <summary>What this process has used since this was made: processor time, managed memory, largest working set.</summary>
internal sealed class ProcessUse
{
    private readonly TimeSpan cpuBefore = Cpu();
    private readonly long allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);

    private ProcessUse() { }

    /// <summary>Counts anew, with what earlier measurements left given back; elsewhere than on Linux the largest working set stays that of the whole process.</summary>
    public static ProcessUse Start()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            // 5 makes the kernel forget the peak (proc(5)).
            File.WriteAllText("/proc/self/clear_refs", "5");
        }

        return new ProcessUse();
    }

    /// <summary>These times, with what each run used on average.</summary>
    public Runs Over(IReadOnlyList<double> times)
    {
        using var self = Process.GetCurrentProcess();
        var cpu = Cpu() - cpuBefore;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
        return new Runs(times, cpu.TotalMilliseconds / times.Count, allocated / times.Count, self.PeakWorkingSet64);
    }

    private static TimeSpan Cpu() => Environment.CpuUsage.TotalTime;
}
