using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data.PostgreSql;
using ScrBudget.Data.Sqlite;
using ScrBudget.Data.SqlServer;
using ScrBudget.Domain;

namespace ScrBudget.Application.Storage;

public enum DatabaseKind
{
    Sqlite,
    SqlServer,
    PostgreSql,
}

/// <summary>
/// Which database to use: <c>sqlite:PATH</c>, <c>sqlserver:CONNECTION</c> or <c>postgresql:CONNECTION</c>, as
/// <c>ScrBudget:Database</c> and <c>--database</c> give it.
/// </summary>
public sealed record DatabaseChoice
{
    private DatabaseChoice(DatabaseKind kind, string target) => (Kind, Target) = (kind, target);

    public DatabaseKind Kind { get; }

    /// <summary>The file for SQLite, else the connection string. May hold a password: not for display.</summary>
    public string Target { get; }

    /// <summary>The file <c>scrbudget.db</c> in the data folder.</summary>
    public static DatabaseChoice Default => new(DatabaseKind.Sqlite, Path.Combine(DataFolder.Path, "scrbudget.db"));

    public static Outcome<DatabaseChoice> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Default;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var target = colon < 0 ? string.Empty : text[(colon + 1)..].Trim();
        DatabaseKind? kind = (colon < 0 ? string.Empty : text[..colon].Trim().ToLowerInvariant()) switch
        {
            "sqlite" => DatabaseKind.Sqlite,
            "sqlserver" => DatabaseKind.SqlServer,
            "postgresql" => DatabaseKind.PostgreSql,
            _ => null,
        };
        if (kind is null || target.Length == 0)
        {
            return new Refusal(
                "database-unknown",
                "The database is given as sqlite:PATH, sqlserver:CONNECTION or postgresql:CONNECTION."
            );
        }

        return new DatabaseChoice(kind.Value, kind == DatabaseKind.Sqlite ? Path.GetFullPath(target) : target);
    }

    public void Configure(DbContextOptionsBuilder options)
    {
        switch (Kind)
        {
            case DatabaseKind.Sqlite:
                Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
                options.UseScrBudgetSqlite(
                    // Built, not concatenated: a folder's name may hold a semicolon or quotes.
                    new SqliteConnectionStringBuilder { DataSource = Target }.ConnectionString
                );
                break;
            case DatabaseKind.SqlServer:
                options.UseScrBudgetSqlServer(Target);
                break;
            default:
                options.UseScrBudgetPostgreSql(Target);
                break;
        }
    }

    /// <summary>For display: names no secret.</summary>
    public override string ToString() => Kind == DatabaseKind.Sqlite ? $"sqlite:{Target}" : Kind.ToString();
}
