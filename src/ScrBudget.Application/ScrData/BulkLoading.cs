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

    private static readonly BulkCopyOptions Options = new() { BulkCopyType = BulkCopyType.MultipleRows };

    /// <summary>
    /// Gives SQLite 64 MB for the pages of the indexes that a large load fills; its own 2 MB would be read and written
    /// over and over. For this connection alone; the other databases see to it themselves.
    /// </summary>
    public static async Task PrepareToLoadAsync(this ScrBudgetContext context, CancellationToken cancellation)
    {
        if (context.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true)
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -65536", cancellation);
        }
    }

    public static async Task LoadAsync<T>(
        this ScrBudgetContext context,
        IEnumerable<T> rows,
        CancellationToken cancellation
    )
        where T : class => await context.BulkCopyAsync(Options, rows, cancellation);
}
