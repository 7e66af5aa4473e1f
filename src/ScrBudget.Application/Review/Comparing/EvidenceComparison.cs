using ScrBudget.Documents;

namespace ScrBudget.Application.Review.Comparing;

/// <summary>A cited statistic that was added, removed or changed.</summary>
/// <param name="Before">Null where it was added.</param>
/// <param name="After">Null where it was removed.</param>
/// <param name="Facts">What differs, where it was changed: years, reports, cases, source, single years.</param>
public sealed record ComparedFigure(
    Change Change,
    CitedFigure? Before,
    CitedFigure? After,
    IReadOnlyList<ComparedFact> Facts
);

/// <summary>The answer to a category that is not the same.</summary>
/// <param name="Before">Decision with its reason; null where the earlier document has no answer to it.</param>
/// <param name="After">The same of the later one.</param>
public sealed record ComparedAnswer(string Category, CategoryAnswerLine? Before, CategoryAnswerLine? After)
{
    public Change Change =>
        Before is null ? Change.Added
        : After is null ? Change.Removed
        : Change.Changed;
}

/// <summary>The SCR evidence of two documents: what differs.</summary>
/// <param name="Notes">Caveats, sources and quality statements that stand beneath the figures.</param>
public sealed record EvidenceComparison(
    IReadOnlyList<ComparedFigure> Figures,
    IReadOnlyList<ComparedAnswer> Answers,
    ComparedSentences Notes
)
{
    public bool IsChanged => Figures.Count > 0 || Answers.Count > 0 || Notes.IsChanged;

    public static EvidenceComparison Of(RequestDocument before, RequestDocument after) =>
        new(
            [.. FiguresOf(before, after)],
            [
                .. Pairing
                    .Of(before.Answers, after.Answers, answer => answer.Category)
                    .Where(answer => answer.Before != answer.After)
                    .Select(answer => new ComparedAnswer(
                        (answer.After ?? answer.Before)!.Category,
                        answer.Before,
                        answer.After
                    )),
            ],
            ComparedSentences.Of(Lines(before.Figures), Lines(after.Figures))
        );

    private static IEnumerable<ComparedFigure> FiguresOf(RequestDocument before, RequestDocument after)
    {
        // A token names the same figure for good, but only within its request. A figure that took the place of another
        // of the same category is that figure, changed.
        Func<Cited, object>[] subject =
        [
            cited => (cited.Figure.Category, cited.Figure.Measure, cited.Figure.Years),
            cited => (cited.Figure.Category, cited.Figure.Measure),
        ];
        Func<Cited, object>[] names =
            before.Number == after.Number ? [cited => cited.Figure.Token, .. subject] : subject;
        foreach (var (was, now) in Pairing.Of(Cited.Of(before), Cited.Of(after), names))
        {
            if (was is null || now is null)
            {
                yield return new ComparedFigure(
                    was is null ? Change.Added : Change.Removed,
                    was?.Figure,
                    now?.Figure,
                    []
                );
            }
            else if (Facts(was, now) is { Count: > 0 } facts)
            {
                yield return new ComparedFigure(Change.Changed, was.Figure, now.Figure, facts);
            }
        }
    }

    private static IReadOnlyList<ComparedFact> Facts(Cited before, Cited after) =>
        ComparedFact.Differing([
            new("Category", before.Figure.Category, after.Figure.Category),
            new("Counted", before.Figure.Measure, after.Figure.Measure),
            new("Years", before.Figure.Years, after.Figure.Years),
            new("Reports", before.Figure.Reports, after.Figure.Reports),
            new("Cases", before.Figure.Cases, after.Figure.Cases),
            new("Source", before.Source, after.Source),
            // Only years that both show: others differ because the range does, which has a line of its own.
            .. before.Figure.ByYear.Join(
                after.Figure.ByYear,
                year => year.Label,
                year => year.Label,
                (was, now) => new ComparedFact(was.Label, was.Printed, now.Printed)
            ),
        ]);

    private static IEnumerable<string> Lines(CitedFigures figures) =>
        [
            .. figures.Caveats,
            .. figures.Sources,
            .. figures.Quality.Select(statement => $"{statement.Heading}: {statement.Text}"),
        ];

    /// <summary>A figure and where it comes from.</summary>
    private sealed record Cited(CitedFigure Figure, string Source)
    {
        public static IReadOnlyList<Cited> Of(RequestDocument document) =>
            [
                .. document.Figures.Items.Select(figure => new Cited(
                    figure,
                        // Frozen before figures named their source: it is known where the document has a single one.
                        figure.Source.Length > 0
                            ? figure.Source
                        : document.Figures.Sources is [var only] ? only
                        : "Not recorded for this figure"
                )),
            ];
    }
}
