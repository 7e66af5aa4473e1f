using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Application.ScrData;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review;

/// <param name="Reason">Needed where it does not bear on the request.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record FindOnFigureInput(string Number, int FigureNumber, bool Bears, string Reason, Guid? Seen);

/// <summary>An analyst's one click on an attached statistic: it bears on the request, or it does not.</summary>
public sealed class FindOnFigure(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(FindOnFigureInput input, Person by, CancellationToken cancellation = default) =>
        changes.ReviewAsync(
            input.Number,
            input.Seen,
            by,
            inHand => inHand.Request.FindOnFigure(input.FigureNumber, input.Bears, input.Reason, by, inHand.At),
            cancellation
        );
}

/// <param name="AnswerSequence">The answer that was on the screen.</param>
/// <param name="Reason">Needed unless accepted.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record ReviewAnswerInput(string Number, int AnswerSequence, Verdict Verdict, string Reason, Guid? Seen);

/// <summary>Accepts or refuses <em>declined</em> or <em>not applicable</em>, or puts it before the compiler, who then judges.</summary>
public sealed class ReviewAnswer(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(ReviewAnswerInput input, Person by, CancellationToken cancellation = default) =>
        changes.ReviewAsync(
            input.Number,
            input.Seen,
            by,
            inHand => inHand.Request.ReviewAnswer(input.AnswerSequence, input.Verdict, input.Reason, by, inHand.At),
            cancellation
        );
}

/// <param name="Line">As the cycle's check-list has it.</param>
public sealed record TickCheckListInput(string Number, string Line, bool IsTicked);

/// <summary>Ticks a line of the cycle's check-list, or takes the tick back.</summary>
public sealed class TickCheckList(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(TickCheckListInput input, Person by, CancellationToken cancellation = default) =>
        changes.ReviewAsync(
            input.Number,
            seen: null,
            by,
            async inHand =>
            {
                var cycle = await inHand.CycleAsync(cancellation);
                return inHand.Request.Tick(input.Line, input.IsTicked, cycle.CheckList, by, inHand.At);
            },
            cancellation
        );
}

/// <param name="Note">May be empty.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record GiveDispositionInput(string Number, DispositionKind Kind, string Note, Guid? Seen);

/// <summary>The analyst's disposition of the SCR question, without which no review completes.</summary>
public sealed class GiveDisposition(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(
        GiveDispositionInput input,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ReviewAsync(
            input.Number,
            input.Seen,
            by,
            async inHand =>
            {
                var prompt = await inHand.PromptAsync(cancellation);
                return inHand.Request.Dispose(input.Kind, input.Note, prompt, by, inHand.At);
            },
            cancellation
        );
}

/// <param name="Amount">Of the budget year.</param>
/// <param name="Note">May be empty.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record CompleteReviewInput(string Number, Amount Amount, string Note, Guid? Seen);

/// <summary>Completes a review with the amount that the analyst recommends; refused while it lacks anything.</summary>
public sealed class CompleteReview(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(CompleteReviewInput input, Person by, CancellationToken cancellation = default) =>
        changes.ReviewAsync(
            input.Number,
            input.Seen,
            by,
            async inHand =>
            {
                var prompt = await inHand.PromptAsync(cancellation);
                var names = await CategoryCatalogues.LoadAsync(inHand.Context, cancellation);
                return inHand.Request.Recommend(
                    prompt,
                    code => names.TryFind(code, out var category) ? category.Name : code,
                    input.Amount,
                    input.Note,
                    by,
                    inHand.At
                );
            },
            cancellation
        );
}
