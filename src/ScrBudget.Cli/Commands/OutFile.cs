using ScrBudget.Domain;

namespace ScrBudget.Cli.Commands;

/// <summary>The file that a command is to write.</summary>
internal static class OutFile
{
    /// <summary>The absolute path, or that its folder is not there.</summary>
    public static Outcome<string> Parse(string path)
    {
        var full = Path.GetFullPath(path);
        return Directory.Exists(Path.GetDirectoryName(full))
            ? full
            : new Refusal("folder-not-found", $"There is no folder {Path.GetDirectoryName(full)}. Make it first.");
    }
}
