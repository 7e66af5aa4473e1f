using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;
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

    /// <summary>The sections in which a token counts as evidence.</summary>
    public static IReadOnlyList<SectionKind> EvidenceSections { get; } =
    [SectionKind.Justification, SectionKind.Impact];

    /// <summary>Does the token of this statistic stand in that section?</summary>
    public bool Cites(SectionKind kind, int figureNumber) =>
        RequestText.Tokens(Section(kind).Text).Any(token => token.Number == figureNumber);

    /// <summary>Does the token of this statistic stand where it counts as evidence: in Justification or Impact?</summary>
    public bool IsCited(int figureNumber) => EvidenceSections.Any(kind => Cites(kind, figureNumber));

    /// <summary>
    /// How a category stands: attached while a token of it is cited that nobody found not to bear on the request, else what
    /// the last answer says; an attached one whose token is gone is unanswered again, and so is an answer that was refused.
    /// </summary>
    public CategoryDecision DecisionOn(string categoryCode)
    {
        if (
            figures.Any(figure =>
                figure.CategoryCode == categoryCode
                && IsCited(figure.Number)
                && FindingOn(figure.Number) is not { Bears: false }
            )
        )
        {
            return CategoryDecision.Attached;
        }

        var last = Answers.LastOrDefault(answer => answer.CategoryCode == categoryCode);
        return last is null or { Decision: CategoryDecision.Attached } || IsRefused(last)
            ? CategoryDecision.Unanswered
            : last.Decision;
    }

    /// <summary>Was the answer judged, and does the office have to answer anew?</summary>
    public bool IsRefused(CategoryAnswer answer) => ReviewOf(answer)?.Verdict == Verdict.Refused;

    /// <summary>
    /// Attaches a statistic: it gets the next token, and its sentence is placed at the end of the section, with what the
    /// author says that it shows.
    /// </summary>
    /// <param name="target">Justification or Impact.</param>
    /// <param name="subject">The category in full, with its subcategory, as the sentence names it.</param>
    /// <param name="shows">What the figure shows about the need or the expected result; may be empty.</param>
    /// <param name="edition">The validated edition that was counted; 0 for the snapshot as published.</param>
    /// <param name="inAnswerTo">The recommendation that it answers, in part where it is another figure than was recommended.</param>
    public Outcome<AttachedStatistic> Attach(
        StatisticQuery query,
        Snapshot snapshot,
        SectionKind target,
        string subject,
        string shows,
        Person by,
        DateTime at,
        int edition = 0,
        int? inAnswerTo = null
    )
    {
        if (NotEditable() is { } refusal)
        {
            return refusal;
        }

        if (
            inAnswerTo is { } asked
            && OpenRecommendations(query.CategoryCode ?? string.Empty).All(made => made.Number != asked)
        )
        {
            return ReviewRefusals.NoSuchRecommendation;
        }

        if (!EvidenceSections.Contains(target))
        {
            return RequestRefusals.NotUsable("Section", "a statistic is evidence in Justification or Impact only.");
        }

        if (query.CannotBeCitedFrom(snapshot, edition) is { } problem)
        {
            return problem;
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
        AddAnswer(
            figure.CategoryCode,
            CategoryDecision.Attached,
            null,
            comment,
            figure.Number,
            by,
            at,
            [
                .. OpenRecommendations(figure.CategoryCode)
                    .Where(made => made.Number == inAnswerTo || made.IsMetBy(figure))
                    .Select(made => made.Number),
            ]
        );
        return figure;
    }
}
