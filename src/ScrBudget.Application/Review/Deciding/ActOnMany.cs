using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review.Deciding;

/// <summary>What the compiler does to several requests at once: it takes a reason at most, or the recommended amount.</summary>
public enum BulkAction
{
    Approve = 1,
    DoNotSelect = 2,
    Transmit = 3,
    Withdraw = 4,
    Reopen = 5,
}

/// <param name="Seen">The version that the preview saw; null before there is one.</param>
public sealed record ChosenRequest(string Number, Guid? Seen = null);

/// <param name="Reason">The reason of a move; the note of a decision, which may be empty.</param>
public sealed record ActOnManyInput(IReadOnlyList<ChosenRequest> Requests, BulkAction Action, string Reason);

/// <summary>What one request would become, or why not.</summary>
/// <param name="Now">Where it stands, in words.</param>
/// <param name="Becomes">In words; null where it is refused.</param>
/// <param name="Seen">The version that this was found on.</param>
public sealed record BulkLine(string Number, string Title, string Now, string? Becomes, Refusal? Refusal, Guid? Seen);

/// <summary>What one request became, or why not.</summary>
/// <param name="Became">In words; null where it was refused, and nothing of it changed.</param>
public sealed record BulkResult(string Number, string? Became, Refusal? Refusal);

/// <summary>
/// One action on several requests, looked at before it is done. The preview runs the rules and saves nothing; each request
/// is then done by itself, on the version that the preview saw, so that one refusal holds none of the others up.
/// </summary>
public sealed class ActOnMany(ChangeRequest changes, ActOnRequest acting)
{
    /// <summary>More than any cycle has; a list beyond it is no list of requests.</summary>
    public const int MostRequests = 2000;

    public async Task<Outcome<IReadOnlyList<BulkLine>>> PreviewAsync(
        ActOnManyInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        if (Problem(input, by) is { } refusal)
        {
            return refusal;
        }

        var lines = new List<BulkLine>();
        foreach (var chosen in input.Requests)
        {
            var line = new BulkLine(chosen.Number, string.Empty, string.Empty, null, null, null);
            var tried = await changes.PreviewAsync<string>(
                chosen.Number,
                by,
                Permission.ReadRequests,
                inHand =>
                {
                    var request = inHand.Request;
                    line = line with { Title = request.Facts.Title, Now = Words(request), Seen = request.Version };
                    return ApplyAsync(inHand, input, cancellation);
                },
                cancellation
            );
            lines.Add(tried.IsDone ? line with { Becomes = tried.Value } : line with { Refusal = tried.Refusal });
        }

        return lines;
    }

    public async Task<Outcome<IReadOnlyList<BulkResult>>> ExecuteAsync(
        ActOnManyInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        if (Problem(input, by) is { } refusal)
        {
            return refusal;
        }

        var results = new List<BulkResult>();
        foreach (var chosen in input.Requests)
        {
            var done = await changes.ExecuteAsync<string>(
                chosen.Number,
                chosen.Seen,
                by,
                Permission.ReadRequests,
                inHand => ApplyAsync(inHand, input, cancellation),
                cancellation
            );
            results.Add(new BulkResult(chosen.Number, done.IsDone ? done.Value : null, done.Refusal));
        }

        return results;
    }

    private static Refusal? Problem(ActOnManyInput input, Person by) =>
        !by.Can(Permission.DecideRequests) ? RequestRefusals.NotAllowed
        : !Enum.IsDefined(input.Action)
            ? new Refusal("action-missing", "Choose what is to be done.") { Field = "action" }
        : input.Requests.Count == 0
            ? new Refusal("no-request-chosen", "Choose at least one request in the list.") { Field = "requests" }
        : input.Requests.Count > MostRequests
            ? new Refusal("too-many-requests", $"Choose at most {MostRequests} requests at once.")
            {
                Field = "requests",
            }
        : null;

    /// <returns>What the request is then, in words.</returns>
    private async Task<Outcome<string>> ApplyAsync(
        RequestInHand inHand,
        ActOnManyInput input,
        CancellationToken cancellation
    )
    {
        var refusal = input.Action switch
        {
            BulkAction.Approve => Approve(inHand, input.Reason),
            BulkAction.DoNotSelect => inHand
                .Request.Decide(Decision.NotSelected, new Amount(Money.Zero), input.Reason, inHand.By, inHand.At)
                .Refusal,
            BulkAction.Transmit => await ActAsync(inHand, RequestAction.Transmit, input.Reason, cancellation),
            BulkAction.Withdraw => await ActAsync(inHand, RequestAction.Withdraw, input.Reason, cancellation),
            _ => await ActAsync(inHand, RequestAction.Reopen, input.Reason, cancellation),
        };
        return refusal is null ? Words(inHand.Request) : refusal;
    }

    /// <summary>At the recommended amount, which says whether that is in part.</summary>
    private static Refusal? Approve(RequestInHand inHand, string note)
    {
        var request = inHand.Request;
        // A request without a recommendation is not in the state in which it is decided: the rule says so first.
        var recommended = request.AmountAt(Stages.Analyst)?.Amount ?? new Amount(Money.Zero);
        return request
            .Decide(Decisions.Approval(recommended.Dollars, request.Requested), recommended, note, inHand.By, inHand.At)
            .Refusal;
    }

    private async Task<Refusal?> ActAsync(
        RequestInHand inHand,
        RequestAction action,
        string reason,
        CancellationToken cancellation
    ) => (await acting.ApplyAsync(inHand, action, reason, cancellation)).Refusal;

    private static string Words(ResourceRequest request) =>
        request.Status == RequestStatus.Decided
            ? $"{request.Status.Title(request.Decision)}, {request.AmountAt(Stages.Oao)?.Money ?? Money.Zero}"
            : request.Status.Title();
}
