using System.Globalization;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Domain.Notices;

/// <summary>The words of a notice, the same in the product and by e-mail.</summary>
/// <param name="Subject">One line: what happened to what.</param>
/// <param name="Text">One or two sentences: who did it, and what the reader does now.</param>
/// <param name="Address">Where that is done, from the site's root.</param>
public sealed record NoticeText(string Subject, string Text, string Address);

/// <summary>
/// One template for each kind. They say what waits and link there: numbers of requests and names of people, but no
/// title, amount, decision or figure, since mail leaves the system (domain.md section 7).
/// </summary>
public static class NoticeWording
{
    /// <summary>The status in the address of a list with what its offices have yet to submit, as reminders count it.</summary>
    public const string ToSubmit = "ToSubmit";

    /// <exception cref="ArgumentException">The kind needs a parameter that is missing: a mistake in the caller.</exception>
    public static NoticeText Of(NoticeKind kind, NoticeParameters what)
    {
        var by = what.By?.Name ?? "ScrBudget";
        var (subject, text) = kind switch
        {
            NoticeKind.Overdue => (
                $"The {Call(what)} call was due {Due(what)}",
                what.Count == 0
                    ? $"Your office has begun no request in the {Call(what)} call. Late requests can be submitted: the due date warns, it does not lock."
                    : $"Your office still has {Requests(what)} to submit in the {Call(what)} call. Late requests can be submitted: the due date warns, it does not lock."
            ),
            NoticeKind.DueSoon => (
                $"The {Call(what)} call is due {Due(what)}",
                what.Count == 0
                    ? $"Your office has begun no request in the {Call(what)} call. Begin and submit what you want considered."
                    : $"Your office has {Requests(what)} to submit in the {Call(what)} call. Finish and submit what you want considered."
            ),
            NoticeKind.ReviewOverdue => (
                $"The review of the {Call(what)} call was due {Due(what)}",
                $"{Requests(what)} of the {Call(what)} call {Are(what)} still with you. The offices and OAO wait for the next step."
            ),
            NoticeKind.ReviewDueSoon => (
                $"The review of the {Call(what)} call is due {Due(what)}",
                $"{Requests(what)} of the {Call(what)} call {Are(what)} with you. Take the next step before that day."
            ),
            NoticeKind.RequestReturned => (
                $"{Number(what)} was returned",
                $"{by} returned {Number(what)} with reasons. Read them, revise the request and submit it again."
            ),
            NoticeKind.ScrDataRecommended => (
                $"{Number(what)}: SCR data recommended",
                $"{by} recommends SCR data for {Number(what)}. {Waiting(what, "recommendation")} for your answer: accept, accept in part, decline, or not applicable."
            ),
            NoticeKind.RecommendationEscalated => (
                $"{Number(what)}: an answer was escalated",
                $"{by} did not accept an answer to a recommendation on {Number(what)}. {Waiting(what, "recommendation")} for you to settle."
            ),
            NoticeKind.AwaitingApproval => (
                $"{Number(what)} awaits your approval",
                $"{by} finished {Number(what)} for your office. Read it, then submit it or send it back."
            ),
            NoticeKind.RequestSubmitted => (
                $"{Number(what)} was submitted",
                $"{by} submitted {Number(what)}. It waits for review."
            ),
            NoticeKind.RecommendationAnswered => (
                $"{Number(what)}: recommendation answered",
                $"{by} answered what you recommended for {Number(what)}. {Waiting(what, "answer")} for you: accept or escalate."
            ),
            NoticeKind.EscalationSettled => (
                $"{Number(what)}: the compiler judged an answer",
                $"{by} judged what was put before the compiler on {Number(what)}. The review goes on with you."
            ),
            NoticeKind.ReadyToDecide => (
                $"{Number(what)} is ready to decide",
                $"{by} completed the review of {Number(what)}. It waits for a decision."
            ),
            NoticeKind.Reassigned => ($"{Number(what)} is yours now", $"{by} assigned {Number(what)} to you."),
            NoticeKind.Reopened => (
                $"{Number(what)} was reopened",
                $"{by} reopened {Number(what)}, with a reason. It is in review again."
            ),
            NoticeKind.Restored => (
                $"{Number(what)} was restored",
                $"{by} restored {Number(what)}. It is a draft again: finish and submit it."
            ),
            NoticeKind.CommentMade => ($"{Number(what)}: new comment", $"{by} commented on {Number(what)}."),
            NoticeKind.GuidanceChanged => (
                $"Guidance for the {Call(what)} call has changed",
                $"{by} published new guidance for the {Call(what)} call. Read it before you go on with your requests."
            ),
            NoticeKind.Recalled => (
                $"{Number(what)} was taken back",
                $"{by} took {Number(what)} back to its office. There is nothing to review until it is submitted again."
            ),
            NoticeKind.Withdrawn => (
                $"{Number(what)} was withdrawn",
                $"{by} withdrew {Number(what)}, with a reason. It can be restored."
            ),
            NoticeKind.Merged => (
                $"{Number(what)} was merged into {Into(what)}",
                $"{by} merged {Number(what)} into {Into(what)}, which takes over what still waits for an answer."
            ),
            NoticeKind.Decided => (
                $"{Number(what)} was decided",
                $"{by} recorded the decision on {Number(what)}. Open it to see the outcome."
            ),
            NoticeKind.Transmitted => (
                $"{Number(what)} was transmitted",
                $"{by} transmitted {Number(what)}. It no longer changes."
            ),
            NoticeKind.LaterStage => (
                $"{Number(what)}: recorded after transmission",
                $"{by} recorded what a later stage did with {Number(what)}, or took such a record back. Open it to see."
            ),
            NoticeKind.LateRecommendation => (
                $"{Number(what)}: SCR data recommended for the next cycle",
                $"{by} recommended SCR data for {Number(what)} after it was transmitted. Your office’s requests of later cycles show it."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are no words for it."),
        };
        return new NoticeText(subject, text, what.Address ?? Place(kind, what));
    }

    /// <summary>A kind as a list names it.</summary>
    public static string Of(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.Overdue => "Data call overdue",
            NoticeKind.DueSoon => "Data call due soon",
            NoticeKind.ReviewOverdue => "Review overdue",
            NoticeKind.ReviewDueSoon => "Review due soon",
            NoticeKind.RequestReturned => "Request returned",
            NoticeKind.ScrDataRecommended => "SCR data recommended",
            NoticeKind.RecommendationEscalated => "Answer escalated",
            NoticeKind.AwaitingApproval => "Awaiting approval",
            NoticeKind.RequestSubmitted => "Request submitted",
            NoticeKind.RecommendationAnswered => "Recommendation answered",
            NoticeKind.EscalationSettled => "Escalation settled",
            NoticeKind.ReadyToDecide => "Ready to decide",
            NoticeKind.Reassigned => "Assigned to you",
            NoticeKind.Reopened => "Reopened",
            NoticeKind.Restored => "Restored",
            NoticeKind.CommentMade => "Comment",
            NoticeKind.GuidanceChanged => "Guidance changed",
            NoticeKind.Recalled => "Taken back",
            NoticeKind.Withdrawn => "Withdrawn",
            NoticeKind.Merged => "Merged",
            NoticeKind.Decided => "Decided",
            NoticeKind.Transmitted => "Transmitted",
            NoticeKind.LaterStage => "Recorded after transmission",
            NoticeKind.LateRecommendation => "SCR data recommended late",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are no words for it."),
        };

    private static string Number(NoticeParameters what) =>
        what.Number ?? throw new ArgumentException("The notice needs the request's number.", nameof(what));

    private static string Call(NoticeParameters what) =>
        what.BudgetYear is { } year
            ? new FiscalYear(year).ToString()
            : throw new ArgumentException("The notice needs the call's budget year.", nameof(what));

    private static string Due(NoticeParameters what) =>
        StatisticWording.Date(
            what.DueOn ?? throw new ArgumentException("The notice needs the due date.", nameof(what))
        );

    private static string Into(NoticeParameters what) =>
        what.Into
        ?? throw new ArgumentException("The notice needs the number of the request it went into.", nameof(what));

    private static string Requests(NoticeParameters what) => what.Count == 1 ? "1 request" : $"{what.Count} requests";

    private static string Are(NoticeParameters what) => what.Count == 1 ? "is" : "are";

    private static string Waiting(NoticeParameters what, string noun) =>
        what.Count == 1 ? $"1 {noun} waits" : $"{what.Count} {noun}s wait";

    private static string Place(NoticeKind kind, NoticeParameters what) =>
        kind switch
        {
            NoticeKind.Overdue or NoticeKind.DueSoon => string.Create(
                CultureInfo.InvariantCulture,
                $"/requests?fy={what.BudgetYear}&status={ToSubmit}"
            ),
            NoticeKind.ReviewOverdue or NoticeKind.ReviewDueSoon => string.Create(
                CultureInfo.InvariantCulture,
                $"/review?fy={what.BudgetYear}"
            ),
            NoticeKind.GuidanceChanged => "/",
            _ => $"/requests/{what.Number}",
        };
}
