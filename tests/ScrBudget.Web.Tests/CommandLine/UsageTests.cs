using System.Diagnostics;
using System.Security.Cryptography;
using ScrBudget.Application.ScrData;

namespace ScrBudget.Web.Tests.CommandLine;

/// <summary>Exit codes, help and the options that go with every command.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Cli cli = new();

    public static TheoryData<string> WrongUsage =>
        [
            "nonsense",
            "scr nonsense",
            "scr",
            "scr statistics",
            "scr statistics --fy 2017-2022 --nonsense",
            "scr statistics --fy sometime",
            "scr statistics --fy 2017-2022 --measure seizures",
            "scr statistics --fy 2017-2022 --count dollars",
            "scr statistics --fy 2017-2022 --tco perhaps",
            "scr import",
            "scr import a.csv",
            "scr import a.csv --as-of 31.10.2022",
            "scr import a.csv --as-of 2022-10-31 --publish",
            "scr import a.csv --as-of 2022-10-31 --quality q.json",
            "scr project",
            "scr project --population 5016 --sample 258",
            "scr project --population many --sample 258 --found 145",
            "scr project --population 5016 --sample 258 --found 145 --method guess",
            "scr sample-size",
            "data generate",
            "data generate --scrs 0 --out a.csv",
            "data generate --scrs many --out a.csv",
            "data generate --requests many",
            "data generate --requests 0",
            "data generate --requests 128 --fy someday",
            "data generate --fy 2029",
            "database nonsense",
        ];

    [Theory]
    [MemberData(nameof(WrongUsage))]
    public async Task Command_TypedWrongly_ReturnsTwo_SaysWhyAndWhereToLook(string line)
    {
        var result = await Cli.RunAsync(line.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("Try: scrbudget", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_AsAProcess_ReturnsTwoForAnUnknownCommand()
    {
        using var program = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "scrbudget.dll"), "nonsense"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, program.ExitCode);
        Assert.Contains("nonsense", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "Exit codes:", "scr", "data", "database", "--database", "--json", "--as")]
    [InlineData("scr import --help", "Example:", "--as-of", "--synthetic", "--publish", "--quality")]
    [InlineData("scr statistics --help", "Examples:", "TCAC", "results", "not-recorded", "--subcategory")]
    [InlineData("data generate --help", "Example", "--scrs", "--seed", "--out", "--requests", "--fy")]
    [InlineData("database migrate --help", "Example:", "postgresql:")]
    public async Task Help_ExplainsWithExamples(string line, params string[] parts)
    {
        var result = await Cli.RunAsync(line.Split(' '));

        Assert.Equal(0, result.ExitCode);
        Assert.All(parts, part => Assert.Contains(part, result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_OfAGroup_ListsEachCommandByItsFirstSentence()
    {
        var result = await Cli.RunAsync("scr", "--help");

        Assert.Matches(@"import <FILE> +Import an extract of approved SCRs \(CSV\) as a new snapshot\n", result.Output);
        Assert.DoesNotContain("Example", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_WritesTheExtractOfItsSeed()
    {
        var file = await cli.GenerateAsync(1_000, 7);

        Assert.Equal(
            SHA256.HashData(SyntheticExtract.Create(1_000, 7, withTitle: true)),
            SHA256.HashData(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))
        );
    }

    [Fact]
    public async Task Generate_IntoAFolderThatIsNotThere_IsRefused()
    {
        var result = await Cli.RunAsync("data", "generate", "--out", cli.Folder.File("none/extract.csv"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("There is no folder", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mysql:Server=x", "sqlite:PATH, sqlserver:CONNECTION or postgresql:CONNECTION")]
    [InlineData("sqlite:/dev/null/x.db", "/dev/null")]
    public async Task Database_ThatCannotBe_IsRefusedWithAReason(string database, string reason)
    {
        var result = await Cli.RunAsync("database", "migrate", "--database", database);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_MakesTheDatabase_AndTwiceIsNoDifference()
    {
        var first = await cli.OnDatabaseAsync("database", "migrate", "--json");
        var second = await cli.OnDatabaseAsync("database", "migrate");

        Assert.True(first.Json.GetProperty("migrated").GetBoolean());
        Assert.Equal(0, second.ExitCode);
        Assert.True(File.Exists(cli.Folder.File("scrbudget.db")));
    }

    [Fact]
    public async Task As_AnUnknownUser_IsRefused()
    {
        var result = await cli.OnDatabaseAsync("scr", "statistics", "--fy", "2022", "--as", "nobody");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nobody", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => cli.Dispose();
}
