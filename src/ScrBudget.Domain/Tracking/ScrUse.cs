using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Domain.Tracking;

/// <summary>Was SCR data used? The four values of domain.md section 8.</summary>
public enum UseValue
{
    /// <summary>An answer or an analyst's disposition is pending.</summary>
    Open = 0,

    /// <summary>A statistic of an applicable category is cited, and an analyst found that it bears on the request.</summary>
    Used = 1,

    /// <summary>No category remains applicable, and every such reason is accepted.</summary>
    ConsideredNotApplicable = 2,

    /// <summary>A category is applicable, and none is used.</summary>
    NotUsed = 3,
}

public static class UseWords
{
    public static string Title(this UseValue value) =>
        value switch
        {
            UseValue.ConsideredNotApplicable => "Considered, not applicable",
            UseValue.NotUsed => "Not used",
            _ => value.ToString(),
        };

    public static string Title(this CategoryOutcome outcome) =>
        outcome switch
        {
            CategoryOutcome.NotAsked => "Not asked",
            CategoryOutcome.NotApplicable => "Not applicable",
            _ => outcome.ToString(),
        };
}

/// <summary>What became of one category of a request; each category of each request has exactly one.</summary>
public enum CategoryOutcome
{
    /// <summary>Merely possible, and nobody confirmed it: no answer is waited for.</summary>
    NotAsked = 0,

    /// <summary>An answer of the office, or what an analyst finds of it, is outstanding.</summary>
    Pending = 1,
    Used = 2,

    /// <summary>Applicable and not used, for a reason that was accepted.</summary>
    Declined = 3,

    /// <summary>Does not bear on what is funded, and that was accepted.</summary>
    NotApplicable = 4,
}

/// <summary>How one category of a request counts.</summary>
/// <param name="IsApplicable">
/// Suggested by the product, recommended by an analyst in time, or confirmed by the author, unless an analyst accepted
/// <em>not applicable</em>.
/// </param>
/// <param name="IsUsed">A statistic of it is cited in Justification or Impact and bears on the request.</param>
public sealed record CategoryUse(string CategoryCode, bool IsApplicable, bool IsUsed)
{
    /// <summary>What became of it, as tables count it.</summary>
    public CategoryOutcome Outcome { get; private init; }

    public static IReadOnlyList<CategoryUse> Of(ResourceRequest request, ScrPrompt prompt) =>
        [.. prompt.Categories.Select(category => Of(request, category))];

    private static CategoryUse Of(ResourceRequest request, PromptedCategory category)
    {
        var code = category.CategoryCode;
        var cited = request.Figures.Where(figure => figure.CategoryCode == code && request.IsCited(figure.Number));
        var last = request.Answers.LastOrDefault(answer => answer.CategoryCode == code);
        var isAccepted = last is not null && request.ReviewOf(last)?.Verdict == Verdict.Accepted;
        var isSettledAsNotApplicable = category.Decision == CategoryDecision.NotApplicable && isAccepted;
        var isApplicable =
            !isSettledAsNotApplicable
            && (
                category.Strength == CategoryStrength.Suggested
                || request.Recommendations.Any(made => made.CategoryCode == code && !made.IsLate)
                || IsConfirmed(request, code)
            );
        var isUsed = isApplicable && cited.Any(figure => request.FindingOn(figure.Number) is { Bears: true });
        return new CategoryUse(code, isApplicable, isUsed) { Outcome = OutcomeOf(category, isUsed, isAccepted) };
    }

    private static CategoryOutcome OutcomeOf(PromptedCategory category, bool isUsed, bool isAccepted) =>
        category.NeedsAnswer ? CategoryOutcome.Pending
        : isUsed ? CategoryOutcome.Used
        : category.Decision switch
        {
            CategoryDecision.Attached => CategoryOutcome.Pending,
            CategoryDecision.Declined => isAccepted ? CategoryOutcome.Declined : CategoryOutcome.Pending,
            CategoryDecision.NotApplicable => isAccepted ? CategoryOutcome.NotApplicable : CategoryOutcome.Pending,
            _ => CategoryOutcome.NotAsked,
        };

    private static bool IsConfirmed(ResourceRequest request, string code) =>
        request.Answers.Any(answer =>
            answer.CategoryCode == code
            && answer.Decision is CategoryDecision.BearsOnIt or CategoryDecision.Attached or CategoryDecision.Declined
        );
}

/// <summary>
/// Use of SCR data by one request, computed and never set (domain.md section 8). It is interim until OAO transmits.
/// </summary>
/// <param name="Pending">What keeps it open, in words; empty unless it is.</param>
public sealed record ScrUse(
    UseValue Value,
    bool IsInterim,
    IReadOnlyList<CategoryUse> Categories,
    IReadOnlyList<string> Pending
)
{
    /// <summary>Used in every applicable category; <em>partial</em> otherwise.</summary>
    public bool IsFull =>
        Value == UseValue.Used && Categories.Where(category => category.IsApplicable).All(category => category.IsUsed);

    public static ScrUse Of(ResourceRequest request, ScrPrompt prompt)
    {
        var categories = CategoryUse.Of(request, prompt);
        var pending = ReviewGaps.Of(request, prompt);
        var value =
            pending.Count > 0 || request.Submissions.Count == 0 ? UseValue.Open
            : categories.All(category => !category.IsApplicable) ? UseValue.ConsideredNotApplicable
            : categories.Any(category => category.IsUsed) ? UseValue.Used
            : UseValue.NotUsed;
        return new ScrUse(value, request.Status != RequestStatus.Transmitted, categories, pending);
    }

    /// <summary>In words, with what became of it: <c>Used (partial), interim</c>.</summary>
    public string Words(ResourceRequest request)
    {
        if (request.MergedInto is { } target)
        {
            return $"Merged into {target}";
        }

        if (request.Status == RequestStatus.Withdrawn)
        {
            return "Withdrawn before transmission";
        }

        var words = Value == UseValue.Used ? $"Used ({(IsFull ? "full" : "partial")})" : Value.Title();
        return IsInterim ? $"{words}, interim"
            : request.Removals is [.., var removal]
                ? $"{words} as transmitted; removed at {removal.Stage}, {ScrData.StatisticWording.Date(removal.On)}"
            : words;
    }
}
