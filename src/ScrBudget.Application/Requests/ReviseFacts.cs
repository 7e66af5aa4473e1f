using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

public sealed record ReviseFactsInput(string Number, RequestFacts Facts, Guid BasedOn);

/// <summary>Replaces the facts of a request.</summary>
public sealed class ReviseFacts(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(ReviseFactsInput input, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync(
            input.Number,
            by,
            Permission.DraftRequests,
            inHand => inHand.Request.ReviseFacts(input.Facts, input.BasedOn, inHand.At),
            cancellation
        );
}
