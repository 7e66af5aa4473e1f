using System.Reflection;
using NetArchTest.Rules;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Architecture;

/// <summary>
/// The rules of the house: which floor knows which. Each first asserts that it looked at something, since a rule that
/// matches nothing passes for ever.
/// </summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Domain = Assembly.Load("ScrBudget.Domain");
    private static readonly Assembly Data = Assembly.Load("ScrBudget.Data");
    private static readonly Assembly Documents = Assembly.Load("ScrBudget.Documents");
    private static readonly Assembly Application = Assembly.Load("ScrBudget.Application");

    [Fact]
    public void Domain_ReferencesNothingButTheBaseLibraryAndMathematics()
    {
        var references = ReferencesOf(Domain);

        Assert.NotEmpty(references);
        // The distributions of projections (docs/decisions/0015-sampling.md): computed, not our own.
        Assert.DoesNotContain(
            references,
            name => name is not "MathNet.Numerics" && !name.StartsWith("System.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Domain_DoesNoInputOrOutput() =>
        AssertTypesDependOnNone(
            Domain,
            "System.IO.File",
            "System.IO.FileInfo",
            "System.IO.FileStream",
            "System.IO.Directory",
            "System.IO.DirectoryInfo",
            "System.IO.StreamReader",
            "System.IO.StreamWriter",
            "System.Console",
            "System.Data",
            "System.Diagnostics.Process",
            "System.Net"
        );

    [Fact]
    public void Documents_KnowNeitherRulesNorStorageNorUseCases() =>
        AssertKnowsNoneOf(Documents, "ScrBudget.Domain", "ScrBudget.Data", "ScrBudget.Application");

    [Fact]
    public void Documents_DoNotReachForADatabaseOrTheWeb() =>
        AssertTypesDependOnNone(
            Documents,
            "Microsoft.EntityFrameworkCore",
            "Microsoft.AspNetCore",
            "System.Data",
            "System.Net.Http"
        );

    [Fact]
    public void Data_KnowsNeitherDocumentsNorUseCases() =>
        AssertKnowsNoneOf(Data, "ScrBudget.Documents", "ScrBudget.Application", "ScrBudget.Web", "scrbudget");

    [Fact]
    public void Application_KnowsNeitherSiteNorCommandLine() =>
        AssertKnowsNoneOf(Application, "ScrBudget.Web", "scrbudget");

    [Theory]
    [InlineData("ScrBudget.Domain", "")]
    [InlineData("ScrBudget.Documents", "")]
    [InlineData("ScrBudget.Data", "ScrBudget.Domain")]
    [InlineData("ScrBudget.Data.Sqlite", "ScrBudget.Data")]
    [InlineData("ScrBudget.Data.SqlServer", "ScrBudget.Data")]
    [InlineData("ScrBudget.Data.PostgreSql", "ScrBudget.Data")]
    [InlineData("ScrBudget.Web", "ScrBudget.Application")]
    [InlineData("ScrBudget.Cli", "ScrBudget.Application")]
    public void Project_NamesOnlyTheFloorsBeneathIt(string name, string allowed)
    {
        var project = Assert.Single(ProjectFile.All, project => project.Name == name);

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), project.Projects);
    }

    [Fact]
    public void PackagesOfOneDatabase_AreNamedByItsProjectOnly()
    {
        string[] prefixes =
        [
            "Microsoft.EntityFrameworkCore.Sqlite",
            "Microsoft.EntityFrameworkCore.SqlServer",
            "Microsoft.Data.Sqlite",
            "Microsoft.Data.SqlClient",
            "Npgsql",
        ];
        var naming = ProjectFile
            .All.Where(project =>
                project.Packages.Any(package =>
                    prefixes.Any(prefix => package.StartsWith(prefix, StringComparison.Ordinal))
                )
            )
            .Select(project => project.Name)
            .ToList();

        Assert.NotEmpty(naming);
        Assert.All(naming, name => Assert.True(ProjectFile.IsOfOneDatabase(name), name));
    }

    [Fact]
    public void ProjectsOfOneDatabase_AreRegisteredByApplicationOnly()
    {
        var referring = ProjectFile
            .All.Where(project => project.Projects.Any(ProjectFile.IsOfOneDatabase))
            .Select(project => project.Name);

        Assert.Equal(["ScrBudget.Application"], referring);
    }

    private static string[] ReferencesOf(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Order(StringComparer.Ordinal)];

    /// <summary>The compiler writes a reference for each assembly of which anything is used; a project reference alone leaves none.</summary>
    private static void AssertKnowsNoneOf(Assembly assembly, params string[] others)
    {
        var references = ReferencesOf(assembly);
        Assert.NotEmpty(references);
        Assert.Empty(references.Intersect(others, StringComparer.Ordinal));
    }

    private static void AssertTypesDependOnNone(Assembly assembly, params string[] dependencies)
    {
        var types = Types.InAssembly(assembly);
        Assert.NotEmpty(types.GetTypes());

        var result = types.ShouldNot().HaveDependencyOnAny(dependencies).GetResult();

        Assert.True(result.IsSuccessful, string.Join('\n', result.FailingTypeNames ?? []));
    }
}
