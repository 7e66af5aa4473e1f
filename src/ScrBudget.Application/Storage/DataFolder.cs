namespace ScrBudget.Application.Storage;

/// <summary>Where the product keeps its files, shared by site and command line: <c>SCRBUDGET_DATA</c>, else the user's local application data.</summary>
public static class DataFolder
{
    public const string Variable = "SCRBUDGET_DATA";

    /// <summary>The folder, made when it is not there.</summary>
    public static string Path
    {
        get
        {
            var chosen = Environment.GetEnvironmentVariable(Variable);
            var folder = string.IsNullOrWhiteSpace(chosen)
                ? System.IO.Path.Combine(
                    Environment.GetFolderPath(
                        Environment.SpecialFolder.LocalApplicationData,
                        Environment.SpecialFolderOption.Create
                    ),
                    "ScrBudget"
                )
                : System.IO.Path.GetFullPath(chosen);
            return Directory.CreateDirectory(folder).FullName;
        }
    }
}
