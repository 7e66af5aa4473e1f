using System.Globalization;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Domain.Cycles;

/// <summary>
/// A data call for one budget year. The budget year and the fiscal year of submission are kept apart: calls go out 20 to
/// 23 months ahead, so several are open at once (domain.md section 2).
/// </summary>
public sealed partial class BudgetCycle : IVersioned, IAudited
{
    /// <summary>The budget year and four more (RAP), unless the cycle says otherwise.</summary>
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
        ReviewDueOn = dueOn.AddDays(CycleSettings.ReviewDays);
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

    public FiscalYear Year => new(BudgetYear);

    public FiscalYear Submission => new(SubmissionYear);

    /// <summary>Somebody else revised the settings since they were read.</summary>
    public static Refusal Changed(string by) =>
        new(
            "cycle-changed",
            $"{(by.Length == 0 ? "Somebody else" : by)} has revised this call since you opened it. What you entered still stands in the form: compare it with what is saved now, then save again."
        );

    /// <summary>Opens a call with all its settings.</summary>
    /// <param name="copyOf">The budget year whose settings they are; null for a call of its own.</param>
    public static Outcome<BudgetCycle> Create(FiscalYear budgetYear, CycleSettings settings, FiscalYear? copyOf = null)
    {
        var cleaned = settings.Checked(budgetYear);
        if (!cleaned.IsDone)
        {
            return cleaned.Refusal;
        }

        var cycle = new BudgetCycle { BudgetYear = budgetYear.Year };
        cycle.Set(cleaned.Value);
        cycle.Audit.Note(
            copyOf is { } earlier ? $"Opened the cycle as a copy of {earlier}" : "Opened the cycle",
            after: InLines(cleaned.Value.InWords())
        );
        return cycle;
    }

    /// <summary>Replaces all settings; the same again changes nothing.</summary>
    /// <param name="basedOn">The version that was on the screen.</param>
    public Outcome Revise(CycleSettings settings, Guid basedOn, Person by, DateTime at)
    {
        if (IsWorkedExample)
        {
            return new Refusal(
                "cycle-worked-example",
                "A worked example stays as the report has it: its settings are not revised."
            );
        }

        var cleaned = settings.Checked(Year);
        if (!cleaned.IsDone)
        {
            return cleaned.Refusal;
        }

        if (cleaned.Value.IsSameAs(Settings))
        {
            return Outcome.Done;
        }

        if (Version != basedOn)
        {
            return Changed(RevisedBy);
        }

        var changed = Settings.InWords().Zip(cleaned.Value.InWords()).Where(pair => pair.First != pair.Second).ToList();
        Set(cleaned.Value);
        (RevisedBy, RevisedAt) = (by.Name, at);
        Audit.Note(
            "Revised the cycle",
            InLines(changed.Select(pair => pair.First)),
            InLines(changed.Select(pair => pair.Second))
        );
        return Outcome.Done;
    }

    /// <summary>Can requests still be drafted and submitted on this day? Late ones can: the due date warns, it does not lock.</summary>
    public bool IsOpen(DateOnly today) => today >= OpensOn && (!IsWorkedExample || today <= DueOn);

    public CycleState StateOn(DateOnly today) =>
        IsWorkedExample ? CycleState.WorkedExample
        : today < OpensOn ? CycleState.NotYetOpen
        : today <= DueOn ? CycleState.Open
        : today <= ReviewDueOn ? CycleState.InReview
        : CycleState.ReviewOverdue;

    private static string InLines(IEnumerable<(string Name, string Value)> settings) =>
        string.Join('\n', settings.Select(setting => $"{setting.Name}: {setting.Value}"));
}

/// <summary>Where a data call stands on a day, by its dates alone.</summary>
public enum CycleState
{
    NotYetOpen = 1,
    Open = 2,

    /// <summary>Past the due date, when late requests are still taken.</summary>
    InReview = 3,

    /// <summary>Past the date by which the review is due.</summary>
    ReviewOverdue = 4,

    /// <summary>Of the report: outside every call.</summary>
    WorkedExample = 5,
}
