using Microsoft.EntityFrameworkCore;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Requests;

/// <param name="Shows">What the figure shows about the need or the expected result; may be empty.</param>
/// <param name="Edition">The validated edition that was counted; 0 for the snapshot as published.</param>
/// <param name="InAnswerTo">The recommendation that it answers; null where nobody asked, or it is just what was recommended.</param>
public sealed record AttachStatisticInput(
    string Number,
    StatisticQuery Query,
    int SnapshotNumber,
    SectionKind Target,
    string Shows,
    int Edition = 0,
    int? InAnswerTo = null
);

/// <summary>Attaches a statistic of a published snapshot and places its sentence in Justification or Impact.</summary>
public sealed class AttachStatistic(ChangeRequest changes)
{
    /// <returns>The token without braces: <c>S1</c>.</returns>
    public Task<Outcome<string>> ExecuteAsync(
        AttachStatisticInput input,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ExecuteAsync<string>(
            input.Number,
            by,
            Permission.DraftRequests,
            async inHand =>
            {
                if (input.Query.Problem() is { } problem)
                {
                    return problem;
                }

                var category = await inHand.Context.ScrCategories.SingleOrDefaultAsync(
                    known => known.Code == input.Query.CategoryCode,
                    cancellation
                );
                if (category is null)
                {
                    return AnswerCategory.UnknownCategory;
                }

                if (
                    input.Query.Subcategory is { } subcategory
                    && !await inHand.Context.ScrSubcategories.AnyAsync(
                        known => known.CategoryCode == category.Code && known.Name == subcategory,
                        cancellation
                    )
                )
                {
                    return new Refusal("subcategory-unknown", "Choose a subcategory of the category from the list.");
                }

                var snapshot = await inHand.Context.Snapshots.FindAsync([input.SnapshotNumber], cancellation);
                if (snapshot is null)
                {
                    return new Refusal("snapshot-unknown", $"There is no snapshot {input.SnapshotNumber}.");
                }

                if (await OwnTexts.PutInAsync(inHand, [input.Target], cancellation) is { } collides)
                {
                    return collides;
                }

                var attached = inHand.Request.Attach(
                    input.Query,
                    snapshot,
                    input.Target,
                    StatisticWording.Subject(category.Name, input.Query.Subcategory),
                    input.Shows,
                    by,
                    inHand.At,
                    input.Edition,
                    input.InAnswerTo
                );
                return attached.IsDone ? attached.Value.Token : attached.Refusal;
            },
            cancellation
        );
}

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
