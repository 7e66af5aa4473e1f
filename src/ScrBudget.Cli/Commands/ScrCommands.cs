using System.CommandLine;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget scr …</c></summary>
internal static class ScrCommands
{
    public static Command Build(CommandHost host) =>
        new("scr", "Significant Case Report data: import extracts, read statistics, project samples")
        {
            ScrImportCommand.Build(host),
            ScrPublishCommand.Build(host),
            ScrSnapshotCommands.List(host),
            ScrSnapshotCommands.Problems(host),
            ScrSnapshotCommands.Withdraw(host),
            ScrSnapshotCommands.Discard(host),
            ScrStatisticsCommand.Build(host),
            ScrMeasureCommand.Build(host),
            ScrSampleSizeCommand.Build(host),
            ScrProjectCommand.Build(host),
        };
}
