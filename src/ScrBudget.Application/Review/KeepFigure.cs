using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review;

/// <param name="Figure">The attached statistic's number.</param>
/// <param name="Against">What the current snapshot gives, as it was on the screen (<see cref="FigureChange.Now"/>).</param>
public sealed record KeepFigureInput(string Number, int Figure, string Against, string Reason);

/// <summary>Keeps a cited figure with a reason although the current snapshot gives another (domain.md section 8).</summary>
public sealed class KeepFigure(ChangeRequest changes, ReadRequest reading)
{
    public Task<Outcome> ExecuteAsync(KeepFigureInput input, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync(
            input.Number,
            by,
            Permission.ReadRequests,
            async inHand =>
            {
                var around = await reading.SurroundAsync(inHand.Context, inHand.Request, by, cancellation);
                if (!around.IsDone)
                {
                    return around.Refusal;
                }

                var change = around
                    .Value.Figures.Changed(inHand.Request)
                    .FirstOrDefault(change => change.Number == input.Figure);
                return change is null || (change.Now is not null && change.Now != input.Against)
                    ? ReviewRefusals.FigureMoved(input.Figure)
                    : inHand.Request.KeepFigure(change, input.Reason, by, inHand.At);
            },
            cancellation
        );
}
