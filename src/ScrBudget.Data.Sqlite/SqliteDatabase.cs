using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ScrBudget.Data.Sqlite;

/// <summary>The context on SQLite, with the migrations of this assembly.</summary>
public static class SqliteDatabase
{
    public static DbContextOptionsBuilder UseScrBudgetSqlite(
        this DbContextOptionsBuilder options,
        string connectionString
    ) =>
        options.UseSqlite(
            connectionString,
            database => database.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name)
        );
}

/// <summary>For <c>dotnet ef migrations add</c> alone; connects to nothing.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<ScrBudgetContext>
{
    public ScrBudgetContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ScrBudgetContext>();
        options.UseScrBudgetSqlite("Data Source=scrbudget.db");
        return new ScrBudgetContext(options.Options);
    }
}
