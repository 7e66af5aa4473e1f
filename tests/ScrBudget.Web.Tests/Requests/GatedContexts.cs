using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>
/// A database that answers when the test lets it: SQLite answers at once, so that what overlaps on a server would not do so
/// in a test.
/// </summary>
internal sealed class GatedContexts(Func<ScrBudgetContext> create) : IDbContextFactory<ScrBudgetContext>
{
    private TaskCompletionSource gate = Opened();

    public ScrBudgetContext CreateDbContext() => create();

    public async Task<ScrBudgetContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        await gate.Task;
        return create();
    }

    public void Close() => gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => gate.TrySetResult();

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }
}
