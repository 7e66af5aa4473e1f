namespace ScrBudget.Documents;

/// <summary>
/// A resource request, finished: every figure computed, every number worded, nothing left to look up. The one model
/// that the quad chart, the exhibit and, later, the book are composed from.
/// </summary>
/// <param name="Number">As printed: <c>FY2029-VAP-003</c>.</param>
/// <param name="FiscalYear">The budget year as printed: <c>FY 2029</c>.</param>
/// <param name="Headline">As printed: <c>$3.0 million · 16 positions · 8 FTE</c>.</param>
/// <param name="Status">In words: <c>Draft</c>, <c>Submitted</c>.</param>
/// <param name="IsDraft">A draft says so across every page, and its text may run on to a continuation page.</param>
/// <param name="AsOf">The date that the page bears; documents know no clock.</param>
/// <param name="Notices">What every page must say beside the marking: synthetic statistics, illustrative texts.</param>
/// <param name="IfNotFunded">Pre-decisional; printed in the exhibit only.</param>
public sealed record RequestDocument(
    string Number,
    string Title,
    string Office,
    string FiscalYear,
    string Headline,
    string Status,
    bool IsDraft,
    DateOnly AsOf,
    PageMarking Marking,
    IReadOnlyList<string> Notices,
    RequestFacts Facts,
    FormattedText Description,
    FormattedText Justification,
    FormattedText Impact,
    FormattedText IfNotFunded,
    CostTables Cost,
    CitedFigures Figures,
    IReadOnlyList<CategoryAnswerLine> Answers
);

/// <summary>The banner at the top and foot of every page, and who designated it (printed on the first page).</summary>
/// <param name="Banner">As printed: <c>CUI//SP-BUDG</c>.</param>
/// <param name="DesignatedBy">The designating agency, printed on the first page; empty when there is none.</param>
public sealed record PageMarking(string Banner, string DesignatedBy);

/// <summary>The facts of an exhibit; an empty one prints as <see cref="Wording.NoResponse"/>.</summary>
public sealed record RequestFacts(
    string Appropriation,
    string ProgramProjectActivity,
    string PeriodOfAvailability,
    string KindOfChange,
    string Priority,
    string StrategicGoal,
    string Authority,
    string Contact,
    string Offsets,
    string PerformanceMeasure,
    string PerformanceBaseline,
    string PerformanceTarget,
    string PerformanceTargetDate
);

/// <summary>Text of a section: paragraphs and bullets, tokens already replaced by the figures they print.</summary>
public sealed record FormattedText(IReadOnlyList<TextBlock> Blocks)
{
    public static FormattedText Empty { get; } = new([]);

    public bool IsEmpty => Blocks.Count == 0;
}

public sealed record TextBlock(bool IsBullet, IReadOnlyList<TextRun> Runs)
{
    public string PlainText => string.Concat(Runs.Select(run => run.Text));
}

public sealed record TextRun(string Text, bool Bold = false, bool Italic = false);

/// <summary>The cost plan as tables; all cells are worded, dollars in thousands, decreases in parentheses.</summary>
/// <param name="Years">Column heads: <c>FY 2029</c> … <c>FY 2033</c>.</param>
/// <param name="Summary">Positions, FTE, pay, non-pay and total, one row each; the last is the total.</param>
/// <param name="Personnel">Exhibit table; the last row is the total.</param>
/// <param name="NonPersonnel">Exhibit table; the last row is the total.</param>
/// <param name="Overrides">One sentence for each amount that was entered instead of computed, with its reason.</param>
public sealed record CostTables(
    IReadOnlyList<string> Years,
    IReadOnlyList<CostRow> Summary,
    IReadOnlyList<PersonnelRow> Personnel,
    IReadOnlyList<NonPersonnelRow> NonPersonnel,
    IReadOnlyList<string> Overrides
);

public sealed record CostRow(string Label, IReadOnlyList<string> Cells, bool IsTotal);

public sealed record PersonnelRow(
    string Type,
    string FullYearCost,
    string FirstYearCost,
    string Number,
    string Fte,
    string Request,
    string AnnualizationPlus1,
    string AnnualizationPlus2,
    bool IsTotal
);

public sealed record NonPersonnelRow(
    string Item,
    string ObjectClass,
    string UnitCost,
    string Quantity,
    string Request,
    string AnnualizationPlus1,
    string AnnualizationPlus2,
    bool IsTotal
);

/// <summary>The statistics that the text cites, with the caveats and sources that hold for all of them said once.</summary>
/// <param name="Caveats">One sentence each, printed once beneath the table.</param>
/// <param name="Sources">One line each: <c>Source: extract of Oct 31, 2022, snapshot 1.</c></param>
public sealed record CitedFigures(
    IReadOnlyList<CitedFigure> Items,
    IReadOnlyList<string> Caveats,
    IReadOnlyList<string> Sources,
    IReadOnlyList<QualityStatement> Quality
)
{
    public static CitedFigures None { get; } = new([], [], [], []);
}

/// <param name="Token"><c>S1</c>.</param>
/// <param name="Category">In full, with the subcategory after a colon when there is one.</param>
/// <param name="Years">As printed: <c>FY 2017–2021</c>.</param>
/// <param name="Measure">What is counted: <c>Disruptions and dismantlements</c>.</param>
/// <param name="Reports">As printed: <c>1,238</c>, or <c>fewer than 5</c>.</param>
/// <param name="Cases">Distinct cases, as printed.</param>
/// <param name="Sentence">The printed statistic in full.</param>
/// <param name="ByYear">For the chart and its text alternative, in order.</param>
/// <param name="Source">Its own line of the sources; empty in documents that were frozen before figures named it.</param>
public sealed record CitedFigure(
    string Token,
    string Category,
    string Years,
    string Measure,
    string Reports,
    string Cases,
    string Sentence,
    IReadOnlyList<FigureYear> ByYear,
    string Source = ""
);

/// <param name="Label"><c>FY 2017</c>, or <c>FY 2023 (through Aug 31, 2023)</c>.</param>
/// <param name="Reports">Null where the number is too small to print, or the year has no data.</param>
/// <param name="Printed">What stands above the bar: <c>153</c>, <c>fewer than 5</c>, <c>no data</c>.</param>
public sealed record FigureYear(string Label, int? Reports, string Printed);

/// <summary>One of the five statements that the GPRA Modernization Act asks of a published measure.</summary>
public sealed record QualityStatement(string Heading, string Text);

/// <summary>How the request answered one SCR category, for the exhibit.</summary>
/// <param name="Decision">In words: <c>Attached</c>, <c>Declined</c>, <c>Not applicable</c>, <c>Unanswered</c>.</param>
public sealed record CategoryAnswerLine(string Category, string Decision, string Reason);
