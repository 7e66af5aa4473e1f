using System.CommandLine;
using ScrBudget.Application.Audit;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget evidence verify</c></summary>
internal static class EvidenceCommands
{
    private const string Description = """
        Recompute the evidence and name what was changed, inserted or removed. Exit code 1 when anything was.

        Checked: the hash of every audit entry and its place in its chain; the end of each chain against what its subject
        keeps; every stored value of each request (facts, texts, cost lines, overrides, attached statistics, answers,
        status, submissions with their documents), data call, snapshot and account (name, office, roles) against its last
        entry; every SCR record against the hash kept at import. Not checked: passwords, text being typed, and the
        reference lists (offices, categories, published tables). Whoever may write the whole database can recompute every
        hash: keep the heads of the chains elsewhere.

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
                    subjects = result.Subjects,
                    records = result.Records,
                    problems = result.Problems,
                }
            );
        }
        else if (result.IsVerified)
        {
            await run.Output.WriteLineAsync(
                $"{result.Entries:N0} entries of {result.Subjects:N0} subjects and {result.Records:N0} SCR records verified. Nothing was changed."
            );
        }

        foreach (var problem in result.Problems)
        {
            await run.Error.WriteLineAsync($"{problem.Subject}, entry {problem.Sequence}: {problem.Problem}");
        }

        return result.IsVerified ? ExitCodes.Done : ExitCodes.Refused;
    }
}
