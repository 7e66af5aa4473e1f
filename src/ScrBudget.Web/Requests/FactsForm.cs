using ScrBudget.Domain.Requests;

namespace ScrBudget.Web.Requests;

/// <summary>The facts while they are edited; nothing is checked before the command.</summary>
internal sealed class FactsForm(RequestFacts facts)
{
    public string Title { get; set; } = facts.Title;

    public string? Appropriation { get; set; } = facts.Appropriation;

    public string ProgramProjectActivity { get; set; } = facts.ProgramProjectActivity;

    public string PeriodOfAvailability { get; set; } = facts.PeriodOfAvailability;

    public string? KindOfChange { get; set; } = facts.KindOfChange;

    public string Priority { get; set; } = facts.Priority;

    public string StrategicGoal { get; set; } = facts.StrategicGoal;

    public string Authority { get; set; } = facts.Authority;

    public string Contact { get; set; } = facts.Contact;

    public string Offsets { get; set; } = facts.Offsets;

    public string PerformanceMeasure { get; set; } = facts.PerformanceMeasure;

    public string PerformanceBaseline { get; set; } = facts.PerformanceBaseline;

    public string PerformanceTarget { get; set; } = facts.PerformanceTarget;

    public string PerformanceTargetDate { get; set; } = facts.PerformanceTargetDate;

    public RequestFacts AsFacts() =>
        new()
        {
            Title = Title,
            Appropriation = Appropriation ?? string.Empty,
            ProgramProjectActivity = ProgramProjectActivity,
            PeriodOfAvailability = PeriodOfAvailability,
            KindOfChange = KindOfChange ?? string.Empty,
            Priority = Priority,
            StrategicGoal = StrategicGoal,
            Authority = Authority,
            Contact = Contact,
            Offsets = Offsets,
            PerformanceMeasure = PerformanceMeasure,
            PerformanceBaseline = PerformanceBaseline,
            PerformanceTarget = PerformanceTarget,
            PerformanceTargetDate = PerformanceTargetDate,
        };
}
