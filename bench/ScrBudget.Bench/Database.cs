using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Storage;
using ScrBudget.TestSupport;

namespace ScrBudget.Bench;

/// <summary>A migrated database that goes when this is disposed, with the use cases on it.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly TemporaryFolder? folder;

    private Database(DatabaseChoice choice, TemporaryFolder? folder)
    {
        services = new ServiceCollection().AddScrBudget(choice).BuildServiceProvider();
        this.folder = folder;
    }

    /// <summary>A use case.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>An empty SQLite file in a folder of its own.</summary>
    public static Task<Database> OnSqliteAsync(CancellationToken cancellation)
    {
        var ownFolder = new TemporaryFolder();
        return PrepareAsync($"sqlite:{ownFolder.File("scrbudget.db")}", ownFolder, cancellation);
    }

    /// <summary>An empty database of that server, which removes it with its own folder.</summary>
    public static async Task<Database> OnPostgreSqlAsync(PostgreSqlServer server, CancellationToken cancellation) =>
        await PrepareAsync(
            $"postgresql:{await server.CreateDatabaseAsync(cancellation)}",
            ownFolder: null,
            cancellation
        );

    /// <summary>The demo as the site shows it.</summary>
    /// <param name="path">Of the SQLite file, which stays; null for one in a folder of its own.</param>
    public static async Task<Database> WithDemoAsync(string? path, CancellationToken cancellation)
    {
        var database = path is null
            ? await OnSqliteAsync(cancellation)
            : await PrepareAsync($"sqlite:{path}", ownFolder: null, cancellation);
        await database.Get<LoadDemo>().ExecuteAsync(withSite: true, progress: null, cancellation);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder?.Dispose();
    }

    private static async Task<Database> PrepareAsync(
        string setting,
        TemporaryFolder? ownFolder,
        CancellationToken cancellation
    )
    {
        var database = new Database(DatabaseChoice.Parse(setting).Value, ownFolder);
        await database.Get<PrepareDatabase>().ExecuteAsync(cancellation);
        return database;
    }
}
