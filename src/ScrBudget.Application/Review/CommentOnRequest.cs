using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Review;

/// <param name="Place">The part of the request, as in the editor's address.</param>
public sealed record CommentOnRequestInput(string Number, string Place, string Text);

/// <summary>A comment beside a part of a request.</summary>
public sealed class CommentOnRequest(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(
        CommentOnRequestInput input,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ExecuteAsync(
            input.Number,
            by,
            Permission.ReadRequests,
            inHand =>
                inHand.Request.Comment(input.Place, input.Text, by, inHand.At).Refusal is { } refusal
                    ? refusal
                    : Outcome.Done,
            cancellation
        );
}

/// <summary>Resolves a comment, or opens it again; it is kept.</summary>
public sealed class ResolveComment(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(
        string number,
        int comment,
        bool isResolved,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ExecuteAsync(
            number,
            by,
            Permission.ReadRequests,
            inHand => inHand.Request.ResolveComment(comment, isResolved, by, inHand.At),
            cancellation
        );
}
