using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;

namespace ScrBudget.Domain.Requests;

/// <summary>Answers to categories and recommendations that attach no statistic.</summary>
public sealed partial class ResourceRequest
{
    /// <summary>The category bears on the request, but its data are not used; a coded and a worded reason (domain.md section 8).</summary>
    public Outcome Decline(string categoryCode, DeclineReason reason, string words, Person by, DateTime at)
    {
        var cleaned = TextCleaning.Line(words);
        return Answer(
            categoryCode,
            CategoryDecision.Declined,
            reason,
            cleaned,
            by,
            at,
            DeclineProblem(reason, cleaned)
        );
    }

    /// <summary>The category does not bear on what the request funds.</summary>
    /// <param name="reason">One sentence beginning <em>This request funds</em>.</param>
    public Outcome MarkNotApplicable(string categoryCode, string reason, Person by, DateTime at)
    {
        var cleaned = TextCleaning.Line(reason);
        return Answer(categoryCode, CategoryDecision.NotApplicable, null, cleaned, by, at, SaysWhatIsFunded(cleaned));
    }

    /// <summary>A possible category bears on the request: from now on it needs an answer.</summary>
    public Outcome Confirm(string categoryCode, Person by, DateTime at) =>
        Answer(categoryCode, CategoryDecision.BearsOnIt, null, string.Empty, by, at);

    /// <summary>
    /// A possible category does not bear on the request; no reason asked, unless somebody said before that it does.
    /// </summary>
    public Outcome Dismiss(string categoryCode, Person by, DateTime at) =>
        Answer(
            categoryCode,
            CategoryDecision.Dismissed,
            null,
            string.Empty,
            by,
            at,
            answers.Exists(answer =>
                answer.CategoryCode == categoryCode
                && answer.Decision
                    is CategoryDecision.BearsOnIt
                        or CategoryDecision.Attached
                        or CategoryDecision.Declined
            ) || recommendations.Exists(made => made.CategoryCode == categoryCode && !made.IsLate)
                ? RequestRefusals.ConfirmedNeedsAnswer(categoryCode)
                : null
        );

    /// <summary>
    /// Answers one recommendation without its data, and no other. While another statistic of the category is attached, the
    /// category stays attached; otherwise this is the answer of the category.
    /// </summary>
    public Outcome Respond(
        int recommendationNumber,
        CategoryDecision decision,
        DeclineReason? declineReason,
        string reason,
        Person by,
        DateTime at
    )
    {
        if (NotEditable() is { } refusal)
        {
            return refusal;
        }

        if (recommendations.Find(made => made.Number == recommendationNumber) is not { } recommendation)
        {
            return ReviewRefusals.NoSuchRecommendation;
        }

        if (StateOf(recommendation) != RecommendationState.AwaitingAnswer)
        {
            return ReviewRefusals.AlreadyAnswered(recommendation.Label);
        }

        var category = recommendation.CategoryCode;
        var cleaned = TextCleaning.Line(reason);
        var problem = decision switch
        {
            CategoryDecision.Declined => DeclineProblem(declineReason ?? default, cleaned),
            CategoryDecision.NotApplicable => SaysWhatIsFunded(cleaned),
            _ => NoAnswer,
        };
        if (DecisionOn(category) != CategoryDecision.Attached)
        {
            var coded = decision == CategoryDecision.Declined ? declineReason : null;
            return Answer(category, decision, coded, cleaned, by, at, problem, recommendation);
        }

        if (problem is not null || cleaned.Length > CategoryAnswer.ReasonLength)
        {
            return problem ?? RequestRefusals.TooLong("Reason", cleaned.Length, CategoryAnswer.ReasonLength);
        }

        AddAnswer(category, decision, declineReason, cleaned, null, by, at, [recommendationNumber]);
        Note($"Answered {recommendation.Label}", at, recommendation.ToString(), decision.Title(), cleaned);
        return Outcome.Done;
    }

