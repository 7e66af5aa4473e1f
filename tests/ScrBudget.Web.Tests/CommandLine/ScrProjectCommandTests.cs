namespace ScrBudget.Web.Tests.CommandLine;

/// <summary><c>scr project</c> and <c>scr sample-size</c>: the published figures, the method named, no database.</summary>
public sealed class ScrProjectCommandTests
{
    private const string Published = "scr project --population 5016 --sample 258 --found 145 --confidence 0.90";

    [Theory]
    [InlineData(
        "",
        "2,819 of 5,016 cases, from 2,564 to 3,074 (90 % confidence; normal approximation without finite-population correction, z = 1.645)"
    )]
    [InlineData(
        " --fpc",
        "2,819 of 5,016 cases, from 2,571 to 3,067 (90 % confidence; normal approximation with finite-population correction, z = 1.645)"
    )]
    [InlineData(
        " --method wilson",
        "2,819 of 5,016 cases, from 2,562 to 3,069 (90 % confidence; Wilson score interval without finite-population correction, z = 1.645)"
    )]
    [InlineData(
        " --method exact",
        "2,819 of 5,016 cases, from 2,553 to 3,080 (90 % confidence; exact interval (Clopper–Pearson) without finite-population correction, 5 % in each tail)"
    )]
    public async Task Project_PrintsPointIntervalAndMethod(string options, string line)
    {
        var result = await Cli.RunAsync((Published + options).Split(' '));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(line, result.Output.TrimEnd());
    }

    [Fact]
    public async Task Project_AsJson_HasTheShapeThatScriptsRelyOn()
    {
        var json = (await Cli.RunAsync($"{Published} --json".Split(' '))).Json;

        Assert.Equal(2_819, json.GetProperty("point").GetInt32());
        Assert.Equal(2_564, json.GetProperty("lower").GetInt32());
        Assert.Equal(3_074, json.GetProperty("upper").GetInt32());
        Assert.Equal(
            "normal approximation without finite-population correction, z = 1.645",
            json.GetProperty("method").GetString()
        );
    }

    [Theory]
    [InlineData("scr project --population 100 --sample 258 --found 145", "no more than the population")]
    [InlineData("scr project --population 5016 --sample 258 --found 259", "no more than the sample")]
    [InlineData("scr project --population 0 --sample 0 --found 0", "holds no case")]
    [InlineData("scr project --population 5016 --sample 258 --found 145 --confidence 90", "90 % is 0.90")]
    [InlineData("scr project --population 5016 --sample 258 --found 0", "Choose the Wilson or the exact interval")]
    [InlineData("scr project --population 5016 --sample 258 --found 145 --fpc --method exact", "leave out --fpc")]
    [InlineData("scr sample-size --population 0", "holds no case")]
    [InlineData("scr sample-size --population 5016 --margin 5", "5 % is 0.05")]
    [InlineData("scr sample-size --population 5016 --proportion 1", "between 0 and 1")]
    public async Task Input_ThatCannotBe_IsRefusedAndSaysWhy(string line, string why)
    {
        var result = await Cli.RunAsync(line.Split(' '));

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_OfAFewCases_SaysThatItIsRough()
    {
        var result = await Cli.RunAsync("scr project --population 5016 --sample 258 --found 2".Split(' '));

        Assert.Contains("the normal approximation is rough here", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SampleSize_ShowsEachStep()
    {
        var result = await Cli.RunAsync("scr sample-size --population 5016 --confidence 0.90 --margin 0.05".Split(' '));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("= 270.55, rounded up to 271.", result.Output, StringComparison.Ordinal);
        Assert.Contains("= 257.2.", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("Draw 258 of 5,016 cases.", result.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SampleSize_AsJson_HasTheSize()
    {
        var json = (await Cli.RunAsync("scr sample-size --population 5016 --json".Split(' '))).Json;

        Assert.Equal(258, json.GetProperty("size").GetInt32());
        Assert.Equal(271, json.GetProperty("unlimited").GetInt32());
        Assert.Equal(257.2, json.GetProperty("corrected").GetDouble());
        Assert.Equal(4, json.GetProperty("steps").GetArrayLength());
    }
}
