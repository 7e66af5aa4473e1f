using System.CommandLine;
using System.Text.Json;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget scr import FILE --as-of DATE [--synthetic] [--publish --quality FILE.json]</c></summary>
internal static class ScrImportCommand
{
    /// <summary>Problems of one kind that are listed without <c>--json</c>.</summary>
    private const int Listed = 20;

    private const string Description = """
        Import an extract of approved SCRs (CSV) as a new snapshot. Rows with an error are left out, counted and listed;
        a file that is not an extract is refused whole. A snapshot is cited only once it is published, for which
        --quality gives the five statements as JSON: {"verification", "sources", "requiredAccuracy", "limitations",
        "compensation"}.

        Example:
          scrbudget scr import extract.csv --as-of 2022-10-31 --publish --quality quality.json
        """;

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "The extract; several files where one export came in several",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<DateOnly> AsOf = Required(
        Typed.Date("--as-of", "The day of the export: no approval can be later")
    );

    private static readonly Option<bool> Synthetic = new("--synthetic")
    {
        Description = "The records are invented; every page that shows them says so",
    };

    private static readonly Option<bool> Publish = new("--publish")
    {
        Description = "Publish the snapshot at once; needs --quality",
    };

    private static readonly Option<string> Quality = new("--quality")
    {
        Description = "The five quality statements, as JSON; needs --publish",
        HelpName = "FILE.json",
    };

    private static readonly Option<bool> Again = new("--again")
    {
        Description = "Import although the same files were imported before",
    };

    private static readonly Option<int?> ExpectRows = Expected<int>("--expect-rows", "SCRs exported", "N");
    private static readonly Option<int?> ExpectCases = Expected<int>("--expect-cases", "Distinct cases exported", "N");

    private static readonly Option<DateOnly> ExpectFirst = Typed.Date(
        "--expect-first",
        "Control total: the first date of approval; publishing asks why when it differs"
    );

    private static readonly Option<DateOnly> ExpectLast = Typed.Date(
        "--expect-last",
        "Control total: the last date of approval; publishing asks why when it differs"
    );

    private static readonly Option<string> Source = new("--source")
    {
        Description = "The system or office that the files come from",
        HelpName = "NAME",
    };

    private static readonly Option<string> Sheet = new("--sheet")
    {
        Description = "The sheet of a workbook; its first visible one without this",
        HelpName = "NAME",
    };

