using System.Globalization;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Cycles;

/// <summary>About how many characters of each text fit the quad chart; null where nothing is told. The layout decides.</summary>
public sealed record TextEstimates(int? Description, int? Justification, int? Impact)
{
    public static TextEstimates None { get; } = new(null, null, null);

    /// <summary>Null for a text that has no quadrant, and where nothing is told.</summary>
    public int? Of(SectionKind kind) =>
        kind switch
        {
            SectionKind.Description => Description,
            SectionKind.Justification => Justification,
            SectionKind.Impact => Impact,
            _ => null,
        };
}

/// <summary>All that is decided about a data call, revised as one (<see cref="BudgetCycle.Revise"/>).</summary>
public sealed record CycleSettings
{
    public const int PolicyLength = 1000;

    /// <summary>Calls go out 20 to 23 months ahead; the worked examples hold both years as one (domain.md section 2).</summary>
    public const int LongestLead = 4;
    public const int FewestYears = 2;
    public const int MostYears = 10;
    public const int LargestEstimate = RequestSection.TextLength;
    public const int MostOffices = 60;
    public const int MostStages = 16;
    public const int StageLength = Review.Stages.NameLength;
    public const int MostChecks = 15;
    public const int CheckLength = 250;
    public const int MostModularCosts = 25;
    public const int ReviewDays = 30;

    /// <summary>Whose amounts are kept beside each other unless a cycle says otherwise, in the order of the process.</summary>
    public static IReadOnlyList<string> DefaultStages { get; } =
    [
        Review.Stages.ProgramOffice,
        Review.Stages.Analyst,
        Review.Stages.Oao,
        "ICE",
        "DHS",
        "OMB",
        "President's Budget",
        "Enacted",
    ];

    private static readonly string[] NoNames = [];
    private static readonly ModularCost[] NoCosts = [];

    public required DateOnly OpensOn { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>By when the analysts' review is due.</summary>
    public required DateOnly ReviewDueOn { get; init; }

    /// <summary>The fiscal year in which requests are submitted.</summary>
    public required int SubmissionYear { get; init; }

    /// <summary>Codes; empty invites every office.</summary>
    public IReadOnlyList<string> InvitedOffices { get; init; } = [];

    /// <summary>Names of <see cref="AskedFields.All"/>; the title and the texts of the quad chart are asked always.</summary>
    public IReadOnlyList<string> FieldsAsked { get; init; } = AskedFields.All;

    public TextEstimates Estimates { get; init; } = TextEstimates.None;

    /// <summary>A sentence for the authors about the use of SCR data; may be empty.</summary>
    public string ScrPolicy { get; init; } = string.Empty;

    /// <summary>Does a request go through the office's approver before it reaches the analysts?</summary>
    public bool RequiresOfficeApproval { get; init; }

    /// <summary>May nobody submit what they wrote themselves?</summary>
    public bool BarsOwnSubmission { get; init; }

    public required string MarkingBanner { get; init; }

    public required string DesignatedBy { get; init; }

    /// <summary>Years that a cost plan covers, the budget year included.</summary>
    public int YearsCovered { get; init; } = BudgetCycle.DefaultYearsCovered;

    /// <summary>Offered in a new line of positions.</summary>
    public IReadOnlyList<ModularCost> ModularCosts { get; init; } = [];

    /// <summary>Names in the order of the process.</summary>
    public IReadOnlyList<string> Stages { get; init; } = DefaultStages;

    /// <summary>What an analyst ticks off in a review.</summary>
    public IReadOnlyList<string> CheckList { get; init; } = [];

    public bool AuthorTrainingRequired { get; init; }

    public bool AnalystTrainingRequired { get; init; }

    /// <summary>What a new call begins with: open from October to the end of February, two years ahead.</summary>
    public static CycleSettings Usual(FiscalYear budgetYear)
    {
        var due = new DateOnly(budgetYear.Year - 2, 2, 28);
        return new CycleSettings
        {
            OpensOn = new DateOnly(budgetYear.Year - 3, 10, 1),
            DueOn = due,
            ReviewDueOn = due.AddDays(ReviewDays),
            SubmissionYear = budgetYear.Year - 2,
            MarkingBanner = Marking.Budget.Banner,
            DesignatedBy = Marking.Budget.DesignatedBy,
        };
    }

    /// <summary>The same for a later budget year: all dates and the year of submission move by as many years.</summary>
    public CycleSettings Later(int years) =>
        this with
        {
            OpensOn = OpensOn.AddYears(years),
            DueOn = DueOn.AddYears(years),
            ReviewDueOn = ReviewDueOn.AddYears(years),
            SubmissionYear = SubmissionYear + years,
        };

    /// <summary>Name and value of each setting in words, in the order of the form, for the trail and for people to compare.</summary>
    public IReadOnlyList<(string Name, string Value)> InWords() =>
        [
            ("Opens", Day(OpensOn)),
            ("Due", Day(DueOn)),
            ("Review due", Day(ReviewDueOn)),
            ("Submission year", $"FY {Number(SubmissionYear)}"),
            ("Years covered", Number(YearsCovered)),
            ("Invited offices", InvitedOffices.Count == 0 ? "all" : string.Join(", ", InvitedOffices)),
            (
                "Fields asked for",
                FieldsAsked.Count == AskedFields.All.Count ? "all"
                : FieldsAsked.Count == 0 ? "none"
                : string.Join("; ", FieldsAsked)
            ),
            ("Estimate for Description", Estimate(Estimates.Description)),
            ("Estimate for Justification", Estimate(Estimates.Justification)),
            ("Estimate for Impact", Estimate(Estimates.Impact)),
            ("SCR policy", ScrPolicy),
            ("Office approval", RequiresOfficeApproval ? "required" : "not required"),
            ("Submitting one's own request", BarsOwnSubmission ? "not allowed" : "allowed"),
            ("Marking", $"{MarkingBanner}, designated by {DesignatedBy}"),
            ("Modular costs", Lines(ModularCosts.Select(cost => cost.ToString()))),
            ("Stages", Lines(Stages)),
            ("Check-list", Lines(CheckList)),
            ("Training of authors", AuthorTrainingRequired ? "required" : "not required"),
            ("Training of analysts", AnalystTrainingRequired ? "required" : "not required"),
        ];

    /// <summary>Are all settings the same, by value, the entries of lists included?</summary>
    public bool IsSameAs(CycleSettings other) =>
        WithoutLists() == other.WithoutLists()
        && InvitedOffices.SequenceEqual(other.InvitedOffices)
        && FieldsAsked.SequenceEqual(other.FieldsAsked)
        && ModularCosts.SequenceEqual(other.ModularCosts)
        && Stages.SequenceEqual(other.Stages)
        && CheckList.SequenceEqual(other.CheckList);

    /// <summary>A record compares its lists by reference: they are compared by themselves.</summary>
    private CycleSettings WithoutLists() =>
        this with
        {
            InvitedOffices = NoNames,
            FieldsAsked = NoNames,
            ModularCosts = NoCosts,
            Stages = NoNames,
            CheckList = NoNames,
        };

    /// <summary>Each entry in quotation marks: one may hold a semicolon of its own.</summary>
    private static string Lines(IEnumerable<string> entries) =>
        string.Join("; ", entries.Select(entry => $"“{entry}”"));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Estimate(int? characters) =>
        characters is { } told
            ? string.Create(CultureInfo.InvariantCulture, $"about {told:N0} characters")
            : "not told";
}
