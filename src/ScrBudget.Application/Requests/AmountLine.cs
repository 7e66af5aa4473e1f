using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Requests;

/// <summary>What a stage said last of a request's budget year.</summary>
/// <param name="Change">From the last stage before it that gave an amount; null for the first.</param>
public sealed record AmountLine(string Stage, StageEntry Entry, Money? Change)
{
    /// <summary>The stages that gave an amount, in the order of the cycle, the office first.</summary>
    public static IReadOnlyList<AmountLine> Of(ResourceRequest request, BudgetCycle cycle)
    {
        var handedIn = StageEntry.Of(request.Submissions);
        var lines = new List<AmountLine>();
        foreach (var stage in cycle.Stages.Prepend(Stages.ProgramOffice).Distinct())
        {
            if (StageEntry.OfStage(stage, handedIn, request.Amounts) is [.., var entry])
            {
                lines.Add(
                    new AmountLine(stage, entry, lines.Count == 0 ? null : entry.Dollars - lines[^1].Entry.Dollars)
                );
            }
        }

        return lines;
    }
}
