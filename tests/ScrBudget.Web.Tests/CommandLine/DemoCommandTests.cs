using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ScrBudget.Web.Tests.CommandLine;

/// <summary>The whole main job in one command, run once for all of these.</summary>
public sealed class DemoRun : IAsyncLifetime
{
    internal Cli Cli { get; } = new();

    internal string Folder => Cli.Folder.File("demo");

    internal CliResult Result { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Result = await Cli.RunAsync("demo", "--out", Folder);

    public ValueTask DisposeAsync()
    {
        Cli.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class DemoCommandTests(DemoRun demo) : IClassFixture<DemoRun>
{
    [Theory]
    [InlineData("FY2022-VAP-001", 3_000_000, 16, 3)]
    [InlineData("FY2020-CCU-001", 8_800_000, 12, 1)]
    [InlineData("FY2020-CEIU-001", 10_600_000, 5, 1)]
    public async Task Demo_WritesTheReportsRequests_WithTheirDollarsPositionsAndFigures(
        string number,
        long dollars,
        int positions,
        int categories
    )
    {
        Assert.Equal(0, demo.Result.ExitCode);
        using var summary = JsonDocument.Parse(await ReadAsync("summary.json"));
        var request = summary
            .RootElement.GetProperty("requests")
            .EnumerateArray()
            .Single(one => one.GetProperty("number").GetString() == number);

        Assert.Equal(dollars, request.GetProperty("dollars").GetInt64());
        Assert.Equal(positions, request.GetProperty("positions").GetInt32());
        Assert.Equal(categories, request.GetProperty("suggested").GetArrayLength());
        Assert.Equal(categories, request.GetProperty("figures").GetArrayLength());
        Assert.All(
            request.GetProperty("decisions").EnumerateArray(),
            decision => Assert.Equal("attached", decision.GetProperty("decision").GetString())
        );
        Assert.True(request.GetProperty("worked").GetBoolean());
        Assert.StartsWith("%PDF-", await ReadAsync("requests", number, "quad-chart.pdf"), StringComparison.Ordinal);
        Assert.StartsWith("PK", await ReadAsync("requests", number, "exhibit.docx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_FiguresAreTheStatisticsOfItsDatabase()
    {
        using var summary = JsonDocument.Parse(await ReadAsync("summary.json"));
        var figure = summary
            .RootElement.GetProperty("requests")
            .EnumerateArray()
            .Single(one => one.GetProperty("number").GetString() == "FY2020-CEIU-001")
            .GetProperty("figures")[0];

        var asked = await OnDemoAsync("scr", "statistics", "--category", "TCAC", "--fy", "2017-2019", "--json");

        Assert.Equal($"{asked.Json.GetProperty("total").GetInt32():N0}", figure.GetProperty("value").GetString());
    }

    [Fact]
    public async Task Verify_OfTheDemo_FindsNothing_UntilAnEntryIsChangedInACopy()
    {
        var sound = await OnDemoAsync("evidence", "verify", "--json");
        var copy = demo.Cli.Folder.File("copy.db");
        using (
            var original = new SqliteConnection(
                $"Data Source={Path.Combine(demo.Folder, "scrbudget.db")};Pooling=False"
            )
        )
        using (var connection = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            original.Open();
            connection.Open();
            // Not a copy of the file: part of it may stand in the write-ahead log still.
            original.BackupDatabase(connection);
            using var change = connection.CreateCommand();
            change.CommandText =
                "UPDATE AuditEntries SET ByName = 'somebody else' WHERE Id = (SELECT MAX(Id) FROM AuditEntries)";
            Assert.Equal(1, change.ExecuteNonQuery());
        }

        var changed = await Cli.RunAsync("evidence", "verify", "--json", "--database", $"sqlite:{copy}");

        Assert.Equal(0, sound.ExitCode);
        Assert.True(sound.Json.GetProperty("verified").GetBoolean());
        Assert.Equal(1, changed.ExitCode);
        Assert.False(changed.Json.GetProperty("verified").GetBoolean());
        Assert.Equal(1, changed.Json.GetProperty("problems").GetArrayLength());
        Assert.NotEmpty(changed.Error);
    }

    [Fact]
    public async Task FolderOfSomebodyElse_IsRefusedAndLeftAsItWas_ThoughItHasASummaryAndADatabase()
    {
        using var cli = new Cli();
        var folder = Directory.CreateDirectory(cli.Folder.File("theirs")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "requests"));
        string[] theirs = ["summary.json", "scrbudget.db", "scrbudget.db.backup", "requests/plan.txt"];
        foreach (var file in theirs)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file), file, TestContext.Current.CancellationToken);
        }

        var refused = await Cli.RunAsync("demo", "--out", folder);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("not a demo's", refused.Error, StringComparison.Ordinal);
        Assert.All(theirs, file => Assert.Equal(file, File.ReadAllText(Path.Combine(folder, file))));
        Assert.Equal(4, Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task DemoThatWasInterrupted_IsReplacedByTheNext_AndOtherFilesStay()
    {
        using var cli = new Cli();
        var folder = cli.Folder.File("demo");
        using var stop = new CancellationTokenSource();
        await using (var error = new StopAtFirstStep(stop))
        {
            var code = await ScrBudget.Cli.CommandLineProgram.RunAsync(
                ["demo", "--out", folder],
                TextWriter.Null,
                error,
                stop.Token
            );
            Assert.Equal(1, code);
        }

        // Two runs in one process share its pool of connections, which would keep the first run's file open.
        await using (
            var pooled = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "scrbudget.db") }.ConnectionString
            )
        )
        {
            SqliteConnection.ClearPool(pooled);
        }

        Assert.False(File.Exists(Path.Combine(folder, "summary.json")));
        var notes = Path.Combine(folder, "notes.txt");
        await File.WriteAllTextAsync(notes, "mine", TestContext.Current.CancellationToken);

        var again = await Cli.RunAsync("demo", "--out", folder);

        Assert.Equal(0, again.ExitCode);
        Assert.True(File.Exists(Path.Combine(folder, "summary.json")));
        Assert.Equal("mine", await File.ReadAllTextAsync(notes, TestContext.Current.CancellationToken));
    }

    /// <summary>Ctrl+C at the first line of progress.</summary>
    private sealed class StopAtFirstStep(CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value) => stop.Cancel();
    }

    private Task<CliResult> OnDemoAsync(params string[] args) =>
        Cli.RunAsync([.. args, "--database", $"sqlite:{Path.Combine(demo.Folder, "scrbudget.db")}"]);

    private Task<string> ReadAsync(params string[] path) =>
        File.ReadAllTextAsync(Path.Combine([demo.Folder, .. path]), TestContext.Current.CancellationToken);
}
