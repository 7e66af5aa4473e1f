using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Application.ScrData;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Review;

/// <summary>A cited statistic as an analyst judges it.</summary>
/// <param name="Default">The default years' figure, where the office chose other years; null where it did not.</param>
/// <param name="Places">The sections in which its token stands.</param>
public sealed record FigureReview(
    AttachedStatistic Figure,
    Statistic Statistic,
    Statistic? Default,
    FigureFinding? Finding,
    IReadOnlyList<SectionKind> Places
);

/// <summary>An answer without SCR data as an analyst judges it.</summary>
/// <param name="SameReason">Requests of the cycle, this one included, that give the same reason.</param>
public sealed record AnswerToJudge(
    CategoryAnswer Answer,
    AnswerReview? Review,
    bool IsBeforeTheCompiler,
    int SameReason
);

/// <param name="Response">The office's last answer to it; null while it waits.</param>
public sealed record RecommendationReview(
    Recommendation Recommendation,
    RecommendationState State,
    CategoryAnswer? Response
);

/// <summary>One category of the request, in the analyst's order: unanswered ones first.</summary>
public sealed record CategoryReview(
    PromptedCategory Category,
    string Name,
    CategoryUse Use,
    IReadOnlyList<FigureReview> Figures,
    IReadOnlyList<AnswerToJudge> Answers,
    IReadOnlyList<RecommendationReview> Recommendations
);

/// <summary>A request as its reviewer reads it.</summary>
/// <param name="None">The answer that no category applies, where it holds.</param>
/// <param name="Pending">What the review still lacks, in words.</param>
/// <param name="Due">When the next step is due; null where nothing is left to do.</param>
/// <param name="Moves">What this person may do to it now.</param>
public sealed record ReviewReading(
    RequestReading Reading,
    ScrUse Use,
    IReadOnlyList<CategoryReview> Categories,
    AnswerToJudge? None,
    IReadOnlyList<string> Pending,
    NextActor? Next,
    DateOnly? Due,
    IReadOnlyList<Transition> Moves
);

