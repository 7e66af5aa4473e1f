using System.CommandLine;
using System.Globalization;
using ScrBudget.Application.ScrData;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget scr publish NUMBER --quality FILE.json</c></summary>
internal static class ScrPublishCommand
{
    private const string Description = """
        Publish an imported snapshot: from then on it can be cited and never changes. --quality gives the five statements
        as JSON: {"verification", "sources", "requiredAccuracy", "limitations", "compensation"}.

        Example:
          scrbudget scr publish 2 --quality quality.json
        """;

    private static readonly Argument<int> Number = new("NUMBER")
    {
        Description = "The snapshot's number, as import tells it",
    };

    private static readonly Option<string> Quality = new("--quality")
    {
        Description = "The five quality statements, as JSON",
        HelpName = "FILE.json",
        Required = true,
    };

    public static Command Build(CommandHost host)
    {
        var command = new Command("publish", Description) { Number, Quality };
        host.WithDatabase(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(DatabaseRun run)
    {
        var quality = await QualityFile.ReadAsync(run.Parsed.GetRequiredValue(Quality), run.Cancellation);
        if (!quality.IsDone)
        {
            return run.Refuse(quality.Refusal);
        }

        var number = run.Parsed.GetRequiredValue(Number);
        var published = await run.Get<PublishSnapshot>()
            .ExecuteAsync(new PublishSnapshotInput(number, quality.Value), run.By, run.Cancellation);
        if (!published.IsDone)
        {
            return run.Refuse(published.Refusal);
        }

        if (run.IsJson)
        {
            run.WriteJson(new { snapshot = number, published = true });
        }
        else
        {
            await run.Output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"Snapshot {number} is published.")
            );
        }

        return ExitCodes.Done;
    }
}
