using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <summary>Sends a draft to the office's approver: refused while gaps stand. Nothing is frozen yet.</summary>
public sealed class SendForApproval(ChangeRequest changes, ReadRequest reading)
{
    public Task<Outcome> ExecuteAsync(SubmitRequestInput input, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync(
            input.Number,
            input.Seen,
            by,
            Permission.DraftRequests,
            async inHand =>
            {
                var handed = await HandingOn.ComposeAsync(
                    inHand,
                    reading,
                    RequestStatus.AwaitingApproval,
                    cancellation
                );
                return handed.IsDone
                    ? inHand.Request.SendForApproval(handed.Value.Composed.Completeness, by, inHand.At)
                    : handed.Refusal;
            },
            cancellation
        );
}
