using System.CommandLine;
using ScrBudget.Application.Audit;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget evidence verify</c></summary>
internal static class EvidenceCommands
{
    private const string Description = """
        Recompute the hash of every audit entry in the database, compare each chain with the head that its subject keeps,
        and each submitted document with its hash. Exit code 1 when anything was changed, inserted or removed.

        Example:
          scrbudget evidence verify --database sqlite:demo/scrbudget.db
        """;

    public static Command Build(CommandHost host)
    {
        var verify = new Command("verify", Description);
        host.WithDatabase(verify, VerifyAsync);
        return new Command("evidence", "What happened, and whether the record of it is whole") { verify };
    }

    private static async Task<int> VerifyAsync(DatabaseRun run)
    {
        var verified = await run.Get<VerifyEvidence>().ExecuteAsync(run.By, run.Cancellation);
        if (!verified.IsDone)
        {
            return run.Refuse(verified.Refusal);
        }

        var result = verified.Value;
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    verified = result.IsVerified,
                    entries = result.Entries,
                    problems = result.Problems,
                }
            );
        }
        else if (result.IsVerified)
        {
            await run.Output.WriteLineAsync($"{result.Entries:N0} entries verified. Nothing was changed.");
        }

        foreach (var problem in result.Problems)
        {
            await run.Error.WriteLineAsync($"{problem.Subject}, entry {problem.Sequence}: {problem.Problem}");
        }

        return result.IsVerified ? ExitCodes.Done : ExitCodes.Refused;
    }
}
