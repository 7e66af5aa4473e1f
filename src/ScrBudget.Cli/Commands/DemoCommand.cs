using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Storage;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget demo --out DIR</c></summary>
internal static class DemoCommand
{
    private const string SummaryName = "summary.json";
    private const string DatabaseName = "scrbudget.db";
    private const string RequestsName = "requests";
    private const string QuadChartName = "quad-chart.pdf";
    private const string ExhibitName = "exhibit.docx";

    /// <summary>Written before anything else: a folder without it is somebody's.</summary>
    private const string MarkerName = ".scrbudget-demo";
    private const string MarkerContent =
        "This folder is filled by: scrbudget demo. The next run replaces the files of this one.\n";

    /// <summary>What SQLite and the migration keep beside the database file.</summary>
    private static readonly string[] DatabaseCompanions = ["-wal", "-shm", "-journal", ".migrating"];

    private const string Description = """
        The whole main job in one go, in a folder of its own: a fresh database with the published OIG tables and a
        synthetic snapshot, the three requests of OIG-23-59 submitted with every suggested category attached, their quad
        charts (PDF) and exhibits (Word), and summary.json. Dates are fixed: every run gives the same files.

        Example:
          scrbudget demo --out demo
        """;

    private static readonly JsonSerializerOptions SummaryOptions = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "A folder: new, empty, or with the files of an earlier demo, which are replaced",
        HelpName = "DIR",
        Required = true,
    };

    public static Command Build(CommandHost host)
    {
        var demo = new Command("demo", Description) { Out };
        host.WithoutDatabase(demo, RunAsync);
        return demo;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var folder = Path.GetFullPath(run.Parsed.GetRequiredValue(Out));
        if (Clear(folder) is { } refusal)
        {
            return run.Refuse(refusal);
        }

        var database = DatabaseChoice.Parse($"sqlite:{Path.Combine(folder, DatabaseName)}").Value;
        await using var services = new ServiceCollection().AddScrBudget(database).BuildServiceProvider();
        var steps = new StepLines(run.Error);
        await services.GetRequiredService<LoadDemo>().ExecuteAsync(withSite: false, steps, run.Cancellation);

        var requests = new List<RequestSummary>();
        var lines = await services
            .GetRequiredService<ListRequests>()
            .ExecuteAsync(new ListRequestsInput(), Person.SystemOperator, run.Cancellation);
        foreach (var line in lines)
        {
            steps.Report($"{line.Number}: documents");
            var read = await services
                .GetRequiredService<ReadRequest>()
                .ExecuteAsync(line.Number, Person.SystemOperator, run.Cancellation);
            requests.Add(RequestSummary.Of(read.Value));
            await PrintAsync(services, folder, line.Number, run.Cancellation);
        }

        var summary = JsonSerializer.Serialize(new { requests }, SummaryOptions);
        await File.WriteAllTextAsync(Path.Combine(folder, SummaryName), summary + "\n", run.Cancellation);
        if (run.IsJson)
        {
            await run.Output.WriteLineAsync(summary);
        }
        else
        {
            foreach (var request in requests)
            {
                await run.Output.WriteLineAsync($"{request.Number}  {request.Title}, {request.Office}");
            }

            await run.Output.WriteLineAsync($"Files are in {folder}.");
        }

        return ExitCodes.Done;
    }

    private static async Task PrintAsync(
        ServiceProvider services,
        string folder,
        string number,
        CancellationToken cancellation
    )
    {
        var print = services.GetRequiredService<PrintRequest>();
        var target = Directory.CreateDirectory(Path.Combine(folder, RequestsName, number)).FullName;
        var quadChart = await print.QuadChartAsync(number, Person.SystemOperator, cancellation);
        await File.WriteAllBytesAsync(Path.Combine(target, QuadChartName), quadChart.Value.Content, cancellation);
        var exhibit = await print.ExhibitAsync(number, Person.SystemOperator, cancellation);
        await File.WriteAllBytesAsync(Path.Combine(target, ExhibitName), exhibit.Value.Content, cancellation);
    }

    /// <summary>
    /// Makes room for a fresh demo in a folder that is new, empty, or marked by an earlier one, finished or not; whatever
    /// else is in it stays.
    /// </summary>
    private static Refusal? Clear(string folder)
    {
        var marker = Path.Combine(folder, MarkerName);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!File.Exists(marker) || File.ReadAllText(marker) != MarkerContent)
            {
                return new Refusal(
                    "folder-not-empty",
                    $"{folder} holds files that are not a demo's. Choose a new or an empty folder."
                );
            }

            string[] own = [SummaryName, DatabaseName, .. DatabaseCompanions.Select(ending => DatabaseName + ending)];
            foreach (var file in own)
            {
                File.Delete(Path.Combine(folder, file));
            }

            RemoveDocuments(Path.Combine(folder, RequestsName));
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(marker, MarkerContent);
        return null;
    }

    private static void RemoveDocuments(string folder)
    {
        foreach (var request in Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
        {
            File.Delete(Path.Combine(request, QuadChartName));
            File.Delete(Path.Combine(request, ExhibitName));
            if (!Directory.EnumerateFileSystemEntries(request).Any())
            {
                Directory.Delete(request);
            }
        }
    }
}
