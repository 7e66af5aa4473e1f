using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Domain.Requests;

/// <summary>The SCR evidence of a request: statistics attached to its text, and an answer for each category.</summary>
public sealed partial class ResourceRequest
{
    private readonly List<AttachedStatistic> figures = [];
    private readonly List<CategoryAnswer> answers = [];

    /// <summary>Every statistic ever attached, by number: a token is never reused.</summary>
    public IReadOnlyList<AttachedStatistic> Figures => [.. figures.OrderBy(figure => figure.Number)];

    /// <summary>In the order in which they were given.</summary>
    public IReadOnlyList<CategoryAnswer> Answers => [.. answers.OrderBy(answer => answer.Sequence)];

    /// <summary>Does the token of this statistic stand where it counts as evidence: in Justification or Impact?</summary>
    public bool IsCited(int figureNumber) =>
        RequestText
            .Tokens(Section(SectionKind.Justification).Text)
            .Concat(RequestText.Tokens(Section(SectionKind.Impact).Text))
            .Any(token => token.Number == figureNumber);

    /// <summary>
    /// How a category stands: attached while a token of it is cited, else what the last answer says; an attached one whose
    /// token is gone is unanswered again.
    /// </summary>
    public CategoryDecision DecisionOn(string categoryCode)
    {
        if (figures.Any(figure => figure.CategoryCode == categoryCode && IsCited(figure.Number)))
        {
            return CategoryDecision.Attached;
        }

        var last = Answers.LastOrDefault(answer => answer.CategoryCode == categoryCode)?.Decision;
        return last is null or CategoryDecision.Attached ? CategoryDecision.Unanswered : last.Value;
    }

    /// <summary>
    /// Attaches a statistic: it gets the next token, and its sentence is placed at the end of the section, with what the
    /// author says that it shows.
    /// </summary>
    /// <param name="target">Justification or Impact.</param>
    /// <param name="subject">The category in full, with its subcategory, as the sentence names it.</param>
    /// <param name="shows">What the figure shows about the need or the expected result; may be empty.</param>
    /// <param name="edition">The validated edition that was counted; 0 for the snapshot as published.</param>
    public Outcome<AttachedStatistic> Attach(
        StatisticQuery query,
        Snapshot snapshot,
        SectionKind target,
        string subject,
        string shows,
        Person by,
        DateTime at,
        int edition = 0
    )
    {
        if (NotEditable() is { } refusal)
        {
            return refusal;
        }

        if (target is not (SectionKind.Justification or SectionKind.Impact))
        {
            return RequestRefusals.NotUsable("Section", "a statistic is evidence in Justification or Impact only.");
        }

        if (query.Problem() is { } problem)
        {
            return problem;
        }

        if (query.CategoryCode is null)
        {
            return new Refusal("category-missing", "A statistic that is attached names its category.");
        }

        if (snapshot.Status != SnapshotStatus.Published)
        {
            return new Refusal(
                "snapshot-not-published",
                $"Snapshot {snapshot.Number} is not published: it cannot be cited."
            );
        }

        if (edition < 0 || edition > snapshot.LatestEdition)
        {
            return new Refusal(
                "edition-not-found",
                $"Snapshot {snapshot.Number} has no edition {edition}; its newest is {snapshot.LatestEdition}."
            );
        }

        if (!query.Years.Any(snapshot.Covers))
        {
            // Its figure would print as "fewer than 5": a year without data is never 0 (domain.md section 5).
            return new Refusal(
                "years-not-covered",
                $"Snapshot {snapshot.Number} covers FY {snapshot.FirstFiscalYear} to FY {snapshot.LastFiscalYear}: choose years among them."
            );
        }

        if (figures.Count == RequestText.MaximumToken)
        {
            return new Refusal("figures-full", $"A request holds at most {RequestText.MaximumToken} statistics.");
        }

        var comment = TextCleaning.Line(shows);
        if (comment.Length > AttachedStatistic.ShowsLength)
        {
            return RequestRefusals.TooLong("What the figure shows", comment.Length, AttachedStatistic.ShowsLength);
        }

        var figure = new AttachedStatistic(figures.Count + 1, query, snapshot.Number, edition, by.Name, at);
        var sentence = StatisticWording.Sentence(
            query,
            new FigureToken(figure.Number, Cases: false).ToString(),
            new FigureToken(figure.Number, Cases: true).ToString(),
            subject
        );
        var section = Section(target);
        var text = string.Join(
            "\n",
            new[] { section.Text, comment.Length == 0 ? sentence : $"{sentence} {comment}" }.Where(part =>
                part.Length > 0
            )
        );
        if (text.Length > RequestSection.TextLength)
        {
            return RequestRefusals.TooLong(target.Title(), text.Length, RequestSection.TextLength);
        }

        figures.Add(figure);
        Note($"Attached {figure.Token} in {target.Title()}", at, section.Text, $"{figure}\n{text}");
        section.Replace(text, by.Name, at);
        AddAnswer(figure.CategoryCode, CategoryDecision.Attached, null, comment, figure.Number, by, at);
        return figure;
    }

    /// <summary>The category bears on the request, but its data are not used; a coded and a worded reason (domain.md section 8).</summary>
    public Outcome Decline(string categoryCode, DeclineReason reason, string words, Person by, DateTime at)
    {
        var cleaned = TextCleaning.Line(words);
        var problem =
            !Enum.IsDefined(reason) ? RequestRefusals.NotUsable("Reason", "choose one of the reasons.")
            : cleaned.Length == 0 ? RequestRefusals.ReasonMissing
            : null;
        return Answer(categoryCode, CategoryDecision.Declined, reason, cleaned, by, at, problem);
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
            )
                ? RequestRefusals.ConfirmedNeedsAnswer(categoryCode)
                : null
        );

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
    private Outcome Answer(
        string categoryCode,
        CategoryDecision decision,
        DeclineReason? declineReason,
        string reason,
        Person by,
        DateTime at,
        Refusal? problem = null
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
            return RequestRefusals.TokenStands(categoryCode, new FigureToken(cited.Number, Cases: false).ToString());
        }

        if (problem is not null)
        {
            return problem;
        }

        var last = Answers.LastOrDefault(answer => answer.CategoryCode == categoryCode);
        if (
            last is not null
            && last.Decision == decision
            && last.DeclineReason == declineReason
            && last.Reason == reason
        )
        {
            return Outcome.Done;
        }

        var before = DecisionOn(categoryCode).Title();
        AddAnswer(categoryCode, decision, declineReason, reason, null, by, at);
        Note(
            categoryCode.Length == 0 ? "Answered that no category applies" : $"Answered {categoryCode}",
            at,
            before,
            decision.Title(),
            declineReason is { } coded ? $"{coded.Title()}: {reason}" : reason
        );
        return Outcome.Done;
    }

    private void AddAnswer(
        string categoryCode,
        CategoryDecision decision,
        DeclineReason? declineReason,
        string reason,
        int? figureNumber,
        Person by,
        DateTime at
    ) =>
        answers.Add(
            new CategoryAnswer(
                answers.Count + 1,
                categoryCode,
                decision,
                declineReason,
                reason,
                figureNumber,
                by.Name,
                at
            )
        );
}
