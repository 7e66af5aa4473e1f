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

    /// <summary>What the office could not accept is not recommended to it.</summary>
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

        return data.Statistic is { } statistic
            ? data.Problem()
                ?? (
                    await CitableStatistics.FindAsync(
                        inHand.Context,
                        statistic,
                        data.SnapshotNumber,
                        data.Edition,
                        cancellation
                    )
                ).Refusal
            : await CitableStatistics.SubcategoryProblemAsync(
                inHand.Context,
                category.Code,
                data.Subcategory,
                cancellation
            );
    }
}
