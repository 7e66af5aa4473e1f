using ScrBudget.Domain;

namespace ScrBudget.Application.Review.Deciding;

/// <summary>What several use cases of deciding refuse.</summary>
internal static class DecidingRefusals
{
    public static Refusal NoOffice { get; } =
        new("office-not-found", "There is no such office, or you may not see its requests.");

    public static Refusal NoCycle(int budgetYear) =>
        new("cycle-not-found", $"There is no data call for FY {budgetYear}. Choose a budget year of the list.");

    public static Refusal NotThisYear(string number, int budgetYear) =>
        new("request-not-of-cycle", $"{number} is not a request of FY {budgetYear} that you may see.")
        {
            Field = "request",
        };

    public static Refusal RemovedOn(string why) => new("removal-date", why) { Field = "removed-on" };
}
