namespace ScrBudget.Application.Storage;

/// <summary>Where the product keeps its files, shared by site and command line: <c>SCRBUDGET_DATA</c>, else the user's local application data.</summary>
public static class DataFolder
{
    public const string Variable = "SCRBUDGET_DATA";

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folder, made when it is not there.</summary>
    public static string Path
    {
        get
        {
            var chosen = Environment.GetEnvironmentVariable(Variable);
            return Make(
                string.IsNullOrWhiteSpace(chosen)
                    ? System.IO.Path.Combine(
                        Environment.GetFolderPath(
                            Environment.SpecialFolder.LocalApplicationData,
                            Environment.SpecialFolderOption.Create
                        ),
                        "ScrBudget"
                    )
                    : System.IO.Path.GetFullPath(chosen)
            );
        }
    }

    /// <summary>The keys of sessions and forms, beside the data: they survive a restart of the site.</summary>
    public static string Keys => Make(System.IO.Path.Combine(Path, "keys"));

    /// <summary>
    /// Makes a folder that on Unix its owner alone can enter: in it are drafts, and keys that open sessions. One that is
    /// there keeps its mode.
    /// </summary>
    public static string Make(string folder) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder).FullName
            : Directory.CreateDirectory(folder, Owner).FullName;

    /// <summary>What to tell whoever runs the site when others on the machine can enter the folder; null when they cannot.</summary>
    public static string? Warning(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        return (File.GetUnixFileMode(folder) & ~Owner) == UnixFileMode.None
            ? null
            : $"Others on this machine can enter {folder}, which holds drafts and keys. To close it: chmod 700 '{folder}'";
    }
}
