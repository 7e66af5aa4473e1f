using ScrBudget.Application;
using ScrBudget.Application.Cycles;

namespace ScrBudget.Web.Review.Deciding;

/// <summary>Which year a page of deciding shows.</summary>
internal static class ShownYear
{
    /// <summary>No call has been set up yet.</summary>
    public const int None = 0;

    /// <summary>The address's own, else that of the latest open call, else the latest; <see cref="None"/> without any.</summary>
    public static async Task<int> OfAsync(int? fromAddress, ListCycles cycles, TimeProvider time)
    {
        if (fromAddress is { } year)
        {
            return year;
        }

        var open = await cycles.OpenCallAsync(time.Today());
        return (open ?? (await cycles.ExecuteAsync() is [var latest, ..] ? latest : null))?.BudgetYear ?? None;
    }
}
