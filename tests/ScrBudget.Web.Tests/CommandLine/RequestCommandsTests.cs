namespace ScrBudget.Web.Tests.CommandLine;

public sealed class RequestCommandsTests : IDisposable
{
    private readonly Cli cli = new();

    [Theory]
    [InlineData("quad-chart")]
    [InlineData("exhibit")]
    public async Task Document_IntoAFolderThatIsNotThere_IsRefusedAndNamesIt(string document)
    {
        var folder = cli.Folder.File("nowhere");

        var result = await cli.OnDatabaseAsync(
            "request",
            document,
            "FY2022-VAP-001",
            "--out",
            Path.Combine(folder, "x")
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(folder, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show", "FY2022-VAP-999")]
    [InlineData("show", "../../etc/passwd")]
    public async Task Show_OfARequestThatIsNotThere_IsRefused(string command, string number)
    {
        var result = await cli.OnDatabaseAsync("request", command, number);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no such request", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfAnEmptyDatabase_SaysSo()
    {
        var result = await cli.OnDatabaseAsync("request", "list");

        Assert.Equal((0, "0 requests"), (result.ExitCode, result.Output.Trim()));
    }

    [Fact]
    public async Task Document_InAFormatThatIsNotThereYet_IsWrongUsage()
    {
        var result = await cli.OnDatabaseAsync(
            "request",
            "quad-chart",
            "FY2022-VAP-001",
            "--format",
            "pptx",
            "--out",
            "x"
        );

        Assert.Equal(2, result.ExitCode);
    }

    public void Dispose() => cli.Dispose();
}
