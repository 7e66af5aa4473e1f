using Microsoft.EntityFrameworkCore;
using ScrBudget.Domain;
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

                var found = await CitableStatistics.FindAsync(
                    inHand.Context,
                    input.Query,
                    input.SnapshotNumber,
                    input.Edition,
                    cancellation
                );
                if (!found.IsDone)
                {
                    return found.Refusal;
                }

                if (await OwnTexts.PutInAsync(inHand, [input.Target], cancellation) is { } collides)
                {
                    return collides;
                }

                var attached = inHand.Request.Attach(
                    input.Query,
                    found.Value,
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
