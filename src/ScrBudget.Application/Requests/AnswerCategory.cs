using Microsoft.EntityFrameworkCore;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <param name="CategoryCode">Empty for <em>none applies</em>.</param>
/// <param name="Decision">Declined, not applicable, bears on it, or dismissed.</param>
public sealed record AnswerCategoryInput(
    string Number,
    string CategoryCode,
    CategoryDecision Decision,
    DeclineReason? DeclineReason = null,
    string Reason = ""
);

/// <summary>Answers a category without attaching a statistic.</summary>
public sealed class AnswerCategory(ChangeRequest changes)
{
    internal static Refusal UnknownCategory { get; } = new("category-unknown", "Choose a category from the list.");

    public Task<Outcome> ExecuteAsync(AnswerCategoryInput input, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync(
            input.Number,
            by,
            Permission.DraftRequests,
            async inHand =>
            {
                var none = input.CategoryCode.Length == 0;
                if (
                    (none && input.Decision != CategoryDecision.NotApplicable)
                    || (
                        !none
                        && !await inHand.Context.ScrCategories.AnyAsync(
                            known => known.Code == input.CategoryCode,
                            cancellation
                        )
                    )
                )
                {
                    return UnknownCategory;
                }

                if (
                    input.Decision == CategoryDecision.Dismissed
                    && await inHand.Context.Offices.AnyAsync(
                        office =>
                            office.Code == inHand.Request.OfficeCode
                            && office.StandingCategories.Any(standing =>
                                standing.CategoryCode == input.CategoryCode
                                && standing.Strength == CategoryStrength.Suggested
                            ),
                        cancellation
                    )
                )
                {
                    return RequestRefusals.SuggestedNeedsAnswer(input.CategoryCode);
                }

                return Answer(inHand.Request, input, by, inHand.At);
            },
            cancellation
        );

    private static Outcome Answer(ResourceRequest request, AnswerCategoryInput input, Person by, DateTime at) =>
        input.Decision switch
        {
            CategoryDecision.Declined when input.DeclineReason is { } coded => request.Decline(
                input.CategoryCode,
                coded,
                input.Reason,
                by,
                at
            ),
            CategoryDecision.NotApplicable when input.CategoryCode.Length == 0 => request.MarkNoneApplies(
                input.Reason,
                by,
                at
            ),
            CategoryDecision.NotApplicable => request.MarkNotApplicable(input.CategoryCode, input.Reason, by, at),
            CategoryDecision.BearsOnIt => request.Confirm(input.CategoryCode, by, at),
            CategoryDecision.Dismissed => request.Dismiss(input.CategoryCode, by, at),
            _ => RequestRefusals.NotUsable("Answer", "attach, decline with a reason, or say why it is not applicable."),
        };
}
