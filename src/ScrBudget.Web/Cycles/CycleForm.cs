using System.Globalization;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Web.ScrData.Imports;

namespace ScrBudget.Web.Cycles;

/// <summary>The settings of a data call while they are edited; lists are typed one item a line.</summary>
internal sealed class CycleForm
{
    private CycleSettings settingsBefore = CycleSettings.Usual(new FiscalYear(FiscalYear.Latest));

    public string OpensOn { get; set; } = string.Empty;

    public string DueOn { get; set; } = string.Empty;

    public string ReviewDueOn { get; set; } = string.Empty;

    public string? SubmissionYear { get; set; }

    public string? YearsCovered { get; set; }

    public HashSet<string> Invited { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    public decimal? Description { get; set; }

    public decimal? Justification { get; set; }

    public decimal? Impact { get; set; }

    public string ScrPolicy { get; set; } = string.Empty;

    public bool RequiresOfficeApproval { get; set; }

    public bool BarsOwnSubmission { get; set; }

    public bool AuthorTraining { get; set; }

    public bool AnalystTraining { get; set; }

    public string Marking { get; set; } = string.Empty;

    public string DesignatedBy { get; set; } = string.Empty;

    public string ModularCosts { get; set; } = string.Empty;

    public string Stages { get; set; } = string.Empty;

    public string CheckList { get; set; } = string.Empty;

    public static CycleForm Of(CycleSettings settings)
    {
        var form = new CycleForm
        {
            settingsBefore = settings,
            OpensOn = Day(settings.OpensOn),
            DueOn = Day(settings.DueOn),
            ReviewDueOn = Day(settings.ReviewDueOn),
            SubmissionYear = Text(settings.SubmissionYear),
            YearsCovered = Text(settings.YearsCovered),
            Description = settings.Estimates.Description,
            Justification = settings.Estimates.Justification,
            Impact = settings.Estimates.Impact,
            ScrPolicy = settings.ScrPolicy,
            RequiresOfficeApproval = settings.RequiresOfficeApproval,
            BarsOwnSubmission = settings.BarsOwnSubmission,
            AuthorTraining = settings.AuthorTrainingRequired,
            AnalystTraining = settings.AnalystTrainingRequired,
            Marking = settings.MarkingBanner,
            DesignatedBy = settings.DesignatedBy,
            ModularCosts = string.Join('\n', settings.ModularCosts),
            Stages = string.Join('\n', settings.Stages),
            CheckList = string.Join('\n', settings.CheckList),
        };
        form.Invited.UnionWith(settings.InvitedOffices);
        form.Asked.UnionWith(settings.FieldsAsked);
        return form;
    }

    /// <summary>What was entered, or what of it cannot be read.</summary>
    public Outcome<CycleSettings> AsSettings()
    {
        var (opens, due, review) = (ReadDay(OpensOn), ReadDay(DueOn), ReadDay(ReviewDueOn));
        if (opens is null || due is null || review is null)
        {
            var field =
                opens is null ? "opens-on"
                : due is null ? "due-on"
                : "review-due-on";
            return new Refusal("date-invalid", "Give the date with year, month and day, as 2026-10-01.")
            {
                Field = field,
            };
        }

        var costs = ModularCost.ParseLines(ModularCosts);
        if (!costs.IsDone)
        {
            return costs.Refusal;
        }

        return settingsBefore with
        {
            OpensOn = opens.Value,
            DueOn = due.Value,
            ReviewDueOn = review.Value,
            SubmissionYear = int.Parse(SubmissionYear!, CultureInfo.InvariantCulture),
            YearsCovered = int.Parse(YearsCovered!, CultureInfo.InvariantCulture),
            InvitedOffices = [.. Invited.Order(StringComparer.Ordinal)],
            FieldsAsked = [.. Asked],
            Estimates = new TextEstimates((int?)Description, (int?)Justification, (int?)Impact),
            ScrPolicy = ScrPolicy,
            RequiresOfficeApproval = RequiresOfficeApproval,
            BarsOwnSubmission = BarsOwnSubmission,
            AuthorTrainingRequired = AuthorTraining,
            AnalystTrainingRequired = AnalystTraining,
            MarkingBanner = Marking,
            DesignatedBy = DesignatedBy,
            ModularCosts = costs.Value,
            Stages = Stages.Split('\n'),
            CheckList = CheckList.Split('\n'),
        };
    }

    public static void Tick(HashSet<string> among, string item, bool isOn)
    {
        if (isOn)
        {
            among.Add(item);
        }
        else
        {
            among.Remove(item);
        }
    }

    private static DateOnly? ReadDay(string text) => ImportWording.TryDate(text, out var date) ? date : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
