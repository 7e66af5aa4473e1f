using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application;
using ScrBudget.Application.Storage;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;

namespace ScrBudget.Web.Tests.Shell;

/// <summary>A database in which the call for FY 2031 has been open since 2001, whatever the day.</summary>
public sealed class OpenCallDatabase : IAsyncLifetime
{
    private readonly TemporarySqliteDatabase file = new();

    public DatabaseChoice Choice => DatabaseChoice.Parse(file.Setting).Value;

    public async ValueTask InitializeAsync()
    {
        await using var services = new ServiceCollection().AddScrBudget(Choice).BuildServiceProvider();
        await services.GetRequiredService<PrepareDatabase>().ExecuteAsync(TestContext.Current.CancellationToken);
        await using var context = await services
            .GetRequiredService<IDbContextFactory<ScrBudgetContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        context.Add(
            new BudgetCycle(
                new FiscalYear(2031),
                new FiscalYear(2029),
                new DateOnly(2001, 1, 1),
                new DateOnly(2029, 2, 28),
                Marking.Budget
            )
        );
        await context.SaveAsync(Person.SystemOperator, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    public ValueTask DisposeAsync()
    {
        file.Dispose();
        return ValueTask.CompletedTask;
    }
}
