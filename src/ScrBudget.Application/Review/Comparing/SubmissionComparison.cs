using ScrBudget.Documents;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Review.Comparing;

/// <summary>
/// What differs between two finished documents: two submissions of a request, or this year's request and last year's.
/// In words, dollars, FTE and evidence; computed from the documents alone.
/// </summary>
/// <param name="Before">The earlier document.</param>
/// <param name="After">The later document.</param>
/// <param name="Title">The request's title.</param>
/// <param name="Sections">All texts in reading order, unchanged ones too.</param>
/// <param name="Facts">Those that differ.</param>
public sealed record SubmissionComparison(
    RequestDocument Before,
    RequestDocument After,
    ComparedText Title,
    IReadOnlyList<ComparedText> Sections,
    IReadOnlyList<ComparedFact> Facts,
    CostComparison Cost,
    EvidenceComparison Evidence
)
{
    public bool IsChanged =>
        Title.IsChanged
        || Sections.Any(section => section.IsChanged)
        || Facts.Count > 0
        || Cost.IsChanged
        || Evidence.IsChanged;

    /// <summary>In one line: <c>Justification and Cost changed; +$0.4 million, +2 FTE; 1 figure added</c>.</summary>
    public string Summary => ComparisonWording.Summary(this);

    public static SubmissionComparison Of(RequestDocument before, RequestDocument after) =>
        new(
            before,
            after,
            ComparedText.Of("Title", before.Title, after.Title),
            [.. SectionKinds.All.Select(kind => ComparedText.Of(kind.Title(), Text(before, kind), Text(after, kind)))],
            ComparedFact.Differing(
                Named(before).Zip(Named(after), (was, now) => new ComparedFact(was.Name, was.Value, now.Value))
            ),
            CostComparison.Of(before.Cost, after.Cost),
            EvidenceComparison.Of(before, after)
        );

    private static FormattedText Text(RequestDocument document, SectionKind kind) =>
        kind switch
        {
            SectionKind.Description => document.Description,
            SectionKind.Justification => document.Justification,
            SectionKind.Impact => document.Impact,
            SectionKind.IfNotFunded => document.IfNotFunded,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>The facts under the names that the form gives them, in its order.</summary>
    private static IEnumerable<(string Name, string Value)> Named(RequestDocument document)
    {
        var facts = new Domain.Requests.RequestFacts
        {
            Appropriation = document.Facts.Appropriation,
            ProgramProjectActivity = document.Facts.ProgramProjectActivity,
            PeriodOfAvailability = document.Facts.PeriodOfAvailability,
            KindOfChange = document.Facts.KindOfChange,
            Priority = document.Facts.Priority,
            StrategicGoal = document.Facts.StrategicGoal,
            Authority = document.Facts.Authority,
            Contact = document.Facts.Contact,
            Offsets = document.Facts.Offsets,
            PerformanceMeasure = document.Facts.PerformanceMeasure,
            PerformanceBaseline = document.Facts.PerformanceBaseline,
            PerformanceTarget = document.Facts.PerformanceTarget,
            PerformanceTargetDate = document.Facts.PerformanceTargetDate,
        };
        return
        [
            ("Office", document.Office),
            .. facts.Fields.Select(field => (field.Name, field.Value)),
            ("Marking", document.Marking.Banner),
            ("Designated by", document.Marking.DesignatedBy),
        ];
    }
}
