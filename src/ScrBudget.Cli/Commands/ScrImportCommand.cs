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

    private static readonly Argument<string> File = new("FILE") { Description = "The extract: CSV with commas, UTF-8" };

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

    public static Command Build(CommandHost host)
    {
        var command = new Command("import", Description) { File, AsOf, Synthetic, Publish, Quality };
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
        var path = run.Parsed.GetRequiredValue(File);
        if (!System.IO.File.Exists(path))
        {
            return run.Refuse(new Refusal("file-not-found", $"There is no file {path}."));
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

        await using var content = System.IO.File.OpenRead(path);
        var imported = await run.Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    content,
                    Path.GetFileName(path),
                    run.Parsed.GetValue(AsOf),
                    run.Parsed.GetValue(Synthetic),
                    quality,
                    new ProgressLines(run.Error, "rows read", run.Get<TimeProvider>())
                ),
                run.By,
                run.Cancellation
            );
        if (!imported.IsDone)
        {
            return run.Refuse(imported.Refusal);
        }

        if (run.IsJson)
        {
            run.WriteJson(Json(imported.Value));
        }
        else
        {
            Print(run.Output, imported.Value);
        }

        return ExitCodes.Done;
    }

    private static object Json(ImportResult result) =>
        new
        {
            snapshot = result.SnapshotNumber,
            result.Rows,
            result.Records,
            result.Cases,
            errors = result.Errors.Select(Json),
            warnings = result.Warnings.Select(Json),
            published = result.IsPublished,
        };

    private static object Json(ExtractProblem problem) =>
        new
        {
            problem.Row,
            problem.Column,
            problem.Code,
            problem.Value,
            problem.Message,
        };

    private static void Print(TextWriter output, ImportResult result)
    {
        output.WriteLine(
            $"Snapshot {result.SnapshotNumber} ({(result.IsPublished ? "published" : "not published yet")}): {result.Records:N0} records of {result.Cases:N0} cases, from {result.Rows:N0} rows."
        );
        output.WriteLine(
            $"{result.Errors.Count:N0} errors, whose rows are left out; {result.Warnings.Count:N0} warnings."
        );
        foreach (var code in result.Errors.Concat(result.Warnings).GroupBy(problem => (problem.Severity, problem.Code)))
        {
            Print(output, $"{code.Key.Severity} {code.Key.Code}", [.. code]);
        }
    }

    private static void Print(TextWriter output, string heading, List<ExtractProblem> problems)
    {
        // What is said of each of them is said once.
        var same = problems.DistinctBy(problem => problem.Message).Count() == 1;
        output.WriteLine();
        output.WriteLine($"{heading}: {problems.Count:N0}");
        if (same)
        {
            output.WriteLine($"  {problems[0].Message}");
        }

        foreach (var problem in problems.Take(Listed))
        {
            output.WriteLine(
                $"  row {problem.Row}, {Place(problem)}“{problem.Value}”{(same ? string.Empty : $": {problem.Message}")}"
            );
        }

        if (problems.Count > Listed)
        {
            output.WriteLine($"  and {problems.Count - Listed:N0} more; --json lists them all");
        }
    }

    private static string Place(ExtractProblem problem) =>
        problem.Column.Length == 0 ? string.Empty : problem.Column + " ";

    private static Option<T> Required<T>(Option<T> option)
    {
        option.Required = true;
        return option;
    }
}
