using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <summary>Sends a draft to the office's approver: refused while gaps stand. Nothing is frozen yet.</summary>
public sealed class SendForApproval(ChangeRequest changes, ReadRequest reading)
{
    public Task<Outcome<bool>> ExecuteAsync(
        SubmitRequestInput input,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ExecuteAsync<bool>(
            input.Number,
            input.Seen,
            by,
            Permission.DraftRequests,
            async inHand =>
            {
                if (await OwnTexts.PutInAsync(inHand, cancellation) is { } refusal)
                {
                    return refusal;
                }

                var around = await reading.SurroundAsync(inHand.Context, inHand.Request, by, cancellation);
                if (!around.IsDone)
                {
                    return around.Refusal;
                }

                var composed = RequestComposer.Compose(inHand.Request, around.Value, RequestStatus.AwaitingApproval);
                return inHand.Request.SendForApproval(composed.Completeness, by, inHand.At).Refusal is { } stands
                    ? stands
                    : true;
            },
            cancellation
        );
}
