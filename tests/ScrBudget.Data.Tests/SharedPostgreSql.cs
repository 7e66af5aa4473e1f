using ScrBudget.Application.Storage;
using ScrBudget.TestSupport;

[assembly: AssemblyFixture(typeof(ScrBudget.Data.Tests.SharedPostgreSql))]

namespace ScrBudget.Data.Tests;

/// <summary>One PostgreSQL server for all tests of this assembly; where PostgreSQL is absent, each of them fails.</summary>
public sealed class SharedPostgreSql : IAsyncLifetime
{
    private PostgreSqlServer? server;

    public async ValueTask InitializeAsync() => server = await PostgreSqlServer.StartAsync();

    public async Task<DatabaseChoice> NewDatabaseAsync() =>
        DatabaseChoice.Parse($"postgresql:{await server!.CreateDatabaseAsync()};Pooling=False").Value;

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