    public static Command Build(CommandHost host)
    {
        var command = new Command("import", Description)
        {
            Files,
            AsOf,
            Synthetic,
            Publish,
            Quality,
            Again,
            ExpectRows,
            ExpectCases,
            ExpectFirst,
            ExpectLast,
            Source,
            Sheet,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Publish) != (result.GetResult(Quality) is not null))
            {
                result.AddError(
                    "--publish and --quality go together: a snapshot is published with its five quality statements."
                );
            }
        });
        host.WithDatabase(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(DatabaseRun run)
    {
        var paths = run.Parsed.GetRequiredValue(Files);
        if (Array.Find(paths, path => !File.Exists(path)) is { } missing)
        {
            return run.Refuse(new Refusal("file-not-found", $"There is no file {missing}."));
        }

        QualityStatements? quality = null;
        if (run.Parsed.GetValue(Quality) is { } qualityPath)
        {
            var read = await QualityFile.ReadAsync(qualityPath, run.Cancellation);
            if (!read.IsDone)
            {
                return run.Refuse(read.Refusal);
            }

            quality = read.Value;
        }

        var contents = paths.Select(File.OpenRead).ToList();
        var imported = await run.Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [
                        .. contents.Zip(
                            paths,
                            (content, path) =>
                                new ExtractToImport(
                                    content,
                                    Path.GetFileName(path),
                                    run.Parsed.GetValue(Source),
                                    new ExtractChoices(run.Parsed.GetValue(Sheet))
                                )
                        ),
                    ],
                    run.Parsed.GetValue(AsOf),
                    run.Parsed.GetValue(Synthetic),
                    quality,
                    new ProgressLines(run.Error, "rows read", run.Get<TimeProvider>())
                )
                {
                    Again = run.Parsed.GetValue(Again),
                    ControlTotals = new ControlTotals(
                        run.Parsed.GetValue(ExpectRows),
                        run.Parsed.GetValue(ExpectCases),
                        Given(run, ExpectFirst),
                        Given(run, ExpectLast)
                    ),
                },
                run.By,
                run.Cancellation
            );
        contents.ForEach(content => content.Dispose());
        if (!imported.IsDone)
        {
            return run.Refuse(imported.Refusal);
        }

        if (run.IsJson)
        {
            await WriteJsonAsync(run, imported.Value);
        }
        else
        {
            await PrintAsync(run, imported.Value);
        }

        return ExitCodes.Done;
    }

    private static async Task WriteJsonAsync(DatabaseRun run, ImportResult result)
    {
        var problems = run.Get<ReadProblems>();
        run.WriteJson(
            new
            {
                snapshot = result.SnapshotNumber,
                result.Rows,
                result.Records,
                result.Cases,
                errors = await ListAsync(ProblemSeverity.Error),
                warnings = await ListAsync(ProblemSeverity.Warning),
                published = result.IsPublished,
            }
        );

        async Task<List<object>> ListAsync(ProblemSeverity severity)
        {
            var list = new List<object>();
            var filter = new ProblemFilter(severity);
            await foreach (var problem in problems.AllAsync(result.SnapshotNumber, filter, run.By, run.Cancellation))
            {
                list.Add(Json(problem));
            }

            return list;
        }
    }

    private static object Json(ExtractProblem problem) =>
        new
        {
            file = problem.ExtractNumber,
            problem.Row,
            problem.Column,
            problem.Code,
            problem.Value,
            problem.Message,
        };

    private static async Task PrintAsync(DatabaseRun run, ImportResult result)
    {
        await run.Output.WriteLineAsync(
            $"Snapshot {result.SnapshotNumber} ({(result.IsPublished ? "published" : "not published yet")}): {result.Records:N0} records of {result.Cases:N0} cases, from {result.Rows:N0} rows."
        );
        await run.Output.WriteLineAsync(
            $"{result.Errors:N0} errors, whose rows are left out; {result.Warnings:N0} warnings."
        );
        var problems = run.Get<ReadProblems>();
        var groups = await problems.GroupsAsync(result.SnapshotNumber, run.By, run.Cancellation);
        foreach (var group in groups.IsDone ? groups.Value : [])
        {
            var filter = new ProblemFilter(group.Severity, group.Code);
            var first = await problems.PageAsync(result.SnapshotNumber, filter, 0, Listed, run.By, run.Cancellation);
            Print(run.Output, group, first.Value);
        }
    }

    private static void Print(TextWriter output, ProblemGroup group, IReadOnlyList<ExtractProblem> listed)
    {
        // What is said of each of them is said once.
        var same = listed.DistinctBy(problem => problem.Message).Count() == 1;
        output.WriteLine();
        output.WriteLine($"{group.Severity} {group.Code}: {group.Count:N0}");
        if (same)
        {
            output.WriteLine($"  {listed[0].Message}");
        }

        foreach (var problem in listed)
        {
            output.WriteLine($"  {Place(problem)}“{problem.Value}”{(same ? string.Empty : $": {problem.Message}")}");
        }

        if (group.Count > listed.Count)
        {
            output.WriteLine($"  and {group.Count - listed.Count:N0} more; --json lists them all");
        }
    }

    private static string Place(ExtractProblem problem) =>
        (problem.ExtractNumber == 1 ? string.Empty : $"file {problem.ExtractNumber}, ")
        + $"row {problem.Row}, {(problem.Column.Length == 0 ? string.Empty : problem.Column + " ")}";

    private static DateOnly? Given(DatabaseRun run, Option<DateOnly> option) =>
        run.Parsed.GetResult(option) is null ? null : run.Parsed.GetValue(option);

    private static Option<T?> Expected<T>(string name, string what, string help)
        where T : struct =>
        new(name) { Description = $"Control total: {what}; publishing asks why when it differs", HelpName = help };

    private static Option<T> Required<T>(Option<T> option)
    {
        option.Required = true;
        return option;
    }
}
