using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <summary>SCR data that were recommended to a request of an earlier cycle after it was transmitted.</summary>
/// <param name="On">The day of the recommendation, where the office is.</param>
public sealed record LateRecommendation(string Number, int BudgetYear, RecommendationDigest Made, DateOnly On);

/// <summary>
/// The late recommendations that a request inherits: of its office's transmitted requests of earlier budget years. They
/// are advice to its author and its analyst, and count in no cycle's use (domain.md section 8).
/// </summary>
public sealed class ReadLateRecommendations(RequestDigests digests, TimeProvider time)
{
    /// <summary>The latest year first; empty for who may not see the office's requests.</summary>
    public async Task<IReadOnlyList<LateRecommendation>> ExecuteAsync(
        ResourceRequest request,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var visible = await digests.ReadAsync(by, budgetYear: null, cancellation);
        return
        [
            .. from earlier in visible
            where earlier.OfficeCode == request.OfficeCode && earlier.BudgetYear < request.BudgetYear
            from made in earlier.Recommendations
            where made.IsLate
            select new LateRecommendation(earlier.Number, earlier.BudgetYear, made, time.DayOf(made.At)),
        ];
    }
}
