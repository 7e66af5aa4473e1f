using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using ScrBudget.Cli.Commands;

namespace ScrBudget.Cli;

/// <summary>The operators' and scripts' door to the same use cases that the site calls.</summary>
public static class CommandLineProgram
{
    private const string Description = """
        ScrBudget: resource requests that rest on Significant Case Report (SCR) statistics.

        Examples:
          scrbudget demo --out demo
          scrbudget request exhibit FY2029-VAP-001 --out exhibit.docx
          scrbudget data generate --scrs 8275 --seed 1 --out extract.csv
          scrbudget scr import extract.csv --as-of 2026-10-31
          scrbudget scr statistics --category TCAC --fy 2017-2022
          scrbudget scr statistics --category "Cyber-Enabled Crime" --fy 2022 --count cases --json

        Exit codes:
          0  done (records left out for their errors are done, and counted)
          1  the input is refused or verification finds problems; why stands on standard error
          2  the command is typed wrongly

        The database is a SQLite file in the data folder (SCRBUDGET_DATA, else your local application data), made when
        it is not there. Standard output holds the result alone, progress goes to standard error.
        """;

    /// <summary>Runs one command.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellation = default
    )
    {
        var parsed = BuildRoot().Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            await error.WriteLineAsync($"Try: {PathTo(parsed.CommandResult.Command)} --help");
            return ExitCodes.Usage;
        }

        if (parsed.Action is HelpAction)
        {
            ShortenSubcommands(parsed.CommandResult.Command);
        }

        // A mistake of the program should show as one, with its stack trace, not as a refusal. Ctrl+C is the caller's:
        // it cancels the token that every command is given.
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await error.WriteLineAsync("Stopped; nothing was changed.");
            return ExitCodes.Refused;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
        {
            await error.WriteLineAsync(failure.Message);
            return ExitCodes.Refused;
        }
    }

    private static RootCommand BuildRoot()
    {
        var host = new CommandHost();
        var root = new RootCommand(Description)
        {
            DemoCommand.Build(host),
            RequestCommands.Build(host),
            ScrCommands.Build(host),
            EvidenceCommands.Build(host),
            DataCommands.Build(host),
            DatabaseCommands.Build(host),
        };
        host.AddOptionsTo(root);
        return root;
    }

    /// <summary>In its parent's list a command is its first sentence; its own help has the rest and the examples.</summary>
    private static void ShortenSubcommands(Command parent)
    {
        foreach (var listed in parent.Subcommands)
        {
            var text = listed.Description!.ReplaceLineEndings(" ");
            var end = text.IndexOf(". ", StringComparison.Ordinal);
            listed.Description = end < 0 ? text : text[..end];
        }
    }

    private static string PathTo(Command command)
    {
        var names = new List<string>();
        for (var at = command; at is not RootCommand; at = at.Parents.OfType<Command>().First())
        {
            names.Insert(0, at.Name);
        }

        return string.Join(' ', names.Prepend("scrbudget"));
    }
}
