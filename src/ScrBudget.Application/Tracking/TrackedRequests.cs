using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Tracking;

/// <summary>The requests of the offices that a person may track, and what it takes to name what is in them.</summary>
/// <param name="Categories">In the catalogue's order.</param>
/// <param name="SyntheticSnapshots">Their numbers.</param>
public sealed record TrackedSet(
    IReadOnlyList<RequestDigest> Requests,
    IReadOnlyList<ScrCategory> Categories,
    IReadOnlySet<int> SyntheticSnapshots
)
{
    public string CategoryName(string code) =>
        Categories.FirstOrDefault(category => category.Code == code)?.Name ?? code;

    /// <summary>What a screen or a file with these requests must say.</summary>
    public IReadOnlyList<string> Notices(IReadOnlyCollection<RequestDigest> shown) =>
        [
            .. shown.Any(request =>
                request.Figures.Any(figure =>
                    figure.IsCited && SyntheticSnapshots.Contains(figure.Attached.SnapshotNumber)
                )
            )
                ? [StatisticWording.Synthetic]
                : Array.Empty<string>(),
            .. shown.Any(request => request.IsSynthetic) ? [SyntheticRequest.Notice] : Array.Empty<string>(),
            .. shown.Any(request => request.IsWorkedExample) ? [RequestComposer.Illustrative] : Array.Empty<string>(),
        ];
}

/// <summary>Reads what tracking counts: the requests of the offices that a person may track.</summary>
public sealed class TrackedRequests(RequestDigests digests, IDbContextFactory<ScrBudgetContext> contexts)
{
    /// <param name="officeCode">An office that is asked for by name; refused where the person may not track it.</param>
    public async Task<Outcome<TrackedSet>> ReadAsync(
        string? officeCode,
        int? budgetYear,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!(officeCode is null ? by.Can(Permission.ReadTracking) : by.Can(Permission.ReadTracking, officeCode)))
        {
            return RequestRefusals.NotAllowed;
        }

        var requests = await digests.ReadAsync(by, budgetYear, cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var synthetic = await context
            .Snapshots.Where(snapshot => snapshot.IsSynthetic)
            .Select(snapshot => snapshot.Number)
            .ToListAsync(cancellation);
        return new TrackedSet(
            [.. requests.Where(request => by.Can(Permission.ReadTracking, request.OfficeCode))],
            await context.ScrCategories.AsNoTracking().OrderBy(category => category.Order).ToListAsync(cancellation),
            synthetic.ToHashSet()
        );
    }
}
