using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.Review.Deciding;

/// <summary>Which of a cycle's stages have amounts that somebody enters.</summary>
public static class CycleStages
{
    /// <summary>Those whose amounts are entered: the ones before come from the submission, the review and the decision.</summary>
    public static IReadOnlyList<string> Later(BudgetCycle cycle) => [.. cycle.Stages.Where(IsLater)];

    public static bool IsLater(string stage) => stage is not (Stages.ProgramOffice or Stages.Analyst or Stages.Oao);
}
