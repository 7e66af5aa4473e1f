using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;

namespace ScrBudget.Domain.Requests;

/// <summary>One request goes into another: what it still owed is owed by that one from then on (domain.md section 8).</summary>
public sealed partial class ResourceRequest
{
    /// <summary>Puts this request into another; its open recommendations and answers go along.</summary>
    public Outcome MergeInto(ResourceRequest target, ScrPrompt prompt, string reason, Person by, DateTime at)
    {
        if (CheckMove(RequestAction.Merge, by) is { } refusal)
        {
            return refusal;
        }

        if (target.Number == Number || target.BudgetYear != BudgetYear)
        {
            return ReviewRefusals.MergeTarget("Choose another request of the same budget year.");
        }

        if (!target.Status.TakesInOthers())
        {
            return ReviewRefusals.MergeTarget(
                $"{target.Number} is {target.Status.Title().ToLowerInvariant()}: it takes no more in. Choose one that is a draft, returned or in review, or reopen it."
            );
        }

        var moved = Move(RequestAction.Merge, by, at, reason, target.Number);
        if (!moved.IsDone)
        {
            return moved;
        }

        MergedInto = target.Number;
        foreach (
            var made in Recommendations.Where(made => !made.IsLate && StateOf(made) != RecommendationState.Settled)
        )
        {
            target.TakeOver(made, Number, at);
        }

        foreach (var category in prompt.Categories)
        {
            target.TakeOver(category, this, by, at);
        }

        target.Note($"Took in {Number}", at, after: Facts.Title);
        return Outcome.Done;
    }

    /// <summary>As it was made, by whom and when; one that stands here already is not asked twice.</summary>
    private void TakeOver(Recommendation made, string from, DateTime at)
    {
        if (recommendations.Exists(own => !own.IsLate && own.AsksTheSameAs(made)))
        {
            return;
        }

        var moved = made.MovedTo(recommendations.Count + 1, from);
        recommendations.Add(moved);
        Note($"Took over {made.Label} of {from}", at, after: moved.ToString(), why: made.Why);
    }

    /// <summary>
    /// Where this request has said nothing of the category: an answer that no analyst has judged moves along as it is; a
    /// category that was never answered bears on this request from now on.
    /// </summary>
    private void TakeOver(PromptedCategory category, ResourceRequest merged, Person by, DateTime at)
    {
        var code = category.CategoryCode;
        if (DecisionOn(code) is not (CategoryDecision.Unanswered or CategoryDecision.Dismissed))
        {
            return;
        }

        if (category.NeedsAnswer)
        {
            AddAnswer(code, CategoryDecision.BearsOnIt, null, string.Empty, null, by, at, []);
            Note($"Took over {code}, unanswered in {merged.Number}", at);
        }
        else if (
            category.Decision is CategoryDecision.Declined or CategoryDecision.NotApplicable
            && merged.Answers.Last(answer => answer.CategoryCode == code) is var answer
            && merged.ReviewOf(answer)?.Verdict is null or Verdict.Escalated
        )
        {
            answers.Add(answer.MovedTo(answers.Count + 1));
            Note(
                $"Took over the answer on {code} of {merged.Number}",
                at,
                after: answer.Decision.Title(),
                why: answer.Reason
            );
        }
    }
}
