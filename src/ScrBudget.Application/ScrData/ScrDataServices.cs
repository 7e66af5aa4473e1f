using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ScrBudget.Application.ScrData;

/// <summary>Registers the use cases of SCR data.</summary>
public static class ScrDataServices
{
    public static IServiceCollection AddScrData(this IServiceCollection services)
    {
        services.TryAddSingleton<ImportScrExtract>();
        services.TryAddSingleton<PublishSnapshot>();
        services.TryAddSingleton<QueryStatistic>();
        services.TryAddSingleton<SnapshotQueries>();
        return services;
    }
}
