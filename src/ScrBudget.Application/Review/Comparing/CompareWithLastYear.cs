using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Review.Comparing;

/// <param name="LastYear">Number of last year's request; null for the one that has the same title.</param>
public sealed record CompareWithLastYearInput(string Number, string? LastYear = null);

/// <summary>A request of the same office in the budget year before.</summary>
public sealed record LastYearCandidate(string Number, string Title);

/// <param name="Candidates">All of the office's of the budget year before, those with the nearest titles first.</param>
/// <param name="Chosen">Null where none was named and no title, or more than one, is the same: then somebody has to choose.</param>
/// <param name="Comparison">Last year's request is its earlier document; null without <paramref name="Chosen"/>.</param>
public sealed record LastYearCompared(
    string Number,
    string Title,
    IReadOnlyList<LastYearCandidate> Candidates,
    LastYearCandidate? Chosen,
    SubmissionComparison? Comparison
);

/// <summary>Shows a request beside the one that its office made for the budget year before, both as they print.</summary>
public sealed class CompareWithLastYear(IDbContextFactory<ScrBudgetContext> contexts, ReadRequest reading)
{
    public async Task<Outcome<LastYearCompared>> ExecuteAsync(
        CompareWithLastYearInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var now = await reading.ExecuteAsync(input.Number, by, cancellation);
        if (!now.IsDone)
        {
            return now.Refusal;
        }

        var request = now.Value.Request;
        var candidates = await CandidatesAsync(request, cancellation);
        var (number, title) = (request.Number, request.Facts.Title);
        if (Chosen(candidates, title, input.LastYear) is not { } chosen)
        {
            return input.LastYear is null
                ? new LastYearCompared(number, title, candidates, null, null)
                : ComparisonRefusals.NotACandidate(number, input.LastYear);
        }

        var lastYear = await reading.ExecuteAsync(chosen.Number, by, cancellation);
        return lastYear.IsDone
            ? new LastYearCompared(
                number,
                title,
                candidates,
                chosen,
                SubmissionComparison.Of(PrintRequest.Printable(lastYear.Value), PrintRequest.Printable(now.Value))
            )
            : lastYear.Refusal;
    }

    private async Task<IReadOnlyList<LastYearCandidate>> CandidatesAsync(
        ResourceRequest request,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var (office, year) = (request.OfficeCode, request.BudgetYear - 1);
        var found = await context
            .Requests.AsNoTracking()
            .Where(r => r.OfficeCode == office && r.BudgetYear == year)
            .Select(r => new LastYearCandidate(r.Number, r.Facts.Title))
            .ToListAsync(cancellation);
        var words = WordBag.Of(request.Facts.Title);
        return
        [
            .. found
                .OrderByDescending(candidate => WordBag.Likeness(words, WordBag.Of(candidate.Title)))
                .ThenBy(candidate => candidate.Number, StringComparer.Ordinal),
        ];
    }

    private static LastYearCandidate? Chosen(
        IReadOnlyList<LastYearCandidate> candidates,
        string title,
        string? lastYear
    )
    {
        var named = candidates
            .Where(candidate =>
                lastYear is null
                    ? string.Equals(candidate.Title, title, StringComparison.OrdinalIgnoreCase)
                    : candidate.Number == RequestNumber.Normalize(lastYear)
            )
            .ToList();
        return named is [var only] ? only : null;
    }
}
