using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Domain.Cycles;

/// <summary>The settings of a data call as they are kept.</summary>
public sealed partial class BudgetCycle
{
    /// <summary>By when the analysts' review is due.</summary>
    public DateOnly ReviewDueOn { get; private set; }

    /// <summary>Codes; empty invites every office (<see cref="Invites"/>).</summary>
    public IReadOnlyList<string> InvitedOffices { get; private set; } = [];

    /// <summary>Names of <see cref="AskedFields.All"/>.</summary>
    public IReadOnlyList<string> FieldsAsked { get; private set; } = AskedFields.All;

    /// <summary>Characters; null where nothing is told.</summary>
    public int? DescriptionEstimate { get; private set; }

    /// <summary>Characters; null where nothing is told.</summary>
    public int? JustificationEstimate { get; private set; }

    /// <summary>Characters; null where nothing is told.</summary>
    public int? ImpactEstimate { get; private set; }

    /// <summary>A sentence for the authors about the use of SCR data; may be empty.</summary>
    public string ScrPolicy { get; private set; } = string.Empty;

    /// <summary>Does a request go through the office's approver before it reaches the analysts?</summary>
    public bool RequiresOfficeApproval { get; private set; }

    /// <summary>May nobody submit what they wrote themselves?</summary>
    public bool BarsOwnSubmission { get; private set; }

    /// <summary>Offered in a new line of positions.</summary>
    public IReadOnlyList<ModularCost> ModularCosts { get; private set; } = [];

    /// <summary>Names of the stages whose amounts are kept, in the order of the process.</summary>
    public IReadOnlyList<string> Stages { get; private set; } = CycleSettings.DefaultStages;

    /// <summary>What an analyst ticks off in a review.</summary>
    public IReadOnlyList<string> CheckList { get; private set; } = [];

    public bool AuthorTrainingRequired { get; private set; }

    public bool AnalystTrainingRequired { get; private set; }

    /// <summary>Empty when nobody has revised the settings since the call was opened.</summary>
    public string RevisedBy { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime? RevisedAt { get; private set; }

    public TextEstimates Estimates => new(DescriptionEstimate, JustificationEstimate, ImpactEstimate);

    public CycleSettings Settings =>
        new()
        {
            OpensOn = OpensOn,
            DueOn = DueOn,
            ReviewDueOn = ReviewDueOn,
            SubmissionYear = SubmissionYear,
            InvitedOffices = InvitedOffices,
            FieldsAsked = FieldsAsked,
            Estimates = Estimates,
            ScrPolicy = ScrPolicy,
            RequiresOfficeApproval = RequiresOfficeApproval,
            BarsOwnSubmission = BarsOwnSubmission,
            MarkingBanner = MarkingBanner,
            DesignatedBy = DesignatedBy,
            YearsCovered = YearsCovered,
            ModularCosts = ModularCosts,
            Stages = Stages,
            CheckList = CheckList,
            AuthorTrainingRequired = AuthorTrainingRequired,
            AnalystTrainingRequired = AnalystTrainingRequired,
        };

    /// <summary>May this office start a request in the call?</summary>
    public bool Invites(string officeCode) =>
        InvitedOffices.Count == 0 || InvitedOffices.Contains(officeCode, StringComparer.Ordinal);

    /// <param name="field">A name of <see cref="AskedFields.All"/>.</param>
    public bool AsksFor(string field) => FieldsAsked.Contains(field, StringComparer.Ordinal);

    /// <summary>By when the next step of a request is due: its submission, or after that the review, returns included.</summary>
    public DateOnly StepDueOn(RequestStatus status, IEnumerable<StatusMove> moves) =>
        status.IsToSubmit(moves) ? DueOn : ReviewDueOn;

    /// <summary>Must these people have read the training before they submit or review?</summary>
    public bool Requires(TrainingAudience audience) =>
        audience == TrainingAudience.Authors ? AuthorTrainingRequired : AnalystTrainingRequired;

    /// <summary>
    /// Settings that nobody has changed are left out: a call that was opened before there were any still is what its last
    /// entry says.
    /// </summary>
    public SubjectState State()
    {
        var settings = SettingValues();
        return new SubjectState()
            .With(
                "Data call",
                [BudgetYear, SubmissionYear, OpensOn, DueOn, MarkingBanner, DesignatedBy, IsWorkedExample, YearsCovered]
            )
            .WithAny(
                "Settings",
                settings.SequenceEqual(
                    new BudgetCycle { ReviewDueOn = DueOn.AddDays(CycleSettings.ReviewDays) }.SettingValues()
                )
                    ? []
                    : settings
            );
    }

    private List<object?> SettingValues() =>
        [
            ReviewDueOn,
            string.Join('\n', InvitedOffices),
            string.Join('\n', FieldsAsked),
            DescriptionEstimate,
            JustificationEstimate,
            ImpactEstimate,
            ScrPolicy,
            RequiresOfficeApproval,
            BarsOwnSubmission,
            string.Join('\n', ModularCosts),
            string.Join('\n', Stages),
            string.Join('\n', CheckList),
            AuthorTrainingRequired,
            AnalystTrainingRequired,
            RevisedBy,
            RevisedAt,
        ];

    private void Set(CycleSettings settings)
    {
        (OpensOn, DueOn, ReviewDueOn) = (settings.OpensOn, settings.DueOn, settings.ReviewDueOn);
        (SubmissionYear, YearsCovered) = (settings.SubmissionYear, settings.YearsCovered);
        (MarkingBanner, DesignatedBy) = (settings.MarkingBanner, settings.DesignatedBy);
        InvitedOffices = settings.InvitedOffices;
        FieldsAsked = settings.FieldsAsked;
        (DescriptionEstimate, JustificationEstimate, ImpactEstimate) = (
            settings.Estimates.Description,
            settings.Estimates.Justification,
            settings.Estimates.Impact
        );
        ScrPolicy = settings.ScrPolicy;
        (RequiresOfficeApproval, BarsOwnSubmission) = (settings.RequiresOfficeApproval, settings.BarsOwnSubmission);
        ModularCosts = settings.ModularCosts;
        Stages = settings.Stages;
        CheckList = settings.CheckList;
        (AuthorTrainingRequired, AnalystTrainingRequired) = (
            settings.AuthorTrainingRequired,
            settings.AnalystTrainingRequired
        );
    }
}
