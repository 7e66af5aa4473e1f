using System.Runtime.Versioning;
using Npgsql;
using ScrBudget.TestSupport;

namespace ScrBudget.Data.Tests;

[SupportedOSPlatform("linux")]
public sealed class PostgreSqlServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateDatabase_Twice_GivesTwoSeparateDatabases()
    {
        await using var server = await PostgreSqlServer.StartAsync(Cancellation);
        var first = await server.CreateDatabaseAsync(Cancellation);
        var second = await server.CreateDatabaseAsync(Cancellation);

        await ExecuteAsync(first, "CREATE TABLE mark (value text); INSERT INTO mark VALUES ('größer');");

        Assert.Equal("größer", await ScalarAsync(first, "SELECT value FROM mark"));
        Assert.Equal(0L, await ScalarAsync(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'mark'"));
    }

    [Fact]
    public async Task Dispose_RemovesTheServerAndItsFolder()
    {
        var server = await PostgreSqlServer.StartAsync(Cancellation);
        var connectionString = await server.CreateDatabaseAsync(Cancellation);
        Assert.True(Directory.Exists(server.Folder));

        await server.DisposeAsync();

        Assert.False(Directory.Exists(server.Folder));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(connectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Server_NeedsNoDurability_BecauseItIsThrownAway()
    {
        await using var server = await PostgreSqlServer.StartAsync(Cancellation);
        var connectionString = await server.CreateDatabaseAsync(Cancellation);

        Assert.Equal("off", await ScalarAsync(connectionString, "SHOW fsync"));
        Assert.Equal("UTF8", await ScalarAsync(connectionString, "SHOW server_encoding"));
    }

    [Fact]
    public async Task Start_WithoutPostgreSql_FailsAndSaysWhatToInstall()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            PostgreSqlServer.StartAsync(["/nowhere"], Cancellation)
        );

        Assert.Contains("Install Debian's package 'postgresql'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithABrokenServer_FailsAndTellsWhatTheServerSaid()
    {
        using var folder = new TemporaryFolder();
        var program = folder.File("initdb");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho the disk is full\nexit 1\n", Cancellation);
        OpenToEveryone(folder.FullPath);
        OpenToEveryone(program);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            PostgreSqlServer.StartAsync([folder.FullPath], Cancellation)
        );

        Assert.Contains("the disk is full", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>The server's user is another one where the tests run as root.</summary>
    private static void OpenToEveryone(string path) =>
        File.SetUnixFileMode(
            path,
            UnixFileMode.UserRead
                | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute
                | UnixFileMode.OtherRead
                | UnixFileMode.OtherExecute
        );

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
