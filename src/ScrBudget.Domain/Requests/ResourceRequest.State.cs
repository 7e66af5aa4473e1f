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
            );
    }
}
