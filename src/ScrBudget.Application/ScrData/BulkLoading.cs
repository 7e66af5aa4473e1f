using LinqToDB.Data;
using LinqToDB.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;

namespace ScrBudget.Application.ScrData;

/// <summary>Writes many rows through the EF model, inside the context's transaction, without tracking them.</summary>
internal static class BulkLoading
{
    /// <summary>Rows that are read before they are written together.</summary>
    public const int Batch = 20_000;

    private static readonly BulkCopyOptions Inserts = new() { BulkCopyType = BulkCopyType.MultipleRows };

    /// <summary>COPY on PostgreSQL, SqlBulkCopy on SQL Server.</summary>
    private static readonly BulkCopyOptions Native = new() { BulkCopyType = BulkCopyType.ProviderSpecific };

    /// <summary>
    /// Gives SQLite 64 MB for the pages of the indexes that a large load fills; its own 2 MB would be read and written
    /// over and over. For this connection alone; the other databases see to it themselves.
    /// </summary>
    public static async Task PrepareToLoadAsync(this ScrBudgetContext context, CancellationToken cancellation)
    {
        if (context.IsSqlite())
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -65536", cancellation);
        }
    }

    public static async Task LoadAsync<T>(
        this ScrBudgetContext context,
        IEnumerable<T> rows,
        CancellationToken cancellation
    )
        where T : class => await context.BulkCopyAsync(context.IsSqlite() ? Inserts : Native, rows, cancellation);

    private static bool IsSqlite(this ScrBudgetContext context) =>
        context.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
}
