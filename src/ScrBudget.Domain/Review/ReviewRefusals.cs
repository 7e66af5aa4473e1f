using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Review;

/// <summary>Why a step of the review is refused. Codes are stable; messages name the place and the remedy.</summary>
public static class ReviewRefusals
{
    public const string NotPossibleCode = "state-does-not-allow";
    public const string ReviewIncompleteCode = "review-incomplete";

    /// <summary>The state does not allow it; what the request does allow there is said.</summary>
    public static Refusal NotPossible(RequestAction action, RequestStatus status, IEnumerable<RequestAction> allowed)
    {
        var possible = allowed.Select(Workflow.Imperative).ToList();
        return new Refusal(
            NotPossibleCode,
            $"“{action.Imperative()}” is not possible: the request is {status.Title().ToLowerInvariant()}. "
                + (
                    possible.Count == 0
                        ? "Nothing leads on from there."
                        : $"What is possible there: {string.Join(", ", possible)}."
                )
        );
    }

    public static Refusal NotInReview(RequestStatus status) =>
        new(
            NotPossibleCode,
            $"The request is {status.Title().ToLowerInvariant()}; this is done while it is in review. {TowardsReview(status)}"
        );

    /// <param name="mergedInto">Number of the request that it went into, if it did.</param>
    public static Refusal NotRecommendedTo(RequestStatus status, string? mergedInto) =>
        new(
            NotPossibleCode,
            $"The request is {status.Title().ToLowerInvariant()}; SCR data are recommended to a draft, in review, to a returned request, or late, after transmission. "
                + (mergedInto is null ? TowardsReview(status) : $"Recommend them to {mergedInto}, which took it in.")
        );

    /// <summary>What brings a request from there into review.</summary>
    private static string TowardsReview(RequestStatus status) =>
        status switch
        {
            RequestStatus.Submitted => "Take it up first.",
            RequestStatus.Recommended or RequestStatus.Decided => "Reopen it first.",
            RequestStatus.Draft or RequestStatus.Returned => "Its office submits it first; then take it up.",
            RequestStatus.AwaitingApproval => "Its office’s approver submits it first, or sends it back.",
            RequestStatus.Withdrawn => "Have it restored first.",
            _ => "It comes back from there no more.",
        };

    public static Refusal NotCited(int figure) =>
        new("figure-not-cited", $"S{figure} does not stand in Justification or Impact: there is nothing to judge.");

    public static Refusal NoSuchAnswer { get; } =
        new(
            "answer-not-current",
            "That answer is not the last one of its category any more. Reload the page and judge the one that counts."
        );

    public static Refusal BeforeTheCompiler { get; } =
        new("answer-escalated", "The answer is before the compiler, whose verdict is the last.");

    /// <summary>A figure that stands in the way of transmission.</summary>
    public static Refusal FigureNotRefreshed(string number, FigureChange change) =>
        change.IsWithdrawn
            ? new(
                "figure-withdrawn",
                $"{change.Token} of {number} cites {change.Cited}, which was withdrawn as erroneous. Reopen and return the request: its office attaches a present figure."
            )
            : new(
                "figure-superseded",
                $"{change.Token} of {number} cites {change.Cited}; by now it would be {change.Now}. Keep it with a reason on the review page, or reopen and return the request: its office attaches the present figure."
            );

    /// <summary>What the current snapshot gives is not what was on the screen.</summary>
    public static Refusal FigureMoved(int figureNumber) =>
        new(
            "figure-moved",
            $"What the current snapshot gives for S{figureNumber} is not what you saw any more. Reload the page and look again."
        );

    public static Refusal NoSuchRecommendation { get; } =
        new("recommendation-not-found", "There is no such recommendation. Reload the page.");

    public static Refusal AlreadyRecommended(string label) =>
        new("already-recommended", $"{label} recommends the same and is not settled yet.");

    public static Refusal AlreadyAnswered(string label) =>
        new("recommendation-answered", $"{label} has an answer already. Reload the page.");

    public static Refusal NotThatDisposition(DispositionKind kind) =>
        new(
            "disposition-contradicted",
            kind switch
            {
                DispositionKind.Recommended =>
                    "“Recommended” says that SCR data were recommended: recommend a category or a statistic first.",
                DispositionKind.AlreadyUsed =>
                    "“Already used” says that a cited statistic bears on the request: judge a cited statistic first, and say that it bears on it.",
                _ => "“Agreed not applicable” says that no category applies: one still does. Accept the answers first.",
            }
        );

    /// <summary>What the review still lacks, one by one.</summary>
    public static Refusal Incomplete(IReadOnlyList<string> pending) =>
        new(
            ReviewIncompleteCode,
            $"The review is not complete: {pending.Count} {(pending.Count == 1 ? "point is" : "points are")} open."
        )
        {
            Details = pending,
        };

    /// <param name="analyst">Who lacks it, where that is not the person who is told.</param>
    public static Refusal TrainingRequired(FiscalYear year, string? analyst = null) =>
        new(
            "training-required",
            $"The {year} call asks analysts for its training before they review: "
                + (
                    analyst is null
                        ? "read and acknowledge it under Training first."
                        : $"{analyst} has not acknowledged it yet. Choose an analyst who has, or ask for that first."
                )
        );

    public static Refusal NotSelected(string number) =>
        new("not-selected", $"{number} was not selected: it is not transmitted. Reopen it to decide anew.");

    /// <param name="analyst">Who has it.</param>
    public static Refusal AssignedToAnother(string number, string analyst) =>
        new(
            "assigned-to-another",
            $"{number} is assigned to {analyst}, who takes it up. Reassign it with a reason to give it to somebody else."
        );

    /// <param name="by">Who withdrew it.</param>
    public static Refusal WithdrawnByCompiler(string number, string by) =>
        new(
            "withdrawn-by-compiler",
            $"{by} withdrew {number} for OAO: only the compiler restores it. Ask OAO, or start a new request."
        );

    public static Refusal OfficeApproves { get; } =
        new(
            "office-approval-required",
            "This cycle asks for the office's approval: the author sends the request for approval, the approver submits it."
        );

    public static Refusal OwnWork { get; } =
        new(
            "own-work-not-submitted",
            "This cycle bars submitting what one wrote: somebody else of the office submits this request."
        );

    /// <summary>Of the stages, only those after OAO have amounts that somebody enters.</summary>
    public static Refusal NotLater(string stage, IReadOnlyList<string> later) =>
        new(
            "stage-not-entered",
            $"“{stage}” is no stage whose amounts are entered. Choose one of: {string.Join(", ", later)}."
        )
        {
            Field = "stage",
        };

    public static Refusal MergeTarget(string why) => new("merge-target", why) { Field = "merge-target" };

    public static Refusal NoSuchComment { get; } =
        new("comment-not-found", "There is no such comment. Reload the page.");
}
