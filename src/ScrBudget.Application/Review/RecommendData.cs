using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Review;

/// <param name="Data">One or several; all are made, or none.</param>
/// <param name="Why">Shown to the author beside each.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record RecommendDataInput(string Number, IReadOnlyList<RecommendedData> Data, string Why, Guid? Seen);

/// <summary>Recommends SCR data to a request: a category, a subcategory or one statistic of a published snapshot.</summary>
public sealed class RecommendData(ChangeRequest changes)
{
    /// <returns>The labels: <c>R1</c>.</returns>
    public Task<Outcome<IReadOnlyList<string>>> ExecuteAsync(
        RecommendDataInput input,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ReviewAsync<IReadOnlyList<string>>(
            input.Number,
            input.Seen,
            by,
            async inHand =>
            {
                if (input.Data.Count == 0)
                {
                    return new Refusal("nothing-recommended", "Choose at least one category or statistic.")
                    {
                        Field = "recommended",
                    };
                }

                var categories = await CategoryCatalogues.LoadAsync(inHand.Context, cancellation);
                var labels = new List<string>();
                foreach (var data in input.Data)
                {
                    if (await ProblemAsync(inHand, categories, data, cancellation) is { } problem)
                    {
                        return problem;
                    }

                    var made = inHand.Request.RecommendData(data, input.Why, by, inHand.At);
                    if (!made.IsDone)
                    {
                        return made.Refusal;
                    }

                    labels.Add(made.Value.Label);
                }

                return labels;
            },
            cancellation
        );

    private static async Task<Refusal?> ProblemAsync(
        RequestInHand inHand,
        CategoryCatalogue categories,
        RecommendedData data,
        CancellationToken cancellation
    )
    {
        if (!categories.TryFind(data.CategoryCode, out var category))
        {
            return AnswerCategory.UnknownCategory;
        }

        if (
            (data.Statistic?.Subcategory ?? data.Subcategory) is { } subcategory
            && !await inHand.Context.ScrSubcategories.AnyAsync(
                known => known.CategoryCode == category.Code && known.Name == subcategory,
                cancellation
            )
        )
        {
            return new Refusal("subcategory-unknown", "Choose a subcategory of the category from the list.");
        }

        if (data.Statistic is null)
        {
            return null;
        }

        return await inHand.Context.Snapshots.AnyAsync(
            snapshot => snapshot.Number == data.SnapshotNumber && snapshot.Status == SnapshotStatus.Published,
            cancellation
        )
            ? null
            : new Refusal(
                "snapshot-not-published",
                $"Snapshot {data.SnapshotNumber} is not published: it cannot be recommended."
            );
    }
}

/// <param name="Decision">Declined or not applicable; accepting is attaching (<see cref="AttachStatistic"/>).</param>
public sealed record RespondToRecommendationInput(
    string Number,
    int RecommendationNumber,
    Domain.Requests.CategoryDecision Decision,
    Domain.Requests.DeclineReason? DeclineReason,
    string Reason
);

/// <summary>The office's answer to one recommendation, where it does not attach what was recommended.</summary>
public sealed class RespondToRecommendation(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(
        RespondToRecommendationInput input,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ExecuteAsync(
            input.Number,
            by,
            Permission.DraftRequests,
            inHand =>
                inHand.Request.Respond(
                    input.RecommendationNumber,
                    input.Decision,
                    input.DeclineReason,
                    input.Reason,
                    by,
                    inHand.At
                ),
            cancellation
        );
}
