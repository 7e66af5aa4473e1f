using ScrBudget.Application.Cycles;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review;

/// <param name="Reason">Where the table of moves asks for one.</param>
/// <param name="Seen">The version that was on the screen.</param>
public sealed record ActOnRequestInput(string Number, RequestAction Action, string Reason, Guid? Seen);

/// <summary>
/// Every move that takes no more than a reason: send back, recall, take up, return, reopen, transmit, withdraw, restore.
/// Who may do which, and from where, is the table's to say (<see cref="Workflow"/>).
/// </summary>
public sealed class ActOnRequest(ChangeRequest changes, ReadRequest reading, CheckTraining training)
{
    public Task<Outcome<bool>> ExecuteAsync(
        ActOnRequestInput input,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ExecuteAsync<bool>(
            input.Number,
            input.Seen,
            by,
            Permission.ReadRequests,
            async inHand =>
            {
                if (input.Action == RequestAction.TakeUp)
                {
                    var year = inHand.Request.BudgetYear;
                    if (await training.MissingAsync(year, TrainingAudience.Analysts, by, cancellation))
                    {
                        return ReviewRefusals.TrainingRequired(new FiscalYear(year));
                    }
                }

                if (input.Action == RequestAction.Transmit)
                {
                    var withdrawn = await WithdrawnFigureAsync(inHand, cancellation);
                    if (withdrawn is not null)
                    {
                        return withdrawn;
                    }
                }

                return inHand.Request.Act(input.Action, input.Reason, by, inHand.At).Refusal is { } refusal
                    ? refusal
                    : true;
            },
            cancellation
        );

    /// <summary>A figure whose snapshot was withdrawn as erroneous is refreshed before it goes on (domain.md section 8).</summary>
    private async Task<Refusal?> WithdrawnFigureAsync(RequestInHand inHand, CancellationToken cancellation)
    {
        var around = await reading.SurroundAsync(inHand.Context, inHand.Request, inHand.By, cancellation);
        if (around.Refusal is { } refusal)
        {
            return refusal;
        }

        return around.Value.Figures.Changed(inHand.Request).FirstOrDefault(change => change.IsWithdrawn) is { } change
            ? new Refusal(
                "figure-withdrawn",
                $"{change.Token} of {inHand.Request.Number} cites {change.Cited}, which was withdrawn as erroneous. Reopen and return the request: its office attaches a present figure."
            )
            : null;
    }
}
