using System.CommandLine;
using System.Text;
using ScrBudget.Application;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Requests;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget data generate --scrs N --seed S --out FILE</c>, and with <c>--requests N</c> a cycle on the database.</summary>
internal static class DataCommands
{
    private const string Description = """
        Invent an extract of SCRs from FY 2017 to a day, for trials and load tests. The same number, seed and day give the
        same file everywhere. At 8275 SCRs in FY 2017–2022 the yearly counts of disruptions and dismantlements and the
        5,016 cases equal the published ones (OIG-23-59); everything else is made up, later years follow in proportion
        (about 1,400 SCRs each). TCO involvement is recorded from 2023-07-18 on. Its first line says that it is synthetic,
        and the import takes it so.

        With --requests it also invents requests of the budget year --fy on the database, at every step from draft to
        transmission, marked synthetic in their titles; where the database has no SCR statistics yet, it imports the
        extract first. It refuses a database whose current statistics are not synthetic.

        Examples:
          scrbudget data generate --scrs 8275 --seed 1 --out extract.csv
          scrbudget data generate --requests 128 --scrs 8275 --seed 1 --fy 2029
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
        Description = "The file to write, which is replaced when it is there; needed unless --requests is given",
        HelpName = "FILE",
    };

    private static readonly Option<int> Requests = Typed.Number(
        "--requests",
        "Number of requests to invent on the database",
        standard: null,
        1,
        GenerateRequests.Maximum
    );

    private static readonly Option<FiscalYear> BudgetYear = Typed.FiscalYear(
        "--fy",
        "Budget year of the invented requests; its call is opened where it is not there",
        LoadDemo.OpenCall
    );

    public static Command Build(CommandHost host)
    {
        var generate = new Command("generate", Description) { Scrs, Seed, Through, Out, Requests, BudgetYear };
        generate.Validators.Add(result =>
        {
            if (result.GetResult(Out) is null && result.GetResult(Requests) is null)
            {
                result.AddError("Name the file to write, --out FILE, or how many requests to invent, --requests N.");
            }
        });
        host.WithDatabaseWhere(
            generate,
            parsed => parsed.GetResult(Requests) is not null,
            GenerateAllAsync,
            GenerateExtractAsync
        );
        return new Command("data", "Synthetic data for trials and load tests") { generate };
    }

    private static async Task<int> GenerateExtractAsync(CommandRun run)
    {
        var target = OutFile.Parse(run.Parsed.GetRequiredValue(Out));
        if (!target.IsDone)
        {
            return run.Refuse(target.Refusal);
        }

        var path = target.Value;
        var (scrs, seed) = (run.Parsed.GetValue(Scrs), run.Parsed.GetValue(Seed));
        var through = LastDay(run);
        if (!through.IsDone)
        {
            return run.Refuse(through.Refusal);
        }

        int records;
        await using (var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)))
        {
            records = SyntheticExtract.Write(writer, scrs, seed, through.Value, withTitle: true);
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
                    asOf = through.Value,
                    synthetic = true,
                    notice = StatisticWording.Synthetic,
                }
            );
        }
        else
        {
            await run.Output.WriteLineAsync(
                $"{records:N0} invented SCRs, FY 2017 to {through.Value:yyyy-MM-dd}, in {path}. Synthetic: not results of any agency."
            );
            await run.Output.WriteLineAsync($"Next: scrbudget scr import {path} --as-of {through.Value:yyyy-MM-dd}");
        }

        return ExitCodes.Done;
    }

    private static Outcome<DateOnly> LastDay(CommandRun run)
    {
        var today = TimeProvider.System.Today();
        var through = run.Parsed.GetResult(Through) is null ? today : run.Parsed.GetValue(Through);
        return through < SyntheticExtract.PublishedThrough || through > today
            ? new Refusal(
                "through-outside",
                $"--through {through:yyyy-MM-dd}: give a day from {SyntheticExtract.PublishedThrough:yyyy-MM-dd} to today, {today:yyyy-MM-dd}."
            )
            : through;
    }

    /// <summary>Statistics where there are none, then the requests; and the file too, where one is named.</summary>
    private static async Task<int> GenerateAllAsync(DatabaseRun run)
    {
        var through = LastDay(run);
        if (!through.IsDone)
        {
            return run.Refuse(through.Refusal);
        }

        if (run.Parsed.GetResult(Out) is not null)
        {
            if (run.IsJson)
            {
                return run.Refuse(
                    new Refusal("two-results", "With --json ask for the file and for the requests in two commands.")
                );
            }

            var written = await GenerateExtractAsync(run);
            if (written != ExitCodes.Done)
            {
                return written;
            }
        }

        var current = await run.Get<SnapshotQueries>().CurrentAsync(run.By, run.Cancellation);
        if (current.Refusal is { Code: "no-published-snapshot" })
        {
            await run.Error.WriteLineAsync("Synthetic statistics …");
            if (await ImportAsync(run, through.Value) is { } problem)
            {
                return run.Refuse(problem);
            }
        }

        await run.Error.WriteLineAsync("Requests …");
        var generated = await run.Get<GenerateRequests>()
            .ExecuteAsync(
                new GenerateRequestsInput(
                    run.Parsed.GetValue(Requests),
                    run.Parsed.GetValue(BudgetYear),
                    run.Parsed.GetValue(Seed)
                ),
                run.By,
                run.Cancellation
            );
        if (!generated.IsDone)
        {
            return run.Refuse(generated.Refusal);
        }

        await ReportAsync(run, generated.Value);
        return ExitCodes.Done;
    }

    private static async Task<Refusal?> ImportAsync(DatabaseRun run, DateOnly through)
    {
        var (scrs, seed) = (run.Parsed.GetValue(Scrs), run.Parsed.GetValue(Seed));
        await using var extract = SyntheticExtract.Create(scrs, seed, through, withTitle: true);
        var imported = await run.Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [new(extract, SyntheticExtract.FileName(scrs, seed))],
                    through,
                    IsSynthetic: true,
                    through > SyntheticExtract.PublishedThrough
                        ? SyntheticExtract.LaterQuality
                        : SyntheticExtract.Quality
                ),
                run.By,
                run.Cancellation
            );
        return imported.Refusal;
    }

    private static async Task ReportAsync(DatabaseRun run, GeneratedRequests generated)
    {
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    requests = generated.Count,
                    fiscalYear = generated.BudgetYear.Year,
                    seed = run.Parsed.GetValue(Seed),
                    snapshot = generated.SnapshotNumber,
                    byStatus = generated.ByStatus.Select(status => new
                    {
                        status = status.Key.Title(),
                        requests = status.Value,
                    }),
                    synthetic = true,
                    notice = SyntheticRequest.Notice,
                }
            );
            return;
        }

        await run.Output.WriteLineAsync(
            $"{generated.Count:N0} invented requests of {generated.BudgetYear}: {string.Join(", ", generated.ByStatus.Select(status => $"{status.Value} {status.Key.Title().ToLowerInvariant()}"))}."
        );
        await run.Output.WriteLineAsync(
            $"They cite snapshot {generated.SnapshotNumber}. Synthetic: not requests or results of any agency."
        );
    }
}
