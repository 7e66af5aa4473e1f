using System.CommandLine;
using System.Globalization;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget scr snapshots</c>, <c>withdraw</c>, <c>discard</c> and <c>problems</c>.</summary>
internal static class ScrSnapshotCommands
{
    private static readonly Argument<int> Number = new("NUMBER")
    {
        Description = "The snapshot's number, as import tells it",
    };

    private static readonly Option<string> Reason = new("--reason")
    {
        Description = "Why, in a sentence; kept in the trail",
        HelpName = "TEXT",
        Required = true,
    };

    private static readonly Option<bool> Csv = new("--csv") { Description = "Write comma-separated values" };

    public static Command List(CommandHost host)
    {
        var command = new Command("snapshots", "List the snapshots, newest first");
        host.WithDatabase(command, ListAsync);
        return command;
    }

    public static Command Withdraw(CommandHost host) =>
        Change(
            host,
            "withdraw",
            "Withdraw a published snapshot as erroneous: nobody can cite it any more, it stays readable",
            "withdrawn",
            (run, number, reason) =>
                run.Get<WithdrawSnapshot>()
                    .ExecuteAsync(new WithdrawSnapshotInput(number, reason), run.By, run.Cancellation)
        );

    public static Command Discard(CommandHost host) =>
        Change(
            host,
            "discard",
            "Give a candidate up: its records are deleted, its number stays taken",
            "discarded",
            (run, number, reason) =>
                run.Get<DiscardSnapshot>()
                    .ExecuteAsync(new DiscardSnapshotInput(number, reason), run.By, run.Cancellation)
        );

    public static Command Problems(CommandHost host)
    {
        var command = new Command("problems", "Write all problems that an import found, as CSV, or as JSON with --json")
        {
            Number,
            Csv,
        };
        host.WithDatabase(command, WriteProblemsAsync);
        return command;
    }

    private static Command Change(
        CommandHost host,
        string name,
        string description,
        string done,
        Func<DatabaseRun, int, string, Task<Outcome>> change
    )
    {
        var command = new Command(name, description) { Number, Reason };
        host.WithDatabase(
            command,
            async run =>
            {
                var number = run.Parsed.GetRequiredValue(Number);
                var changed = await change(run, number, run.Parsed.GetRequiredValue(Reason));
                if (!changed.IsDone)
                {
                    return run.Refuse(changed.Refusal);
                }

                if (run.IsJson)
                {
                    run.WriteJson(new { snapshot = number, status = done });
                }
                else
                {
                    await run.Output.WriteLineAsync(
                        string.Create(CultureInfo.InvariantCulture, $"Snapshot {number} is {done}.")
                    );
                }

                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static async Task<int> ListAsync(DatabaseRun run)
    {
        var list = await run.Get<SnapshotQueries>().ListAsync(run.By, run.Cancellation);
        if (!list.IsDone)
        {
            return run.Refuse(list.Refusal);
        }

        if (run.IsJson)
        {
            run.WriteJson(
                list.Value.Select(snapshot => new
                {
                    snapshot = snapshot.Number,
                    status = snapshot.Status.ToString().ToLowerInvariant(),
                    snapshot.AsOf,
                    snapshot.RecordCount,
                    snapshot.CaseCount,
                    snapshot.IsSynthetic,
                    snapshot.FileNames,
                })
            );
            return ExitCodes.Done;
        }

        foreach (var snapshot in list.Value)
        {
            await run.Output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{snapshot.Number, 4}  {snapshot.Status, -10} as of {snapshot.AsOf:yyyy-MM-dd}  {snapshot.RecordCount:N0} records of {snapshot.CaseCount:N0} cases{(snapshot.IsSynthetic ? ", synthetic" : string.Empty)}  {snapshot.FileNames}"
                )
            );
        }

        return ExitCodes.Done;
    }

    private static async Task<int> WriteProblemsAsync(DatabaseRun run)
    {
        var number = run.Parsed.GetRequiredValue(Number);
        var found = await run.Get<SnapshotQueries>().ByNumberAsync(number, run.By, run.Cancellation);
        if (!found.IsDone)
        {
            return run.Refuse(found.Refusal);
        }

        var export = run.Get<ExportProblems>();
        if (!run.IsJson)
        {
            await export.WriteCsvAsync(number, run.Output, run.By, run.Cancellation);
            return ExitCodes.Done;
        }

        using var json = new MemoryStream();
        await export.WriteJsonAsync(number, json, run.By, run.Cancellation);
        await run.Output.WriteLineAsync(System.Text.Encoding.UTF8.GetString(json.ToArray()));
        return ExitCodes.Done;
    }
}
