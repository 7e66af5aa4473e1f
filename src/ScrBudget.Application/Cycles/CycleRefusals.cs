using System.Globalization;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Cycles;

/// <summary>What several use cases of data calls refuse.</summary>
internal static class CycleRefusals
{
    public static Refusal NotAllowed(Person by, string what) => new("not-allowed", $"{by.Name} may not {what}.");

    public static Refusal NotFound(int budgetYear) =>
        new(
            "cycle-not-found",
            string.Create(CultureInfo.InvariantCulture, $"There is no data call for FY {budgetYear}.")
        )
        {
            Field = "budget-year",
        };
}
