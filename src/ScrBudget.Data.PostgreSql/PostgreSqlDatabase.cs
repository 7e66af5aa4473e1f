using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ScrBudget.Data.PostgreSql;

/// <summary>The context on PostgreSQL, with the migrations of this assembly.</summary>
public static class PostgreSqlDatabase
{
    public static DbContextOptionsBuilder UseScrBudgetPostgreSql(
        this DbContextOptionsBuilder options,
        string connectionString
    ) =>
        options.UseNpgsql(
            connectionString,
            database => database.MigrationsAssembly(typeof(PostgreSqlDatabase).Assembly.GetName().Name)
        );
}

/// <summary>For <c>dotnet ef migrations add</c> alone; connects to nothing.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<ScrBudgetContext>
{
    public ScrBudgetContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ScrBudgetContext>();
        options.UseScrBudgetPostgreSql("Host=localhost;Database=scrbudget");
        return new ScrBudgetContext(options.Options);
    }
}
