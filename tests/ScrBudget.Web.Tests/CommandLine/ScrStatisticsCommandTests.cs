using System.Text.Json;

namespace ScrBudget.Web.Tests.CommandLine;

/// <summary>The demo's synthetic snapshot, imported once for all of these.</summary>
public sealed class PublishedSnapshot : IAsyncLifetime
{
    internal Cli Cli { get; } = new();

    public async ValueTask InitializeAsync() => await Cli.PublishAsync(await Cli.GenerateAsync());

    public ValueTask DisposeAsync()
    {
        Cli.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class ScrStatisticsCommandTests(PublishedSnapshot snapshot) : IClassFixture<PublishedSnapshot>
{
    [Fact]
    public async Task Statistics_WithJson_HaveThePromisedShape()
    {
        var json = (await AskAsync("--fy", "2017-2022", "--json")).Json;

        Assert.Equal(JsonValueKind.Null, json.GetProperty("category").ValueKind);
        Assert.Equal("results", json.GetProperty("measure").GetString());
        Assert.Equal("scrs", json.GetProperty("count").GetString());
        Assert.Equal("all", json.GetProperty("tco").GetString());
        Assert.Equal(3_488, json.GetProperty("total").GetInt32());
        Assert.Equal("2022-10-31", json.GetProperty("asOf").GetString());
        Assert.True(json.GetProperty("synthetic").GetBoolean());
        Assert.Equal(
            [(2017, 420), (2018, 347), (2019, 322), (2020, 618), (2021, 698), (2022, 1_083)],
            json.GetProperty("byFiscalYear")
                .EnumerateArray()
                .Select(year => (year.GetProperty("fiscalYear").GetInt32(), year.GetProperty("value").GetInt32()))
        );
    }

    [Theory]
    [InlineData("TCAC")]
    [InlineData("tcac")]
    [InlineData("Transnational crimes against children")]
    public async Task Statistics_NameTheCategoryInFull_HoweverItWasTyped(string category)
    {
        var json = (await AskAsync("--category", category, "--fy", "2017-2022", "--json")).Json;

        Assert.Equal("Transnational Crimes Against Children", json.GetProperty("category").GetString());
        Assert.Equal(1_203, json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Statistics_OfCases_HaveATotalThatIsLessThanTheSumOfTheYears()
    {
        var json = (await AskAsync("--fy", "2017-2022", "--count", "cases", "--json")).Json;

        var total = json.GetProperty("total").GetInt32();
        Assert.Equal(2_371, total);
        Assert.Equal(
            3_098,
            json.GetProperty("byFiscalYear").EnumerateArray().Sum(year => year.GetProperty("value").GetInt32())
        );
    }

    [Theory]
    [InlineData("approved", 8_275)]
    [InlineData("initial", 4_787)]
    [InlineData("disruptions", 2_705)]
    [InlineData("dismantlements", 783)]
    [InlineData("RESULTS", 3_488)]
    public async Task Statistics_CountTheMeasureAsked(string measure, int total)
    {
        var json = (await AskAsync("--fy", "2017-2022", "--measure", measure, "--json")).Json;

        Assert.Equal(total, json.GetProperty("total").GetInt32());
        Assert.Equal(measure.ToLowerInvariant(), json.GetProperty("measure").GetString());
    }

    [Fact]
    public async Task Statistics_OfSmallNumbers_AreNullAndSaySo()
    {
        var json = (await AskAsync("--fy", "2017-2022", "--tco", "yes", "--json")).Json;

        Assert.Equal(JsonValueKind.Null, json.GetProperty("total").ValueKind);
        Assert.True(json.GetProperty("suppressed").GetBoolean());
        Assert.All(
            json.GetProperty("byFiscalYear").EnumerateArray(),
            year =>
            {
                Assert.Equal(JsonValueKind.Null, year.GetProperty("value").ValueKind);
                Assert.True(year.GetProperty("suppressed").GetBoolean());
            }
        );
    }

    [Fact]
    public async Task Statistics_OfAYearThatTheSnapshotDoesNotCover_AreAbsentAndNotZero()
    {
        var json = (await AskAsync("--fy", "2016-2017", "--json")).Json;

        Assert.Equal(
            [2017],
            json.GetProperty("byFiscalYear").EnumerateArray().Select(year => year.GetProperty("fiscalYear").GetInt32())
        );
        Assert.Equal([2016], json.GetProperty("yearsWithoutData").EnumerateArray().Select(year => year.GetInt32()));
        Assert.Contains("no data", (await AskAsync("--fy", "2016-2017")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statistics_InWords_CarrySentenceCaveatsAndSource()
    {
        var result = await AskAsync("--category", "TCAC", "--fy", "2017-2022");

        Assert.Contains(
            "1,203 approved disruption and dismantlement reports in 833 distinct cases, Transnational Crimes Against Children, FY 2017–2022.",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "TCO involvement was not recorded; these are not counts of TCOs.",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("do not add.", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Source: extract of Oct 31, 2022, snapshot 1 (synthetic).",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("SYNTHETIC DATA", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("Nearest: Cyber-Enabled Crime", "--category", "Cyber Crimes", "--fy", "2022")]
    [InlineData(
        "Those are: Business e-mail compromise",
        "--category",
        "CYB",
        "--subcategory",
        "Piracy",
        "--fy",
        "2022"
    )]
    [InlineData("Choose the category", "--subcategory", "Network intrusion", "--fy", "2022")]
    [InlineData("lies before the first", "--fy", "2022-2017")]
    [InlineData("There is no snapshot 7", "--fy", "2022", "--snapshot", "7")]
    public async Task Statistics_ThatCannotBe_ReturnOneAndSayWhy(string why, params string[] options)
    {
        var result = await AskAsync(options);

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statistics_BeforeAnythingIsPublished_ReturnOneAndSayWhatToDo()
    {
        using var empty = new Cli();

        var result = await empty.OnDatabaseAsync("scr", "statistics", "--fy", "2022");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("No snapshot is published yet", result.Error, StringComparison.Ordinal);
    }

    private Task<CliResult> AskAsync(params string[] options) =>
        snapshot.Cli.OnDatabaseAsync(["scr", "statistics", .. options]);
}
