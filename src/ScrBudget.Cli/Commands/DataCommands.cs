using System.CommandLine;
using System.Text;
using ScrBudget.Application.ScrData;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget data generate --scrs N --seed S --out FILE</c></summary>
internal static class DataCommands
{
    private const string Description = """
        Invent an extract of SCRs for FY 2017–2022, for trials and load tests. The same number and seed give the same
        file everywhere. At 8275 SCRs the yearly counts of disruptions and dismantlements and the 5,016 cases equal the
        published ones (OIG-23-59); everything else is made up. Import it with --synthetic.

        Example:
          scrbudget data generate --scrs 8275 --seed 1 --out extract.csv
        """;

    private static readonly Option<int> Scrs = Typed.Number(
        "--scrs",
        "Number of SCRs",
        SyntheticExtract.PublishedScrs,
        1,
        SyntheticExtract.MaximumScrs
    );

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Where the invention starts",
        HelpName = "S",
        DefaultValueFactory = _ => SyntheticExtract.DemoSeed,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The file to write; it is replaced when it is there",
        HelpName = "FILE",
        Required = true,
    };

    public static Command Build(CommandHost host)
    {
        var generate = new Command("generate", Description) { Scrs, Seed, Out };
        host.WithoutDatabase(generate, GenerateAsync);
        return new Command("data", "Synthetic data for trials and load tests") { generate };
    }

    private static async Task<int> GenerateAsync(CommandRun run)
    {
        var target = OutFile.Parse(run.Parsed.GetRequiredValue(Out));
        if (!target.IsDone)
        {
            return run.Refuse(target.Refusal);
        }

        var path = target.Value;
        var (scrs, seed) = (run.Parsed.GetValue(Scrs), run.Parsed.GetValue(Seed));
        await using (var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)))
        {
            SyntheticExtract.Write(writer, scrs, seed);
        }

        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    file = path,
                    scrs,
                    seed,
                    asOf = SyntheticExtract.AsOf,
                    synthetic = true,
                }
            );
        }
        else
        {
            await run.Output.WriteLineAsync($"{scrs:N0} invented SCRs in {path}.");
            await run.Output.WriteLineAsync(
                $"Next: scrbudget scr import {path} --as-of {SyntheticExtract.AsOf:yyyy-MM-dd} --synthetic"
            );
        }

        return ExitCodes.Done;
    }
}
