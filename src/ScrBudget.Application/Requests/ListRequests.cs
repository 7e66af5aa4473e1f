using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <param name="Search">Words of number, title or office; empty for all.</param>
/// <param name="BudgetYear">Null for all cycles.</param>
/// <param name="Status">Null for all.</param>
/// <param name="IsAsked">Only those whose office has a recommendation of SCR data to answer.</param>
/// <param name="WithExamples">With the worked examples, which nobody works on.</param>
/// <param name="IsToSubmit">Only what its office has yet to submit, as reminders count it.</param>
public sealed record ListRequestsInput(
    string Search = "",
    int? BudgetYear = null,
    RequestStatus? Status = null,
    bool IsAsked = false,
    bool WithExamples = true,
    bool IsToSubmit = false
);

/// <summary>The requests that a person may see: the own office's, or all.</summary>
public sealed class ListRequests(RequestDigests digests)
{
    public async Task<IReadOnlyList<RequestDigest>> ExecuteAsync(
        ListRequestsInput input,
        Person by,
        CancellationToken cancellation = default
    ) =>
        [
            .. (await digests.ReadAsync(by, input.BudgetYear, cancellation)).Where(request =>
                (input.Status is null || request.Status == input.Status)
                && (!input.IsAsked || request.OpenRecommendations > 0)
                && (input.WithExamples || !request.IsWorkedExample)
                && (!input.IsToSubmit || request.IsToSubmit)
                && request.Matches(input.Search)
            ),
        ];
}
