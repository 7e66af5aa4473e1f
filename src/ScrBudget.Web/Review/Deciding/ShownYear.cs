using ScrBudget.Application;
using ScrBudget.Application.Cycles;
using ScrBudget.Application.Requests;

namespace ScrBudget.Web.Review.Deciding;

/// <summary>Which year and which requests a page of deciding shows.</summary>
internal static class ShownYear
{
    /// <summary>The address's own, else that of the latest open call, else the latest; 0 where there is no call at all.</summary>
    public static async Task<int> OfAsync(int? fromAddress, ListCycles cycles, TimeProvider time)
    {
        if (fromAddress is { } year)
        {
            return year;
        }

        var open = await cycles.OpenCallAsync(time.Today());
        return (open ?? (await cycles.ExecuteAsync() is [var latest, ..] ? latest : null))?.BudgetYear ?? 0;
    }

    public static bool Matches(RequestDigest request, string? search) =>
        (search ?? string.Empty)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word =>
                request.Number.Contains(word, StringComparison.OrdinalIgnoreCase)
                || request.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
                || request.OfficeName.Contains(word, StringComparison.OrdinalIgnoreCase)
            );
}
