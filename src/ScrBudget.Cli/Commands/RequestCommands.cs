using System.CommandLine;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget request list | show | quad-chart | exhibit</c></summary>
internal static class RequestCommands
{
    private static readonly Argument<string> Number = new("NUMBER")
    {
        Description = "The request's number, as FY2029-VAP-003",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The file to write; it is replaced when it is there",
        HelpName = "FILE",
        Required = true,
    };

    public static Command Build(CommandHost host)
    {
        var year = new Option<FiscalYear?>("--fy")
        {
            Description = "Of this budget year only",
            HelpName = "2029",
            CustomParser = result =>
            {
                if (FiscalYear.TryParse(result.Tokens[0].Value, out var parsed))
                {
                    return parsed;
                }

                result.AddError($"--fy: “{result.Tokens[0].Value}” is not a fiscal year, as 2029.");
                return null;
            },
        };
        var list = new Command("list", "List requests, latest budget year first.") { year };
        host.WithDatabase(list, run => ListAsync(run, run.Parsed.GetValue(year)));

        var show = new Command(
            "show",
            "Show one request: what it asks for, how it answers each SCR category, what it cites."
        )
        {
            Number,
        };
        host.WithDatabase(show, ShowAsync);

        return new Command("request", "Resource requests and their documents")
        {
            list,
            show,
            Document(
                host,
                "quad-chart",
                "Print the one-page quad chart: a draft as it stands, a submitted one as it was handed in.",
                "pdf",
                (print, run, number) => print.QuadChartAsync(number, run.By, run.Cancellation)
            ),
            Document(
                host,
                "exhibit",
                "Print the program change exhibit from the office's Word template.",
                "docx",
                (print, run, number) => print.ExhibitAsync(number, run.By, run.Cancellation)
            ),
        };
    }

    /// <param name="format">The one format of this document so far.</param>
    private static Command Document(
        CommandHost host,
        string name,
        string description,
        string format,
        Func<PrintRequest, DatabaseRun, string, Task<Outcome<PrintedFile>>> print
    )
    {
        var formatOption = new Option<string>("--format")
        {
            Description = "The document's format",
            DefaultValueFactory = _ => format,
        };
        formatOption.AcceptOnlyFromAmong(format);
        var command = new Command(name, description) { Number, formatOption, Out };
        host.WithDatabase(
            command,
            async run =>
            {
                var path = OutFile.Parse(run.Parsed.GetRequiredValue(Out));
                if (!path.IsDone)
                {
                    return run.Refuse(path.Refusal);
                }

                var printed = await print(run.Get<PrintRequest>(), run, run.Parsed.GetRequiredValue(Number));
                if (!printed.IsDone)
                {
                    return run.Refuse(printed.Refusal);
                }

                await File.WriteAllBytesAsync(path.Value, printed.Value.Content, run.Cancellation);
                if (run.IsJson)
                {
                    run.WriteJson(new { file = path.Value, bytes = printed.Value.Content.Length });
                }
                else
                {
                    await run.Output.WriteLineAsync(path.Value);
                }

                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static async Task<int> ListAsync(DatabaseRun run, FiscalYear? year)
    {
        var lines = await run.Get<ListRequests>()
            .ExecuteAsync(new ListRequestsInput(BudgetYear: year?.Year), run.By, run.Cancellation);
        if (run.IsJson)
        {
            run.WriteJson(
                lines.Select(line => new
                {
                    line.Number,
                    line.Title,
                    office = line.OfficeName,
                    fiscalYear = line.BudgetYear,
                    status = line.Status.ToString(),
                    dollars = line.Request.Dollars,
                    line.Positions,
                    line.Fte,
                    worked = line.IsWorkedExample,
                })
            );
            return ExitCodes.Done;
        }

        foreach (var line in lines)
        {
            await run.Output.WriteLineAsync(
                $"{line.Number, -18}{line.Status, -11}{line.Request, 14}  {line.Positions, 4} positions  {line.Title}"
            );
        }

        await run.Output.WriteLineAsync($"{lines.Count} {(lines.Count == 1 ? "request" : "requests")}");
        return ExitCodes.Done;
    }

    private static async Task<int> ShowAsync(DatabaseRun run)
    {
        var read = await run.Get<ReadRequest>()
            .ExecuteAsync(run.Parsed.GetRequiredValue(Number), run.By, run.Cancellation);
        if (!read.IsDone)
        {
            return run.Refuse(read.Refusal);
        }

        var summary = RequestSummary.Of(read.Value);
        if (run.IsJson)
        {
            run.WriteJson(summary);
            return ExitCodes.Done;
        }

        var composed = read.Value.Composed;
        await run.Output.WriteLineAsync($"{summary.Number}  {summary.Title}");
        await run.Output.WriteLineAsync(
            $"{summary.Office} · {read.Value.Around.Cycle.Year} · {composed.Cost.Headline} · {read.Value.Request.Status.Title(read.Value.Request.Decision)}"
        );
        foreach (var amount in summary.Amounts)
        {
            await run.Output.WriteLineAsync($"  {amount.Stage, -14}${amount.Dollars:N0}, by {amount.By}");
        }

        foreach (var decision in summary.Decisions)
        {
            var reason = decision.Reason.Length == 0 ? string.Empty : $": {decision.Reason}";
            await run.Output.WriteLineAsync($"  {decision.Decision, -14}{decision.Category}{reason}");
        }

        foreach (var figure in composed.Document.Figures.Items)
        {
            await run.Output.WriteLineAsync($"  {figure.Token, -6}{figure.Sentence}");
        }

        foreach (var line in composed.Document.Figures.Caveats.Concat(composed.Document.Figures.Sources))
        {
            await run.Output.WriteLineAsync($"        {line}");
        }

        foreach (var gap in composed.Completeness.Gaps)
        {
            await run.Output.WriteLineAsync($"  gap     {gap.Message}");
        }

        foreach (var warning in composed.Completeness.Warnings)
        {
            await run.Output.WriteLineAsync($"  warning {warning.Message}");
        }

        return ExitCodes.Done;
    }
}
