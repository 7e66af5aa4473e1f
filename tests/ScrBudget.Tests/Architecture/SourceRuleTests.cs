using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Architecture;

/// <summary>Rules about the text and the folders of src, which no assembly shows.</summary>
public sealed class SourceRuleTests
{
    private const int LongestFile = 350;

    /// <summary>The same rooms on every floor.</summary>
    private static readonly string[] Capabilities =
    [
        "Cycles",
        "Requests",
        "ScrData",
        "Recommending",
        "Review",
        "Tracking",
        "Publishing",
        "Audit",
        "Notices",
        "Identity",
    ];

    /// <summary>Folders that belong to the technique of one project; what the build or npm makes is among them.</summary>
    private static readonly Dictionary<string, string[]> TechnicalFolders = new(StringComparer.Ordinal)
    {
        ["ScrBudget.Application"] = ["Storage", "Demo"],
        ["ScrBudget.Cli"] = ["Commands"],
        ["ScrBudget.Documents"] = ["Pdf", "Word", "PowerPoint", "Excel", "Csv", "fonts"],
        ["ScrBudget.Data"] = ["Migrations"],
        ["ScrBudget.Data.Sqlite"] = ["Migrations"],
        ["ScrBudget.Data.SqlServer"] = ["Migrations"],
        ["ScrBudget.Data.PostgreSql"] = ["Migrations"],
        ["ScrBudget.Web"] = ["Components", "Home", "wwwroot", "assets"],
    };

    public static TheoryData<string> Projects => [.. ProjectFile.All.Select(project => project.Name)];

    [Theory]
    [InlineData("ScrBudget.Domain")]
    [InlineData("ScrBudget.Documents")]
    public void Project_IsToldTheTimeAndHasNoClock(string project) =>
        AssertNoLine($"{ProjectFile.SourceFolder}/{project}", SourceText.ClockUses);

    [Fact]
    public void NoSource_ReadsTheWallClock() => AssertNoLine(ProjectFile.SourceFolder, SourceText.WallClockReadings);

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("var today = System.DateTime.Today;")]
    [InlineData("Stamp(DateTimeOffset.Now);")]
    public void ScanForTheWallClock_NoticesOne(string line)
    {
        Assert.Equal([$"2: {line}"], SourceText.WallClockReadings($"// DateTime.Now is not allowed\n  {line}\n"));
        Assert.Equal([$"2: {line}"], SourceText.ClockUses($"// DateTime.Now is not allowed\n  {line}\n"));
    }

    [Theory]
    [InlineData("public sealed class Ageing(TimeProvider clock);")]
    [InlineData("var watch = Stopwatch.StartNew();")]
    [InlineData("var start = Environment.TickCount64;")]
    public void ScanForAnyClock_NoticesOneThatIsNoWallClock(string line)
    {
        Assert.Equal([$"1: {line}"], SourceText.ClockUses(line));
        Assert.Empty(SourceText.WallClockReadings(line));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folder_IsACapabilityOrTechniqueOfItsProject(string project)
    {
        string[] allowed =
        [
            .. Capabilities,
            "Properties",
            "bin",
            "obj",
            .. TechnicalFolders.GetValueOrDefault(project, []),
        ];

        Assert.Empty(FoldersOf(project).Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void Folders_ThatAreCapabilities_Exist() =>
        Assert.NotEmpty(
            ProjectFile
                .All.SelectMany(project => FoldersOf(project.Name))
                .Intersect(Capabilities, StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folder_HasTheNameOfNoType(string project)
    {
        var files = RepositoryFiles.Under($"{ProjectFile.SourceFolder}/{project}", ".cs", ".razor");
        var components = files.Where(IsComponent).Select(file => Path.GetFileNameWithoutExtension(file));
        var types = files
            .Where(file => !IsComponent(file))
            .SelectMany(file => SourceText.DeclaredTypes(RepositoryFiles.Read(file)))
            .Concat(components);
        var folders = files.SelectMany(file => file.Split('/')[2..^1]);

        Assert.Empty(folders.Intersect(types, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("public sealed partial class Audit : IChain", "Audit")]
    [InlineData("    internal readonly record struct Money(long Dollars);", "Money")]
    [InlineData("public enum Role", "Role")]
    public void ScanForTypes_FindsTheDeclaredName(string line, string name) =>
        Assert.Equal([name], SourceText.DeclaredTypes($"/// <summary>A class Apart.</summary>\n{line}\n"));

    [Fact]
    public void SourceFile_IsAFewScreensLong()
    {
        var files = SourceFiles(ProjectFile.SourceFolder)
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(files);

        var tooLong = files
            .Select(file => (Name: file, Lines: RepositoryFiles.Read(file).Count(character => character == '\n')))
            .Where(file => file.Lines > LongestFile);

        Assert.Empty(tooLong);
    }

    private static bool IsComponent(string file) => file.EndsWith(".razor", StringComparison.Ordinal);

    private static IReadOnlyList<string> SourceFiles(string folder) => RepositoryFiles.Under(folder, ".cs", ".razor");

    private static IEnumerable<string> FoldersOf(string project) =>
        Directory
            .GetDirectories(Path.Combine(RepositoryFiles.Root, ProjectFile.SourceFolder, project))
            .Select(folder => Path.GetFileName(folder));

    private static void AssertNoLine(string folder, Func<string, IReadOnlyList<string>> findLines)
    {
        var files = SourceFiles(folder);
        Assert.NotEmpty(files);

        var found = files.SelectMany(file => findLines(RepositoryFiles.Read(file)).Select(line => $"{file}:{line}"));

        Assert.Empty(found);
    }
}
