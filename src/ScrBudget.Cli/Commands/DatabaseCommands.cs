using System.CommandLine;
using ScrBudget.Application.Storage;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget database migrate</c></summary>
internal static class DatabaseCommands
{
    private const string Description = """
        Make the database, or bring it to this version, and load the reference data that are missing. A SQLite file is
        migrated by every command anyway; SQL Server and PostgreSQL only by this one and by the site.

        Example:
          scrbudget database migrate --database "postgresql:Host=localhost;Database=scrbudget;Username=scrbudget"
        """;

    public static Command Build(CommandHost host)
    {
        var migrate = new Command("migrate", Description);
        host.WithDatabase(migrate, MigrateAsync);
        return new Command("database", "The database itself") { migrate };
    }

    private static async Task<int> MigrateAsync(DatabaseRun run)
    {
        var migrated = await run.Get<PrepareDatabase>().ExecuteAsync(run.Cancellation);
        if (!migrated.IsDone)
        {
            return run.Refuse(migrated.Refusal);
        }

        var database = run.Get<DatabaseChoice>().ToString();
        if (run.IsJson)
        {
            run.WriteJson(new { database, migrated = true });
        }
        else
        {
            await run.Output.WriteLineAsync($"The database is of this version: {database}");
        }

        return ExitCodes.Done;
    }
}
