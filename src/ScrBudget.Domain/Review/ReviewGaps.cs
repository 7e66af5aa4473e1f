using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Review;

/// <summary>What a review still lacks before it can complete, in words; the same list decides whether use is open.</summary>
public static class ReviewGaps
{
    /// <summary>Everything, the disposition included.</summary>
    /// <param name="categoryName">Full names by code; the codes themselves without it.</param>
    public static IReadOnlyList<string> Of(
        ResourceRequest request,
        ScrPrompt prompt,
        Func<string, string>? categoryName = null
    )
    {
        var pending = Evidence(request, prompt, categoryName ?? (code => code)).ToList();
        if (request.CurrentDisposition is not { } disposition)
        {
            pending.Add("Disposition: give the SCR disposition of this submission.");
        }
        else if (!IsConsistent(disposition.Kind, request, prompt))
        {
            pending.Add(
                $"Disposition: “{disposition.Kind.Title()}” does not agree with the evidence any more. Give it anew."
            );
        }

        return pending;
    }

    /// <summary>Answers that are pending, by the office or by an analyst; each says whose turn it is.</summary>
    private static IEnumerable<string> Evidence(
        ResourceRequest request,
        ScrPrompt prompt,
        Func<string, string> categoryName
    )
    {
        foreach (var category in prompt.Categories.Where(category => category.NeedsAnswer))
        {
            yield return $"{categoryName(category.CategoryCode)}: the office has to answer; return the request.";
        }

        if (prompt.NeedsNoneOrOne)
        {
            yield return "SCR data: the office has to say which category bears on it, or that none does; return the request.";
        }

        foreach (var figure in request.Figures.Where(figure => request.IsCited(figure.Number)))
        {
            if (request.FindingOn(figure.Number) is null)
            {
                yield return $"{figure.Token}: find whether it bears on the request.";
            }
        }

        foreach (var answer in AnswersToJudge(request, prompt))
        {
            var about = answer.CategoryCode.Length == 0 ? "No category applies" : categoryName(answer.CategoryCode);
            switch (request.ReviewOf(answer)?.Verdict)
            {
                case null:
                    yield return $"{about}: accept or refuse “{answer.Decision.Title().ToLowerInvariant()}”.";
                    break;
                case Verdict.Escalated:
                    yield return $"{about}: the compiler has to judge “{answer.Decision.Title().ToLowerInvariant()}”.";
                    break;
            }
        }
    }

    /// <summary>
    /// The answers without SCR data that count: the last one of each category that has no figure, and of each
    /// recommendation; and <em>none applies</em> where it holds.
    /// </summary>
    public static IReadOnlyList<CategoryAnswer> AnswersToJudge(ResourceRequest request, ScrPrompt prompt)
    {
        var byCategory = prompt
            .Categories.Where(category =>
                category.Decision is CategoryDecision.Declined or CategoryDecision.NotApplicable
            )
            .Select(category => category.CategoryCode)
            .Concat(prompt.NoneApplies ? [string.Empty] : Array.Empty<string>())
            .Select(code => request.Answers.Last(answer => answer.CategoryCode == code));
        var byRecommendation = request
            .Recommendations.Where(made => !made.IsLate)
            .Select(made => request.ResponseTo(made.Number))
            .Where(answer => answer?.Decision is CategoryDecision.Declined or CategoryDecision.NotApplicable)
            .Select(answer => answer!);
        return [.. byCategory.Concat(byRecommendation).DistinctBy(answer => answer.Sequence)];
    }

    /// <summary>Does a disposition say what the evidence says?</summary>
    public static bool IsConsistent(DispositionKind kind, ResourceRequest request, ScrPrompt prompt) =>
        kind switch
        {
            DispositionKind.Recommended => request.Recommendations.Any(made => !made.IsLate),
            DispositionKind.AlreadyUsed => Tracking.CategoryUse.Of(request, prompt).Any(category => category.IsUsed),
            _ => Tracking.CategoryUse.Of(request, prompt).All(category => !category.IsApplicable),
        };
}
