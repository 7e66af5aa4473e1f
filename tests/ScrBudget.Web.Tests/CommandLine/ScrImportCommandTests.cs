using System.Text.Json;

namespace ScrBudget.Web.Tests.CommandLine;

public sealed class ScrImportCommandTests : IDisposable
{
    private const string Dirty = """
        SCR Number,Case Number,SCR Type,Category,Subcategory,Approved Date,TCO Involvement,Association of Individuals,Crosses International Borders,Office
        SCR-1,C-1,Initial Investigation,Cyber-Enabled Crime,Network intrusion,2022-03-01,,,,SAC Alpha
        SCR-1,C-1,Disruption,Cyber-Enabled Crime,Network intrusion,2022-04-01,,,,SAC Alpha
        SCR-2,C-2,Disruption,Cyber-Enabled Crime,Network intrusion,2022-04-01,,,,SAC Alpha
        """;

    private readonly Cli cli = new();

    [Fact]
    public async Task Import_WithJson_PrintsOneDocumentWithEveryProblem()
    {
        var file = Written("dirty.csv", Dirty);

        var result = await cli.OnDatabaseAsync("scr", "import", file, "--as-of", "2022-10-31", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        var json = result.Json;
        Assert.Equal((3, 2), (json.GetProperty("rows").GetInt32(), json.GetProperty("records").GetInt32()));
        Assert.False(json.GetProperty("published").GetBoolean());
        var error = Assert.Single(json.GetProperty("errors").EnumerateArray());
        Assert.Equal(3, error.GetProperty("row").GetInt32());
        Assert.Equal("SCR Number", error.GetProperty("column").GetString());
        Assert.Equal("scr-number-duplicate", error.GetProperty("code").GetString());
        Assert.Equal("SCR-1", error.GetProperty("value").GetString());
        Assert.Contains("row 2", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        var warning = Assert.Single(json.GetProperty("warnings").EnumerateArray());
        Assert.Equal(4, warning.GetProperty("row").GetInt32());
    }

    [Fact]
    public async Task Import_WithoutJson_SumsUpAndListsProblemsByKind()
    {
        var file = Written("dirty.csv", Dirty);

        var result = await cli.OnDatabaseAsync("scr", "import", file, "--as-of", "2022-10-31");

        Assert.Contains(
            "Snapshot 1 (not published yet): 2 records of 2 cases, from 3 rows.",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Error scr-number-duplicate: 1", result.Output, StringComparison.Ordinal);
        Assert.Contains("row 3, SCR Number “SCR-1”", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_OfAnImportedSnapshot_MakesItCitableOnce()
    {
        await cli.OnDatabaseAsync(
            "scr",
            "import",
            await cli.GenerateAsync(500),
            "--as-of",
            "2022-10-31",
            "--synthetic"
        );
        var quality = cli.Quality();

        Assert.Equal(1, (await cli.OnDatabaseAsync("scr", "statistics", "--fy", "2017-2022")).ExitCode);
        var published = await cli.OnDatabaseAsync("scr", "publish", "1", "--quality", quality, "--json");
        var again = await cli.OnDatabaseAsync("scr", "publish", "1", "--quality", quality);

        Assert.Equal((0, 1), (published.ExitCode, published.Json.GetProperty("snapshot").GetInt32()));
        Assert.Equal(0, (await cli.OnDatabaseAsync("scr", "statistics", "--fy", "2017-2022")).ExitCode);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("already published", again.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await cli.OnDatabaseAsync("scr", "publish", "7", "--quality", quality)).ExitCode);
    }

    [Fact]
    public async Task Statistics_OfYearsWithoutData_AreRefusedAndNameThoseThereAre()
    {
        await cli.PublishAsync(await cli.GenerateAsync(500));

        var asked = await cli.OnDatabaseAsync("scr", "statistics", "--fy", "2030");

        Assert.Equal((1, string.Empty), (asked.ExitCode, asked.Output));
        Assert.Contains("FY 2017 to FY 2022", asked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_AndPublish_MakesTheSnapshotCitable()
    {
        await cli.PublishAsync(await cli.GenerateAsync(500));

        var asked = await cli.OnDatabaseAsync("scr", "statistics", "--fy", "2017-2022", "--json");

        Assert.Equal(0, asked.ExitCode);
        Assert.Equal(JsonValueKind.Number, asked.Json.GetProperty("total").ValueKind);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("SCR Number\nSCR-1\n", "lacks the columns Case Number")]
    public async Task Import_OfAFileThatIsNoExtract_ReturnsOneAndSaysWhy(string text, string why)
    {
        var result = await cli.OnDatabaseAsync(
            "scr",
            "import",
            Written("bad.csv", text),
            "--as-of",
            "2022-10-31",
            "--json"
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAFileThatIsNotThere_OrWasImportedBefore_ReturnsOne()
    {
        var none = await cli.OnDatabaseAsync("scr", "import", "none.csv", "--as-of", "2022-10-31");
        var file = await cli.GenerateAsync(50);
        await cli.PublishAsync(file);
        var again = await cli.OnDatabaseAsync("scr", "import", file, "--as-of", "2022-10-31");

        Assert.Equal((1, 1), (none.ExitCode, again.ExitCode));
        Assert.Contains("There is no file none.csv", none.Error, StringComparison.Ordinal);
        Assert.Contains("imported before, as snapshot 1", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("null", "holds no quality statements")]
    [InlineData("""{"verification": "x"}""", "all five quality statements")]
    public async Task Import_WithUnusableQualityStatements_ReturnsOneAndImportsNothing(string quality, string why)
    {
        var file = await cli.GenerateAsync(50);
        var statements = Written("q.json", quality);

        var result = await cli.OnDatabaseAsync(
            "scr",
            "import",
            file,
            "--as-of",
            "2022-10-31",
            "--publish",
            "--quality",
            statements
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await cli.OnDatabaseAsync("scr", "import", file, "--as-of", "2022-10-31")).ExitCode);
    }

    public void Dispose() => cli.Dispose();

    private string Written(string name, string text)
    {
        var path = cli.Folder.File(name);
        File.WriteAllText(path, text);
        return path;
    }
}
