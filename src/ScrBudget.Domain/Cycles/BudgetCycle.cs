using System.Globalization;
using ScrBudget.Domain.Audit;

namespace ScrBudget.Domain.Cycles;

/// <summary>
/// A data call for one budget year. The budget year and the fiscal year of submission are kept apart: calls go out 20 to
/// 23 months ahead, so several are open at once (domain.md section 2).
/// </summary>
public sealed class BudgetCycle : IVersioned, IAudited
{
    /// <summary>The budget year and four more (RAP; configurable later).</summary>
    public const int DefaultYearsCovered = 5;

    private BudgetCycle() { }

    public BudgetCycle(
        FiscalYear budgetYear,
        FiscalYear submissionYear,
        DateOnly opensOn,
        DateOnly dueOn,
        Marking marking,
        bool isWorkedExample = false
    )
    {
        BudgetYear = budgetYear.Year;
        SubmissionYear = submissionYear.Year;
        OpensOn = opensOn;
        DueOn = dueOn;
        MarkingBanner = marking.Banner;
        DesignatedBy = marking.DesignatedBy;
        IsWorkedExample = isWorkedExample;
        Audit.Note(
            "Opened the cycle",
            after: string.Create(
                CultureInfo.InvariantCulture,
                $"open from {opensOn:yyyy-MM-dd}, due {dueOn:yyyy-MM-dd}, submissions in {submissionYear}, {YearsCovered} years covered; {marking.Banner}, designated by {marking.DesignatedBy}{(isWorkedExample ? "; worked example" : string.Empty)}"
            )
        );
    }

    /// <summary>Key: one cycle per budget year.</summary>
    public int BudgetYear { get; private set; }

    /// <summary>The fiscal year in which requests are submitted: statistics look back from here, and the report counts by it.</summary>
    public int SubmissionYear { get; private set; }

    public DateOnly OpensOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    public string MarkingBanner { get; private set; } = string.Empty;

    public string DesignatedBy { get; private set; } = string.Empty;

    /// <summary>The three requests of the report live in such cycles: outside every rate, marked illustrative.</summary>
    public bool IsWorkedExample { get; private set; }

    /// <summary>Years that a cost plan covers, the budget year included.</summary>
    public int YearsCovered { get; private set; } = DefaultYearsCovered;

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject => string.Create(CultureInfo.InvariantCulture, $"cycle FY{BudgetYear}");

    public SubjectState State() =>
        new SubjectState().With(
            "Data call",
            [BudgetYear, SubmissionYear, OpensOn, DueOn, MarkingBanner, DesignatedBy, IsWorkedExample, YearsCovered]
        );

    public FiscalYear Year => new(BudgetYear);

    public FiscalYear Submission => new(SubmissionYear);

    /// <summary>Can requests still be drafted and submitted on this day? Late ones can: the due date warns, it does not lock.</summary>
    public bool IsOpen(DateOnly today) => today >= OpensOn && (!IsWorkedExample || today <= DueOn);
}
