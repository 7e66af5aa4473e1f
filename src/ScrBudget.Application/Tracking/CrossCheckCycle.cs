using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Tracking;

/// <summary>What the cross-checks found in a cycle.</summary>
/// <param name="BudgetYear">Null where there is no request yet.</param>
/// <param name="BudgetYears">Of the requests that the person may track, latest first.</param>
/// <param name="Requests">How many were compared.</param>
public sealed record CrossCheckReading(
    int? BudgetYear,
    IReadOnlyList<int> BudgetYears,
    int Requests,
    IReadOnlyList<CrossFinding> Findings,
    IReadOnlyList<string> Notices
);

/// <summary>Compares the requests of a cycle with one another, as far as the person may see them.</summary>
public sealed class CrossCheckCycle(TrackedRequests tracked, IDbContextFactory<ScrBudgetContext> contexts)
{
    /// <param name="budgetYear">Null for the latest that has requests.</param>
    public async Task<Outcome<CrossCheckReading>> ExecuteAsync(
        int? budgetYear,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var read = await tracked.ReadAsync(officeCode: null, budgetYear: null, by, cancellation);
        if (!read.IsDone)
        {
            return read.Refusal;
        }

        var years = read.Value.Requests.Select(request => request.BudgetYear).Distinct().ToList();
        var year = budgetYear ?? (years.Count == 0 ? null : years[0]);
        var requests = read.Value.Requests.Where(request => request.BudgetYear == year).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var offices = await context.Offices.AsNoTracking().OrderBy(office => office.Name).ToListAsync(cancellation);
        return new CrossCheckReading(
            year,
            years,
            requests.Count,
            CrossChecks.Of(requests, offices, read.Value.CategoryName),
            read.Value.Notices(requests)
        );
    }
}
