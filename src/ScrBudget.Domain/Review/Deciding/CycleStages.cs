using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.Review.Deciding;

/// <summary>The stages whose amounts a cycle keeps, in the order of the process.</summary>
public static class CycleStages
{
    private static readonly string[] Usual =
    [
        Stages.ProgramOffice,
        Stages.Analyst,
        Stages.Oao,
        "ICE",
        "DHS",
        "OMB",
        "President's Budget",
        "Enacted",
    ];

    public static IReadOnlyList<string> Of(BudgetCycle cycle)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return Usual;
    }

    /// <summary>Those whose amounts are entered: the ones before come from the submission, the review and the decision.</summary>
    public static IReadOnlyList<string> Later(BudgetCycle cycle) => [.. Of(cycle).Where(IsLater)];

    public static bool IsLater(string stage) => stage is not (Stages.ProgramOffice or Stages.Analyst or Stages.Oao);
}
