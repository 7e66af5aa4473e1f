using System.CommandLine;
using System.Text;
using ScrBudget.Application;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget data generate --scrs N --seed S --out FILE</c></summary>
internal static class DataCommands
{
    private const string Description = """
        Invent an extract of SCRs from FY 2017 to a day, for trials and load tests. The same number, seed and day give the
        same file everywhere. At 8275 SCRs in FY 2017–2022 the yearly counts of disruptions and dismantlements and the
        5,016 cases equal the published ones (OIG-23-59); everything else is made up, later years follow in proportion
        (about 1,400 SCRs each). TCO involvement is recorded from 2023-07-18 on. Its first line says that it is synthetic,
        and the import takes it so.

        Example:
          scrbudget data generate --scrs 8275 --seed 1 --out extract.csv
        """;

    private static readonly Option<int> Scrs = Typed.Number(
        "--scrs",
        "Number of SCRs in FY 2017–2022",
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

    private static readonly Option<DateOnly> Through = Typed.Date(
        "--through",
        "The last day of approval, from 2022-09-30 (the published years alone) to today; else today"
    );

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The file to write; it is replaced when it is there",
        HelpName = "FILE",
        Required = true,
    };

    public static Command Build(CommandHost host)
    {
        var generate = new Command("generate", Description) { Scrs, Seed, Through, Out };
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
        var today = TimeProvider.System.Today();
        var through = run.Parsed.GetResult(Through) is null ? today : run.Parsed.GetValue(Through);
        if (through < SyntheticExtract.PublishedThrough || through > today)
        {
            return run.Refuse(
                new Refusal(
                    "through-outside",
                    $"--through {through:yyyy-MM-dd}: give a day from {SyntheticExtract.PublishedThrough:yyyy-MM-dd} to today, {today:yyyy-MM-dd}."
                )
            );
        }

        int records;
        await using (var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)))
        {
            records = SyntheticExtract.Write(writer, scrs, seed, through, withTitle: true);
        }

        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    file = path,
                    scrs,
                    records,
                    seed,
                    asOf = through,
                    synthetic = true,
                    notice = StatisticWording.Synthetic,
                }
            );
        }
        else
        {
            await run.Output.WriteLineAsync(
                $"{records:N0} invented SCRs, FY 2017 to {through:yyyy-MM-dd}, in {path}. Synthetic: not results of any agency."
            );
            await run.Output.WriteLineAsync($"Next: scrbudget scr import {path} --as-of {through:yyyy-MM-dd}");
        }

        return ExitCodes.Done;
    }
}