/// <summary>Reads a request for its review, with what helps to judge it.</summary>
public sealed class ReadReview(
    IDbContextFactory<ScrBudgetContext> contexts,
    ReadRequest reading,
    QueryStatistic statistics
)
{
    public async Task<Outcome<ReviewReading>> ExecuteAsync(
        string number,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var read = await reading.ExecuteAsync(number, by, cancellation);
        return read.IsDone ? await OfAsync(read.Value, by, cancellation) : read.Refusal;
    }

    /// <summary>Of a request that is read already.</summary>
    public async Task<ReviewReading> OfAsync(RequestReading read, Person by, CancellationToken cancellation = default)
    {
        var (request, around, prompt) = (read.Request, read.Around, read.Composed.Prompt);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var toJudge = ReviewGaps.AnswersToJudge(request, prompt);
        var sameReason = await SameReasonAsync(context, request.BudgetYear, toJudge, cancellation);
        var answers = toJudge
            .Select(answer => new AnswerToJudge(
                answer,
                request.ReviewOf(answer),
                request.IsBeforeTheCompiler(answer),
                sameReason.GetValueOrDefault(answer.Reason)
            ))
            .ToList();
        var defaults = await DefaultsAsync(read, by, cancellation);
        var use = ScrUse.Of(request, prompt);
        var next = NextActor.Of(request, prompt);
        return new ReviewReading(
            read,
            use,
            [
                .. prompt
                    .Categories.Select(category => Category(category, read, use, answers, defaults))
                    .OrderByDescending(category => category.Category.NeedsAnswer),
            ],
            answers.Find(answer => answer.Answer.CategoryCode.Length == 0),
            ReviewGaps.Of(request, prompt, around.CategoryName),
            next,
            // Nobody is late with a worked example.
            next is null
            || around.Cycle.IsWorkedExample
                ? null
                : around.Cycle.StepDueOn(request.Status, request.Moves),
            [.. request.MovesOpenTo(by, read.MoveRules)]
        );
    }

    private static CategoryReview Category(
        PromptedCategory category,
        RequestReading read,
        ScrUse use,
        List<AnswerToJudge> answers,
        IReadOnlyDictionary<int, Statistic> defaults
    )
    {
        var request = read.Request;
        var code = category.CategoryCode;
        return new CategoryReview(
            category,
            read.Around.CategoryName(code),
            use.Categories.Single(counted => counted.CategoryCode == code),
            [
                .. request
                    .Figures.Where(figure => figure.CategoryCode == code && request.IsCited(figure.Number))
                    .Select(figure => new FigureReview(
                        figure,
                        read.Composed.Figures.Of(figure.Number)!,
                        defaults.GetValueOrDefault(figure.Number),
                        request.FindingOn(figure.Number),
                        [.. SectionKinds.All.Where(kind => request.Cites(kind, figure.Number))]
                    )),
            ],
            answers.FindAll(answer => answer.Answer.CategoryCode == code),
            [
                .. request
                    .Recommendations.Where(made => made.CategoryCode == code)
                    .Select(made => new RecommendationReview(
                        made,
                        request.StateOf(made),
                        request.ResponseTo(made.Number)
                    )),
            ]
        );
    }

    /// <summary>
    /// Requests of the cycle, by reason, whose present answers give it: what was answered otherwise since, and what left the
    /// cycle, says nothing any more.
    /// </summary>
    private static async Task<Dictionary<string, int>> SameReasonAsync(
        ScrBudgetContext context,
        int budgetYear,
        IReadOnlyList<CategoryAnswer> toJudge,
        CancellationToken cancellation
    )
    {
        var reasons = toJudge.Select(answer => answer.Reason).Distinct(StringComparer.Ordinal).ToList();
        if (reasons.Count == 0)
        {
            return [];
        }

        var given = await context
            .Requests.Where(request =>
                request.BudgetYear == budgetYear
                && request.Status != RequestStatus.Merged
                && request.Status != RequestStatus.Withdrawn
            )
            .SelectMany(
                request => request.Answers,
                (request, answer) =>
                    new
                    {
                        request.Number,
                        answer.Reason,
                        IsPresent = !request.Answers.Any(later =>
                            later.CategoryCode == answer.CategoryCode
                            && (
                                answer.RecommendationNumber == null
                                || later.RecommendationNumber == answer.RecommendationNumber
                            )
                            && later.Sequence > answer.Sequence
                        ),
                    }
            )
            .Where(answer => answer.IsPresent && reasons.Contains(answer.Reason))
            .Select(answer => new { answer.Number, answer.Reason })
            .Distinct()
            .ToListAsync(cancellation);
        return given
            .CountBy(answer => answer.Reason, StringComparer.Ordinal)
            .ToDictionary(reason => reason.Key, reason => reason.Value, StringComparer.Ordinal);
    }

    /// <summary>The default years' figures, by number, for those that cover other years.</summary>
    private async Task<IReadOnlyDictionary<int, Statistic>> DefaultsAsync(
        RequestReading read,
        Person by,
        CancellationToken cancellation
    )
    {
        var found = new Dictionary<int, Statistic>();
        foreach (var figure in read.Request.Figures.Where(figure => read.Request.IsCited(figure.Number)))
        {
            var snapshot = read.Composed.Figures.Of(figure.Number)?.Snapshot;
            if (
                snapshot is null
                || DefaultYears.For(snapshot, read.Around.Cycle.Submission) is not { } years
                || (figure.FirstYear, figure.LastYear) == (years.First.Year, years.Last.Year)
            )
            {
                continue;
            }

            var asked = await statistics.AskAsync(
                [figure.Query with { FirstYear = years.First, LastYear = years.Last }],
                new SnapshotChoice(figure.SnapshotNumber, figure.Edition),
                by,
                cancellation
            );
            if (asked.IsDone)
            {
                found[figure.Number] = asked.Value[0];
            }
        }

        return found;
    }
}
