using System.Xml.Linq;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Architecture;

/// <summary>A project of the solution's src folder and what its project file names.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    /// <summary>The folder of the product's projects, from the root.</summary>
    public const string SourceFolder = "src";

    /// <summary>Every project under src, in order of name.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } =
    [.. RepositoryFiles.Under(SourceFolder, ".csproj").Select(Read)];

    /// <summary>Its folder, from the root.</summary>
    public string Folder => $"{SourceFolder}/{Name}";

    /// <summary>One of the storage projects: the context, or the migrations of one database.</summary>
    public bool IsData => Name == "ScrBudget.Data" || IsOfOneDatabase(Name);

    /// <summary>Whether a project of this name holds what is particular to one database.</summary>
    public static bool IsOfOneDatabase(string name) => name.StartsWith("ScrBudget.Data.", StringComparison.Ordinal);

    private static ProjectFile Read(string path)
    {
        var file = XDocument.Parse(RepositoryFiles.Read(path));
        return new ProjectFile(
            Path.GetFileNameWithoutExtension(path),
            [.. Included(file, "ProjectReference").Select(project => Path.GetFileNameWithoutExtension(project))],
            [.. Included(file, "PackageReference")]
        );
    }

    private static IEnumerable<string> Included(XDocument file, string item) =>
        file.Descendants(item)
            .Select(element => element.Attribute("Include")?.Value ?? "")
            .Where(name => name.Length > 0);
}
