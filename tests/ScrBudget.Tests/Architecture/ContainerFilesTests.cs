using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ScrBudget.Application;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Architecture;

/// <summary>What can be said about the container files where no container engine runs.</summary>
public sealed partial class ContainerFilesTests
{
    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.ExplicitCapture;
    private const int TimeoutMilliseconds = 1000;
    private const string HealthPath = "/health";

    private static readonly string Dockerfile = RepositoryFiles.Read("Dockerfile");
    private static readonly string Compose = RepositoryFiles.Read("docker-compose.yml");

    [Fact]
    public void Copy_FromTheRepository_NamesWhatIsThereAndNotIgnored()
    {
        var sources = CopiedFromContext()
            .Matches(Dockerfile)
            .SelectMany(copy => Words(copy.Groups["sources"].Value))
            .ToList();
        var ignored = Lines(RepositoryFiles.Read(".dockerignore")).Select(line => line.TrimEnd('/')).ToList();

        Assert.NotEmpty(sources);
        Assert.NotEmpty(ignored);
        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(RepositoryFiles.Root, source)), source));
        Assert.Empty(sources.Select(source => source.TrimEnd('/')).Intersect(ignored, StringComparer.Ordinal));
    }

    [Fact]
    public void Copy_FromAStage_NamesAnEarlierOne()
    {
        var stages = new List<string>();
        var copied = new List<string>();
        foreach (var line in Lines(Dockerfile))
        {
            if (StageName().Match(line) is { Success: true } stage)
            {
                stages.Add(stage.Groups["name"].Value);
            }

            if (StageCopied().Match(line) is { Success: true } copy)
            {
                copied.Add(copy.Groups["name"].Value);
                Assert.Contains(copied[^1], stages);
            }
        }

        Assert.Equal(stages, copied.Distinct());
    }

    [Fact]
    public void SdkImage_IsTheOneOfGlobalJson()
    {
        using var global = JsonDocument.Parse(RepositoryFiles.Read("global.json"));
        var version = global.RootElement.GetProperty("sdk").GetProperty("version").GetString();

        Assert.Equal(version, ImageVersion("mcr.microsoft.com/dotnet/sdk"));
    }

    [Fact]
    public void RuntimeImage_IsTheProjectsFramework()
    {
        var properties = XDocument.Parse(RepositoryFiles.Read("Directory.Build.props"));
        var framework = Assert.Single(properties.Descendants("TargetFramework")).Value;

        Assert.Equal(framework, $"net{ImageVersion("mcr.microsoft.com/dotnet/aspnet")}");
    }

    [Fact]
    public void Image_RunsWithoutRootAndChecksItsHealth()
    {
        var runtime = Dockerfile[Dockerfile.LastIndexOf("\nFROM ", StringComparison.Ordinal)..];

        Assert.Contains("\nUSER $APP_UID\n", runtime, StringComparison.Ordinal);
        Assert.Matches(@"HEALTHCHECK(.|\n)+GET " + HealthPath + " HTTP", runtime);
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"ScrBudget.Web.dll\"]", runtime, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_HoldsNoPasswordAndRefusesToStartWithoutOne()
    {
        var passwords = PasswordGiven().Matches(Compose).Select(given => given.Groups["value"].Value).ToList();

        Assert.Equal(2, passwords.Count);
        Assert.All(passwords, value => Assert.StartsWith("${SCRBUDGET_DB_PASSWORD:?", value, StringComparison.Ordinal));
    }

    [Fact]
    public void Compose_StartsTheSiteInProductionOnceTheDatabaseIsHealthy()
    {
        Assert.Contains("condition: service_healthy", Compose, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_ENVIRONMENT: Production", Compose, StringComparison.Ordinal);
        Assert.Contains("ScrBudget__Database: \"sqlserver:Server=db;", Compose, StringComparison.Ordinal);
    }

    [Fact]
    public void HealthCheck_PutsNoPasswordOnACommandLine()
    {
        Assert.Contains(
            "SQLCMDPASSWORD=\"$$MSSQL_SA_PASSWORD\" /opt/mssql-tools18/bin/sqlcmd",
            Compose,
            StringComparison.Ordinal
        );
        Assert.DoesNotMatch(@"sqlcmd\b.* -P\b", Compose);
    }

    [Fact]
    public void Compose_AllowsPlainHttpOnTheMachineItselfOnly_AndSetsTheOfficesZone()
    {
        Assert.Contains("ScrBudget__PlainHttp: \"true\"", Compose, StringComparison.Ordinal);
        var port = Assert.Single(Lines(Compose), line => line.EndsWith(":8080\"", StringComparison.Ordinal));
        Assert.StartsWith("- \"127.0.0.1:", port, StringComparison.Ordinal);
        var zone = Assert.Single(
            Lines(Compose),
            line => line.StartsWith("ScrBudget__TimeZone:", StringComparison.Ordinal)
        );
        Assert.True(OfficeTime.Parse(zone[(zone.LastIndexOf(":-", StringComparison.Ordinal) + 2)..^1]).IsDone);
    }

    private static string ImageVersion(string image) =>
        Assert
            .Single(BaseImage().Matches(Dockerfile), from => from.Groups["image"].Value == image)
            .Groups["version"]
            .Value;

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A COPY without --from: every word but the last is a source.</summary>
    [GeneratedRegex(@"^COPY (?!--)(?<sources>.+) \S+$", Options, TimeoutMilliseconds)]
    private static partial Regex CopiedFromContext();

    [GeneratedRegex(@"^FROM \S+ AS (?<name>\S+)$", Options, TimeoutMilliseconds)]
    private static partial Regex StageName();

    [GeneratedRegex(@"^COPY --from=(?<name>\S+) ", Options, TimeoutMilliseconds)]
    private static partial Regex StageCopied();

    [GeneratedRegex(@"^FROM (?<image>[^:\s]+):(?<version>\S+)", Options, TimeoutMilliseconds)]
    private static partial Regex BaseImage();

    /// <summary>MSSQL_SA_PASSWORD: VALUE, or Password='VALUE' within a connection string.</summary>
    [GeneratedRegex(@"(PASSWORD: |\bPassword=')(?<value>[^'\n]+)", Options, TimeoutMilliseconds)]
    private static partial Regex PasswordGiven();
}
