namespace ScrBudget.TestSupport;

/// <summary>A folder of its own for one test, under the system's temporary folder; removed with all it holds when disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The absolute path; the folder exists.</summary>
    public string FullPath { get; } = Directory.CreateTempSubdirectory("scrbudget-test-").FullName;

    /// <summary>The absolute path of a file in the folder; the file need not exist.</summary>
    public string File(string name) => Path.Combine(FullPath, name);

    public void Dispose()
    {
        if (Directory.Exists(FullPath))
        {
            Directory.Delete(FullPath, recursive: true);
        }
    }
}
