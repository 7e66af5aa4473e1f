using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ScrBudget.Data.SqlServer;

/// <summary>The context on SQL Server, with the migrations of this assembly.</summary>
public static class SqlServerDatabase
{
    public static DbContextOptionsBuilder UseScrBudgetSqlServer(
        this DbContextOptionsBuilder options,
        string connectionString
    ) =>
        options.UseSqlServer(
            connectionString,
            database => database.MigrationsAssembly(typeof(SqlServerDatabase).Assembly.GetName().Name)
        );
}

/// <summary>For <c>dotnet ef migrations add</c> alone; connects to nothing.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<ScrBudgetContext>
{
    public ScrBudgetContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ScrBudgetContext>();
        options.UseScrBudgetSqlServer("Server=localhost;Database=ScrBudget");
        return new ScrBudgetContext(options.Options);
    }
}
