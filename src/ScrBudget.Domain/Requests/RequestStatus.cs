using ScrBudget.Domain.Review;

namespace ScrBudget.Domain.Requests;

/// <summary>Where a request stands; what leads from one to the next is in <see cref="Review.Workflow"/>.</summary>
public enum RequestStatus
{
    Draft = 1,
    Submitted = 2,

    /// <summary>Sent by its author to the office's approver, where the cycle asks for that step.</summary>
    AwaitingApproval = 3,
    InReview = 4,

    /// <summary>Back in its office, with reasons.</summary>
    Returned = 5,

    /// <summary>An analyst completed the review and recommended an amount.</summary>
    Recommended = 6,

    /// <summary>Approved, approved in part or not selected.</summary>
    Decided = 7,

    /// <summary>Sent on by OAO: the version that counts (domain.md section 8).</summary>
    Transmitted = 8,

    /// <summary>Went into another request of the cycle, which carries its open answers on.</summary>
    Merged = 9,
    Withdrawn = 10,
}

public static class RequestStatuses
{
    /// <summary>As shown: <c>Awaiting office approval</c>.</summary>
    public static string Title(this RequestStatus status) =>
        status switch
        {
            RequestStatus.AwaitingApproval => "Awaiting office approval",
            RequestStatus.InReview => "In review",
            _ => status.ToString(),
        };

    /// <summary>As lists show it: what was decided, where it is decided.</summary>
    public static string Title(this RequestStatus status, Decision? decision) =>
        status == RequestStatus.Decided && decision is { } made ? made.Title() : status.Title();

    /// <summary>May its office change texts, cost and answers?</summary>
    public static bool IsEditable(this RequestStatus status) => status is RequestStatus.Draft or RequestStatus.Returned;

    /// <summary>Is it out of its office's hands? Until then every page of it says that it is a draft.</summary>
    public static bool IsHandedIn(this RequestStatus status) =>
        !status.IsEditable() && status != RequestStatus.AwaitingApproval;

    /// <summary>May analysts recommend SCR data to it? After transmission they do so for the next cycle.</summary>
    public static bool TakesRecommendations(this RequestStatus status) =>
        status.TakesInOthers() || status == RequestStatus.Transmitted;

    /// <summary>May another request be merged into it?</summary>
    public static bool TakesInOthers(this RequestStatus status) =>
        status.IsEditable() || status == RequestStatus.InReview;

    /// <summary>Does a decision that was made hold there? Back in anybody's hands, the request is decided anew.</summary>
    public static bool KeepsDecision(this RequestStatus status) => status == RequestStatus.Decided || status.IsFinal();

    /// <summary>May its review be given to another analyst?</summary>
    public static bool IsReassigned(this RequestStatus status) =>
        status is RequestStatus.Submitted or RequestStatus.InReview or RequestStatus.Returned;

    /// <summary>Is it past every queue? Transmitted and merged for good, withdrawn until it is restored.</summary>
    public static bool IsFinal(this RequestStatus status) =>
        status is RequestStatus.Transmitted or RequestStatus.Merged or RequestStatus.Withdrawn;
}
