using ScrBudget.Domain.Audit;

namespace ScrBudget.Domain.Requests;

/// <summary>What the audit trail keeps of the whole request: every stored value but keys and version tokens.</summary>
public sealed partial class ResourceRequest
{
    // No keys: they are random, and the same work gives the same trail.
    public SubjectState State()
    {
        var state = new SubjectState()
            .With("Identity", [Number, OfficeCode, BudgetYear, CreatedBy, CreatedAt, ChangedAt])
            .With("Status", [Status])
            .With("Facts", Facts.Fields.Select(object? (field) => field.Value));
        foreach (var section in Sections)
        {
            state.With(section.Kind.Title(), [section.Text, section.RevisedBy, section.RevisedAt]);
        }

        return state
            .With(
                "Cost",
                [
                    .. positionLines
                        .OrderBy(line => line.Order)
                        .SelectMany(
                            IEnumerable<object?> (line) =>
                                [
                                    line.Order,
                                    line.Type,
                                    line.Count,
                                    line.FullYearCost,
                                    line.FirstYearPercent,
                                    line.IsRemoved,
                                ]
                        ),
                    "non-personnel",
                    .. nonPersonnelLines
                        .OrderBy(line => line.Order)
                        .SelectMany(
                            IEnumerable<object?> (line) =>
                                [
                                    line.Order,
                                    line.Item,
                                    line.ObjectClass,
                                    line.UnitCost,
                                    line.Quantity,
                                    line.IsRecurring,
                                    line.IsRemoved,
                                ]
                        ),
                    "overrides",
                    .. CostOverrides.SelectMany(
                        IEnumerable<object?> (entered) =>
                            [
                                positionLines.Find(line => line.Id == entered.LineId)?.Order,
                                nonPersonnelLines.Find(line => line.Id == entered.LineId)?.Order,
                                entered.Year,
                                entered.Dollars,
                                entered.Reason,
                            ]
                    ),
                ]
            )
            .With(
                "Attached statistics",
                Figures.SelectMany(
                    IEnumerable<object?> (figure) =>
                        [
                            figure.Number,
                            figure.CategoryCode,
                            figure.Subcategory,
                            figure.FirstYear,
                            figure.LastYear,
                            figure.Measure,
                            figure.Tco,
                            figure.SnapshotNumber,
                            figure.Edition,
                            figure.AttachedBy,
                            figure.AttachedAt,
                        ]
                )
            )
            .With(
                "Answers",
                Answers.SelectMany(
                    IEnumerable<object?> (answer) =>
                        [
                            answer.Sequence,
                            answer.CategoryCode,
                            answer.Decision,
                            answer.DeclineReason,
                            answer.Reason,
                            answer.FigureNumber,
                            answer.By,
                            answer.At,
                        ]
                )
            )
            .With(
                "Submissions",
                Submissions.SelectMany(
                    IEnumerable<object?> (submission) =>
                        [
                            submission.Number,
                            submission.Document,
                            submission.DocumentSha256,
                            submission.By,
                            submission.At,
                        ]
                )
            )
            .WithAny(
                "Submitted amounts",
                Submissions
                    .Where(submission => submission.Dollars is not null)
                    .SelectMany(
                        IEnumerable<object?> (submission) =>
                            [submission.Number, submission.Dollars, submission.Positions, submission.Fte]
                    )
            )
            .WithAny(
                "Moves",
                Moves.SelectMany(
                    IEnumerable<object?> (move) =>
                        [move.Sequence, move.Action, move.From, move.To, move.Reason, move.ById, move.By, move.At]
                )
            )
            .WithAny("Review", ReviewValues())
            .WithAny(
                "Amounts",
                [
                    .. Amounts.SelectMany(
                        IEnumerable<object?> (amount) =>
                            [
                                amount.Sequence,
                                amount.Stage,
                                amount.Dollars,
                                amount.Positions,
                                amount.Fte,
                                amount.Note,
                                amount.By,
                                amount.At,
                            ]
                    ),
                    .. removals.Count == 0 ? Array.Empty<object?>() : ["removals"],
                    .. Removals.SelectMany(
                        IEnumerable<object?> (removal) =>
                            [removal.Sequence, removal.Stage, removal.On, removal.Reason, removal.By, removal.At]
                    ),
                ]
            )
            .WithAny(
                "Comments",
                Comments.SelectMany(
                    IEnumerable<object?> (comment) =>
                        [
                            comment.Number,
                            comment.Place,
                            comment.Text,
                            comment.ById,
                            comment.By,
                            comment.At,
                            comment.ResolvedBy,
                            comment.ResolvedAt,
                        ]
                )
            );
    }

