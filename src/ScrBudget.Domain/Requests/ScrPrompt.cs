using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.Requests;

/// <summary>One category as the prompt shows it.</summary>
/// <param name="Strength">Null when neither the office nor a text suggests it: the author brought it in.</param>
/// <param name="Why">Where the suggestion comes from.</param>
/// <param name="Decision">Derived from the answers and from the tokens that stand in the text.</param>
/// <param name="Reason">The reason given, for <em>declined</em> and <em>not applicable</em>.</param>
/// <param name="NeedsAnswer">Unanswered, and submission waits for it.</param>
public sealed record PromptedCategory(
    string CategoryCode,
    CategoryStrength? Strength,
    string Why,
    CategoryDecision Decision,
    string Reason,
    bool NeedsAnswer
);

/// <summary>
/// The categories that bear on a request and how each is answered. Suggestions are the office's standing categories and
/// what analysts recommend.
/// </summary>
public sealed class ScrPrompt
{
    private ScrPrompt(IReadOnlyList<PromptedCategory> categories, bool noneApplies, string noneReason)
    {
        Categories = categories;
        NoneApplies = noneApplies && categories.All(category => !category.NeedsAnswer && !Applies(category));
        NoneReason = NoneApplies ? noneReason : string.Empty;
    }

    /// <summary>Suggested first, then possible, then those that the author brought in.</summary>
    public IReadOnlyList<PromptedCategory> Categories { get; }

    /// <summary>
    /// The author said that no category applies, with <see cref="NoneReason"/>, and it still holds: none was attached,
    /// declined or confirmed since.
    /// </summary>
    public bool NoneApplies { get; }

    public string NoneReason { get; }

    /// <summary>Nothing is suggested and nobody has said anything: silence is an answer that someone must give.</summary>
    public bool NeedsNoneOrOne =>
        !NoneApplies
        && Categories.All(category =>
            category.Strength != CategoryStrength.Suggested
            && !category.NeedsAnswer
            && category.Decision is CategoryDecision.Unanswered or CategoryDecision.Dismissed
        );

    public int Answerable => Categories.Count(category => IsAnswered(category) || category.NeedsAnswer);

    public int Answered => Categories.Count(IsAnswered);

    public static ScrPrompt Of(ResourceRequest request, Office office)
    {
        var held = request.KeepsStanding ? request.StandingAtTransmission : office.StandingCategories;
        var standing = held.ToDictionary(category => category.CategoryCode);
        var codes = held.OrderBy(category => category.Strength)
            .ThenBy(category => category.Order)
            .Select(category => category.CategoryCode)
            .Concat(request.Recommendations.Where(made => !made.IsLate).Select(made => made.CategoryCode))
            .Concat(request.Answers.Select(answer => answer.CategoryCode))
            .Concat(request.Figures.Select(figure => figure.CategoryCode))
            .Where(code => code.Length > 0)
            .Distinct();
        var none = request.Answers.LastOrDefault(answer => answer.CategoryCode.Length == 0);
        return new ScrPrompt(
            [.. codes.Select(code => Of(request, code, standing.GetValueOrDefault(code)))],
            none is not null && !request.IsRefused(none),
            none?.Reason ?? string.Empty
        );
    }

    private static bool IsAnswered(PromptedCategory category) =>
        category.Decision is CategoryDecision.Attached or CategoryDecision.Declined or CategoryDecision.NotApplicable;

    private static bool Applies(PromptedCategory category) =>
        category.Decision is CategoryDecision.Attached or CategoryDecision.Declined;

    private static PromptedCategory Of(ResourceRequest request, string code, StandingCategory? standing)
    {
        var last = request.Answers.LastOrDefault(answer => answer.CategoryCode == code);
        var decision = request.DecisionOn(code);
        if (decision == CategoryDecision.Dismissed && standing?.Strength == CategoryStrength.Suggested)
        {
            // Only what is merely possible is dismissed without a reason; a category may have been possible then.
            decision = CategoryDecision.Unanswered;
        }

        var asked = request.OpenRecommendations(code).Any();
        if (asked && decision != CategoryDecision.Attached)
        {
            // Whatever was said before the analyst asked: the recommendation is answered by itself.
            decision = CategoryDecision.Unanswered;
        }

        var needsAnswer =
            asked
            || decision is CategoryDecision.Unanswered or CategoryDecision.BearsOnIt
                && (
                    last is not null && request.IsRefused(last)
                    || standing?.Strength == CategoryStrength.Suggested
                    || request.Answers.Any(answer =>
                        answer.CategoryCode == code
                        && answer.Decision is CategoryDecision.BearsOnIt or CategoryDecision.Attached
                    )
                );
        return new PromptedCategory(
            code,
            standing?.Strength,
            Sources(request, code, standing),
            decision == CategoryDecision.BearsOnIt ? CategoryDecision.Unanswered : decision,
            decision is CategoryDecision.Declined or CategoryDecision.NotApplicable ? Reason(last!) : string.Empty,
            needsAnswer
        );
    }

    private static string Sources(ResourceRequest request, string code, StandingCategory? standing)
    {
        var sources = new List<string>();
        if (standing is not null)
        {
            sources.Add($"standing category of the office ({standing.Source})");
        }

        sources.AddRange(
            request
                .Recommendations.Where(made => made.CategoryCode == code && !made.IsLate)
                .Select(made => $"recommended by {made.By} ({made.Label})")
        );
        return sources.Count == 0 ? "added by the author" : string.Join("; ", sources);
    }

    private static string Reason(CategoryAnswer answer) =>
        answer.DeclineReason is { } coded
            ? string.Join(": ", new[] { coded.Title(), answer.Reason }.Where(part => part.Length > 0))
            : answer.Reason;
}
