using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace ScrBudget.Data.Tests;

/// <summary>The test program; with <see cref="DyingProcess.Command"/> it is the process that a test starts and that dies.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [DyingProcess.Command, var task, var setting, var moment])
        {
            await DyingProcess.RunAsync(Enum.Parse<DyingTask>(task), setting, int.Parse(moment));
            return 0;
        }

        // As xunit.v3 generates it.
        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