    /// <summary>Each group begins with its name; one that holds nothing is left out.</summary>
    private IEnumerable<object?> ReviewValues() =>
        [
            .. Group(
                "state",
                AnalystId is null && Decision is null && MergedInto is null
                    ? []
                    : [AnalystId, AnalystName, Decision, MergedInto]
            ),
            .. Group(
                "responses",
                Answers
                    .Where(answer => answer.RecommendationNumber is not null)
                    .SelectMany(IEnumerable<object?> (answer) => [answer.Sequence, answer.RecommendationNumber])
            ),
            .. Group(
                "recommendations",
                Recommendations.SelectMany(
                    IEnumerable<object?> (made) =>
                        [
                            made.Number,
                            made.CategoryCode,
                            made.Subcategory,
                            made.FirstYear,
                            made.LastYear,
                            made.Measure,
                            made.Tco,
                            made.SnapshotNumber,
                            made.Edition,
                            made.Why,
                            made.IsLate,
                            made.ById,
                            made.By,
                            made.At,
                        ]
                )
            ),
            .. Group(
                "moved recommendations",
                Recommendations
                    .Where(made => made.MovedFrom is not null)
                    .SelectMany(IEnumerable<object?> (made) => [made.Number, made.MovedFrom])
            ),
            .. Group(
                "findings",
                Findings.SelectMany(
                    IEnumerable<object?> (finding) =>
                        [finding.Sequence, finding.FigureNumber, finding.Bears, finding.Reason, finding.By, finding.At]
                )
            ),
            .. Group(
                "verdicts",
                AnswerReviews.SelectMany(
                    IEnumerable<object?> (review) =>
                        [review.Sequence, review.AnswerSequence, review.Verdict, review.Reason, review.By, review.At]
                )
            ),
            .. Group(
                "dispositions",
                Dispositions.SelectMany(
                    IEnumerable<object?> (given) =>
                        [given.Sequence, given.SubmissionNumber, given.Kind, given.Note, given.By, given.At]
                )
            ),
            .. Group(
                "kept figures",
                KeptFigures.SelectMany(
                    IEnumerable<object?> (figure) =>
                        [figure.Sequence, figure.FigureNumber, figure.Against, figure.Reason, figure.By, figure.At]
                )
            ),
            .. Group(
                "standing at transmission",
                KeepsStanding
                    ?
                    [
                        KeepsStanding,
                        .. StandingAtTransmission
                            .OrderBy(standing => standing.CategoryCode, StringComparer.Ordinal)
                            .SelectMany(
                                IEnumerable<object?> (standing) =>
                                    [standing.CategoryCode, standing.Strength, standing.Source, standing.Order]
                            ),
                    ]
                    : []
            ),
            .. Group(
                "check-list",
                Ticks.SelectMany(
                    IEnumerable<object?> (tick) =>
                        [tick.Sequence, tick.SubmissionNumber, tick.Line, tick.IsTicked, tick.By, tick.At]
                )
            ),
        ];

    private static IEnumerable<object?> Group(string name, IEnumerable<object?> values)
    {
        var held = values.ToList();
        return held.Count == 0 ? [] : [name, .. held];
    }
}
