namespace ScrBudget.Domain.Requests;

/// <summary>The facts of a request besides its texts and its cost (domain.md section 6). All but the title may be empty.</summary>
public sealed record RequestFacts
{
    public const int TitleLength = 120;
    public const int FactLength = 200;
    public const int LongFactLength = 1000;

    public string Title { get; init; } = string.Empty;

    /// <summary>Operations and Support, or Procurement, Construction, and Improvements.</summary>
    public string Appropriation { get; init; } = string.Empty;

    /// <summary>Level II PPA.</summary>
    public string ProgramProjectActivity { get; init; } = string.Empty;

    public string PeriodOfAvailability { get; init; } = string.Empty;

    public string KindOfChange { get; init; } = string.Empty;

    public string Priority { get; init; } = string.Empty;

    public string StrategicGoal { get; init; } = string.Empty;

    /// <summary>Statute or executive order, dated.</summary>
    public string Authority { get; init; } = string.Empty;

    public string Contact { get; init; } = string.Empty;

    public string Offsets { get; init; } = string.Empty;

    public string PerformanceMeasure { get; init; } = string.Empty;

    public string PerformanceBaseline { get; init; } = string.Empty;

    public string PerformanceTarget { get; init; } = string.Empty;

    public string PerformanceTargetDate { get; init; } = string.Empty;

    /// <summary>Field names and values, in the order in which they are shown; the form, the audit and the check go by it.</summary>
    public IReadOnlyList<(string Name, string Value, int Limit)> Fields =>
        [
            ("Title", Title, TitleLength),
            ("Appropriation", Appropriation, FactLength),
            ("Program, project and activity", ProgramProjectActivity, FactLength),
            ("Period of availability", PeriodOfAvailability, FactLength),
            ("Kind of change", KindOfChange, FactLength),
            ("Priority", Priority, FactLength),
            ("Strategic goal", StrategicGoal, FactLength),
            ("Authority", Authority, LongFactLength),
            ("Contact", Contact, FactLength),
            ("Offsets", Offsets, LongFactLength),
            ("Performance measure", PerformanceMeasure, FactLength),
            ("Baseline", PerformanceBaseline, FactLength),
            ("Target", PerformanceTarget, FactLength),
            ("Target date", PerformanceTargetDate, FactLength),
        ];

    /// <summary>The same facts with what may not be stored removed, or why they cannot be kept.</summary>
    public Outcome<RequestFacts> Checked()
    {
        var cleaned = new RequestFacts
        {
            Title = TextCleaning.Line(Title),
            Appropriation = TextCleaning.Line(Appropriation),
            ProgramProjectActivity = TextCleaning.Line(ProgramProjectActivity),
            PeriodOfAvailability = TextCleaning.Line(PeriodOfAvailability),
            KindOfChange = TextCleaning.Line(KindOfChange),
            Priority = TextCleaning.Line(Priority),
            StrategicGoal = TextCleaning.Line(StrategicGoal),
            Authority = TextCleaning.Line(Authority),
            Contact = TextCleaning.Line(Contact),
            Offsets = TextCleaning.Line(Offsets),
            PerformanceMeasure = TextCleaning.Line(PerformanceMeasure),
            PerformanceBaseline = TextCleaning.Line(PerformanceBaseline),
            PerformanceTarget = TextCleaning.Line(PerformanceTarget),
            PerformanceTargetDate = TextCleaning.Line(PerformanceTargetDate),
        };
        if (cleaned.Title.Length == 0)
        {
            return new Refusal("title-missing", "Give the request a title.") { Field = "title" };
        }

        foreach (var (name, value, limit) in cleaned.Fields)
        {
            if (value.Length > limit)
            {
                return RequestRefusals.TooLong(name, value.Length, limit);
            }
        }

        return cleaned;
    }

    public override string ToString() =>
        string.Join(
            "\n",
            Fields.Where(field => field.Value.Length > 0).Select(field => $"{field.Name}: {field.Value}")
        );
}
