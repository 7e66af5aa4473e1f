using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ScrBudget.Application.Storage;
using ScrBudget.Data;

namespace ScrBudget.Application;

/// <summary>Registers the use cases and the database that they work on; web, command line and tests call this.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddScrBudget(this IServiceCollection services, DatabaseChoice database)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddDbContextFactory<ScrBudgetContext>(options => database.Configure(options));
        services.AddSingleton<PrepareDatabase>();
        return services;
    }
}
