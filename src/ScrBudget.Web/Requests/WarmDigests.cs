using ScrBudget.Application.Requests;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Web.Requests;

/// <summary>Reads every request once after the start, so that the first to open a list or the tracking need not wait for it.</summary>
internal sealed class WarmDigests(RequestDigests digests, ILogger<WarmDigests> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The site serves meanwhile.
        await Task.Yield();
        try
        {
            await digests.ReadAsync(Person.SystemOperator, cancellation: stoppingToken);
        }
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning(problem, "The requests could not be read in advance; the first list reads them.");
        }
    }
}
