using LinqToDB.Data;
using LinqToDB.EntityFrameworkCore;
using ScrBudget.Data;

namespace ScrBudget.Application.ScrData;

/// <summary>Writes many rows through the EF model, inside the context's transaction, without tracking them.</summary>
internal static class BulkLoading
{
    /// <summary>Rows that are read before they are written together.</summary>
    public const int Batch = 20_000;

    private static readonly BulkCopyOptions Options = new() { BulkCopyType = BulkCopyType.MultipleRows };

    public static async Task LoadAsync<T>(
        this ScrBudgetContext context,
        IEnumerable<T> rows,
        CancellationToken cancellation
    )
        where T : class => await context.BulkCopyAsync(Options, rows, cancellation);
}
