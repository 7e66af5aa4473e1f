namespace ScrBudget.TestSupport;

/// <summary>A path for a SQLite file in a folder of its own; the file is made by whoever opens it first, and goes when this is disposed.</summary>
public sealed class TemporarySqliteDatabase : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Where the file will be; it does not exist yet.</summary>
    public string FilePath => folder.File("scrbudget.db");

    /// <summary>For a connection opened by the test itself. Without pooling: a pooled connection would keep the file open after its test.</summary>
    public string ConnectionString => $"Data Source={FilePath};Pooling=False";

    /// <summary>The same database as the setting <c>ScrBudget:Database</c> and the option <c>--database</c> name it.</summary>
    public string Setting => $"sqlite:{FilePath}";

    public void Dispose() => folder.Dispose();
}
