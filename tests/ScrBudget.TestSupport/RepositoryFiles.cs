namespace ScrBudget.TestSupport;

/// <summary>The project's own files, for tests that check how it is built.</summary>
public static class RepositoryFiles
{
    /// <summary>The folder that holds the solution, wherever the tests were started.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The text of a file named from the root, such as <c>global.json</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>
    /// Files of a folder and of those beneath it, named from the root with forward slashes, in order; what the build or
    /// npm wrote is left out.
    /// </summary>
    public static IReadOnlyList<string> Under(string folder, params string[] extensions) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(path => extensions.Contains(Path.GetExtension(path)) && !IsGenerated(path))
                .Order(StringComparer.Ordinal),
        ];

    private static bool IsGenerated(string path) =>
        path.Split('/') is var parts && parts.Intersect(["bin", "obj", "lib"]).Any();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ScrBudget.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"ScrBudget.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
