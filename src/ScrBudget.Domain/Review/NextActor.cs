using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Review;

/// <summary>Whose turn it is: derived from the state, so that nothing waits in nobody's queue.</summary>
/// <param name="Role">Who can move it on.</param>
/// <param name="OfficeCode">The office of an author or approver; null for the others.</param>
/// <param name="AccountId">The one person who has it; null where anybody of the role may take it.</param>
/// <param name="Does">What is to be done, in words that follow the actor's name.</param>
public sealed record NextActor(Role Role, string? OfficeCode, string? AccountId, string Does)
{
    /// <summary>Null where nothing is left to do: transmitted, merged, withdrawn, or decided as not selected.</summary>
    /// <param name="prompt">Says which answers count now: an answer that was given anew waits for nobody.</param>
    public static NextActor? Of(ResourceRequest request, ScrPrompt prompt) =>
        request.Status switch
        {
            RequestStatus.Draft => new(Role.ProgramOfficeAuthor, request.OfficeCode, null, "completes and submits it"),
            RequestStatus.Returned => new(
                Role.ProgramOfficeAuthor,
                request.OfficeCode,
                null,
                "revises it and submits it again"
            ),
            RequestStatus.AwaitingApproval => new(
                Role.ProgramOfficeApprover,
                request.OfficeCode,
                null,
                "submits it or sends it back"
            ),
            RequestStatus.Submitted => new(Role.BudgetAnalyst, null, request.AnalystId, "takes it up for review"),
            RequestStatus.InReview => HasEscalated(request, prompt)
                ? new(Role.OaoCompiler, null, null, "judges the answer that was put before the compiler")
                : new(Role.BudgetAnalyst, null, request.AnalystId, "reviews it"),
            RequestStatus.Recommended => new(Role.OaoCompiler, null, null, "decides on it"),
            RequestStatus.Decided when request.Decision != Decision.NotSelected => new(
                Role.OaoCompiler,
                null,
                null,
                "transmits it"
            ),
            _ => null,
        };

    /// <summary>Does this person have it in the queue?</summary>
    public bool Is(Person person) =>
        (person.ActsEverywhere || person.Roles.Contains(Role))
        && (OfficeCode is null || person.ActsEverywhere || person.OfficeCode == OfficeCode)
        && (AccountId is null || person.ActsEverywhere || person.Id == AccountId);

    private static bool HasEscalated(ResourceRequest request, ScrPrompt prompt) =>
        ReviewGaps
            .AnswersToJudge(request, prompt)
            .Any(answer => request.ReviewOf(answer) is { Verdict: Verdict.Escalated });
}
