using System.Text.Json;
using ScrBudget.Cli;
using ScrBudget.TestSupport;

namespace ScrBudget.Web.Tests.CommandLine;

/// <summary>What a command printed and returned.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>The one JSON document on standard output.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}

/// <summary>Runs commands in this process, on a database file of their own.</summary>
internal sealed class Cli : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public string Database => $"sqlite:{Folder.File("scrbudget.db")}";

    public static async Task<CliResult> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLineProgram.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return new CliResult(code, output.ToString(), error.ToString());
    }

    public Task<CliResult> OnDatabaseAsync(params string[] args) => RunAsync([.. args, "--database", Database]);

    /// <summary>A synthetic extract in the folder.</summary>
    public async Task<string> GenerateAsync(int scrs = 8_275, int seed = 1)
    {
        var file = Folder.File($"extract-{scrs}-{seed}.csv");
        Assert.Equal(
            0,
            (
                await RunAsync(
                    "data",
                    "generate",
                    "--scrs",
                    $"{scrs}",
                    "--seed",
                    $"{seed}",
                    "--through",
                    "2022-09-30",
                    "--out",
                    file
                )
            ).ExitCode
        );
        return file;
    }

    /// <summary>The five quality statements as a file.</summary>
    public string Quality(string limitations = "invented")
    {
        var file = Folder.File("quality.json");
        File.WriteAllText(
            file,
            $$"""{"verification": "none", "sources": "a seed", "requiredAccuracy": "none", "limitations": "{{limitations}}", "compensation": "marked"}"""
        );
        return file;
    }

    public async Task PublishAsync(string file)
    {
        var result = await OnDatabaseAsync(
            "scr",
            "import",
            file,
            "--as-of",
            "2022-10-31",
            "--synthetic",
            "--publish",
            "--quality",
            Quality()
        );
        Assert.Equal(0, result.ExitCode);
    }

    public void Dispose() => Folder.Dispose();
}