    /// <summary>No category applies, with a reason that an analyst reviews.</summary>
    public Outcome MarkNoneApplies(string reason, Person by, DateTime at)
    {
        var cleaned = TextCleaning.Line(reason);
        if (SaysWhatIsFunded(cleaned) is { } refusal)
        {
            return refusal;
        }

        return figures.Find(figure => IsCited(figure.Number)) is { } cited && NotEditable() is null
            ? RequestRefusals.TokenStands(cited.CategoryCode, new FigureToken(cited.Number, Cases: false).ToString())
            : Answer(string.Empty, CategoryDecision.NotApplicable, null, cleaned, by, at);
    }

    private static Refusal NoAnswer { get; } =
        RequestRefusals.NotUsable("Answer", "attach, decline with a reason, or say why it is not applicable.");

    private static Refusal? DeclineProblem(DeclineReason coded, string words) =>
        !Enum.IsDefined(coded) ? RequestRefusals.NotUsable("Reason", "choose one of the reasons.")
        : words.Length == 0 ? RequestRefusals.ReasonMissing
        : null;

    private static Refusal? SaysWhatIsFunded(string reason) =>
        reason.StartsWith(CategoryAnswer.NotApplicableOpening, StringComparison.OrdinalIgnoreCase)
        && reason[CategoryAnswer.NotApplicableOpening.Length..] is var funded
        && funded.Any(char.IsLetterOrDigit)
        && char.IsWhiteSpace(funded[0])
            ? null
            : RequestRefusals.NotUsable(
                "Reason",
                $"say in one sentence what the request funds, beginning “{CategoryAnswer.NotApplicableOpening} …”."
            );

    /// <param name="problem">What is wrong with the answer itself; told after what is wrong with answering at all.</param>
    /// <param name="only">The one recommendation that it answers; null for the category, with all that waits for it there.</param>
    private Outcome Answer(
        string categoryCode,
        CategoryDecision decision,
        DeclineReason? declineReason,
        string reason,
        Person by,
        DateTime at,
        Refusal? problem = null,
        Recommendation? only = null
    )
    {
        if (NotEditable() is { } refusal)
        {
            return refusal;
        }

        if (reason.Length > CategoryAnswer.ReasonLength)
        {
            return RequestRefusals.TooLong("Reason", reason.Length, CategoryAnswer.ReasonLength);
        }

        if (figures.Find(figure => figure.CategoryCode == categoryCode && IsCited(figure.Number)) is { } cited)
        {
            // One that was found not to bear on the request goes out of the text, too, before the category is answered.
            return RequestRefusals.TokenStands(categoryCode, new FigureToken(cited.Number, Cases: false).ToString());
        }

        if (problem is not null)
        {
            return problem;
        }

        var last = Answers.LastOrDefault(answer => answer.CategoryCode == categoryCode);
        var answered =
            only is not null ? [only.Number]
            : decision is CategoryDecision.Declined or CategoryDecision.NotApplicable
                ? OpenRecommendations(categoryCode).Select(made => made.Number).ToList()
            : [];
        if (
            last is not null
            && answered.Count == 0
            && !IsRefused(last)
            && last.Decision == decision
            && last.DeclineReason == declineReason
            && last.Reason == reason
        )
        {
            return Outcome.Done;
        }

        var before = DecisionOn(categoryCode).Title();
        AddAnswer(categoryCode, decision, declineReason, reason, null, by, at, answered);
        Note(
            only is not null ? $"Answered {only.Label}"
                : categoryCode.Length == 0 ? "Answered that no category applies"
                : $"Answered {categoryCode}",
            at,
            before,
            decision.Title(),
            declineReason is { } coded ? $"{coded.Title()}: {reason}" : reason
        );
        return Outcome.Done;
    }

    /// <param name="answered">The recommendations that it answers; one entry for each, one where it is none.</param>
    private void AddAnswer(
        string categoryCode,
        CategoryDecision decision,
        DeclineReason? declineReason,
        string reason,
        int? figureNumber,
        Person by,
        DateTime at,
        IReadOnlyList<int> answered
    ) =>
        answers.AddRange(
            answered
                .Select(number => (int?)number)
                .DefaultIfEmpty(null)
                .Select(
                    (number, index) =>
                        new CategoryAnswer(
                            answers.Count + 1 + index,
                            categoryCode,
                            decision,
                            declineReason,
                            reason,
                            figureNumber,
                            number,
                            by.Name,
                            at
                        )
                )
                .ToList()
        );
}
