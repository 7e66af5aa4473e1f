namespace ScrBudget.Web.Tests.CommandLine;

/// <summary>Invented requests by the command line, on an empty database and on one that has statistics.</summary>
public sealed class GenerateRequestsCommandTests
{
    [Fact]
    public async Task OnAnEmptyDatabase_StatisticsComeFirst_AndTheRequestsAreThere()
    {
        using var cli = new Cli();

        var generated = await cli.OnDatabaseAsync(
            "data",
            "generate",
            "--requests",
            "9",
            "--scrs",
            "8275",
            "--seed",
            "1",
            "--fy",
            "2029",
            "--json"
        );
        var listed = await cli.OnDatabaseAsync("request", "list", "--json");

        Assert.True(generated.ExitCode == 0, generated.Error);
        Assert.Equal(9, generated.Json.GetProperty("requests").GetInt32());
        Assert.Equal(2029, generated.Json.GetProperty("fiscalYear").GetInt32());
        Assert.True(generated.Json.GetProperty("synthetic").GetBoolean());
        Assert.Equal(
            9,
            generated
                .Json.GetProperty("byStatus")
                .EnumerateArray()
                .Sum(status => status.GetProperty("requests").GetInt32())
        );
        Assert.Equal(9, CountOf(listed));
    }

    [Fact]
    public async Task WhereStatisticsAre_TheyAreCited()
    {
        using var cli = new Cli();
        await cli.PublishAsync(await cli.GenerateAsync(500));

        var generated = await cli.OnDatabaseAsync("data", "generate", "--requests", "2");

        Assert.Equal(0, generated.ExitCode);
        Assert.StartsWith("2 invented requests of FY 2029: ", generated.Output, StringComparison.Ordinal);
        Assert.Contains("They cite snapshot 1. Synthetic:", generated.Output, StringComparison.Ordinal);
    }

    private static int CountOf(CliResult listed) =>
        listed.Json.ValueKind == System.Text.Json.JsonValueKind.Array
            ? listed.Json.GetArrayLength()
            : listed.Json.GetProperty("requests").GetArrayLength();
}
