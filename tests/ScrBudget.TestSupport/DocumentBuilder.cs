using ScrBudget.Documents;

namespace ScrBudget.TestSupport;

/// <summary>A finished document as a submission freezes it; a test states only what differs.</summary>
public sealed class DocumentBuilder
{
    private static readonly string[] Years = ["FY 2029", "FY 2030", "FY 2031", "FY 2032", "FY 2033"];

    /// <summary>$3.0 million, 16 positions, 8 FTE; one figure, one answer, a sentence in each text.</summary>
    public static RequestDocument Default { get; } =
        new(
            "FY2029-VAP-001",
            "Victim assistance tools and resources",
            "Victim Assistance Program",
            "FY 2029",
            "$3.0 million · 16 positions · 8 FTE",
            "Submitted",
            IsDraft: false,
            new DateOnly(2027, 1, 15),
            new PageMarking("CUI//SP-BUDG", "ICE"),
            ["SYNTHETIC DATA: invented for trial, not results of any agency."],
            new RequestFacts("Operations and Support", "", "", "", "", "", "", "", "", "", "", "", ""),
            Paragraphs("Sixteen positions for victim assistance."),
            Paragraphs("The need follows the cases."),
            Paragraphs("Every victim is offered help within five days."),
            FormattedText.Empty,
            Cost(),
            Figures(Figure()),
            [new CategoryAnswerLine("National Security", "Declined", "Other data are stronger.")]
        );

    /// <summary>One paragraph for each text; <c>- </c> begins a bullet.</summary>
    public static FormattedText Paragraphs(params IEnumerable<string> lines) =>
        new([
            .. lines.Select(line =>
                line.StartsWith("- ", StringComparison.Ordinal)
                    ? new TextBlock(IsBullet: true, [new TextRun(line[2..])])
                    : new TextBlock(IsBullet: false, [new TextRun(line)])
            ),
        ]);

    /// <summary>Five years as printed: the budget year's, and the next four alike.</summary>
    public static CostTables Cost(
        string positions = "16",
        (string First, string Then)? fte = null,
        (string First, string Then)? pay = null,
        (string First, string Then)? nonPay = null,
        (string First, string Then)? total = null
    ) =>
        new(
            Years,
            [
                Row("Positions", (positions, positions)),
                Row("FTE", fte ?? ("8", "16")),
                Row("Pay", pay ?? ("1,600", "3,200")),
                Row("Non-pay", nonPay ?? ("1,400", "–")),
                Row("Total", total ?? ("3,000", "3,200")),
            ],
            [Specialists()],
            [Item()],
            []
        );

    public static PersonnelRow Specialists(string number = "16", string fte = "8", string request = "1,600") =>
        new("Victim Assistance Specialist", "$200,000", "$100,000", number, fte, request, "1,600", "–", IsTotal: false);

    public static NonPersonnelRow Item(string name = "Forensic interview rooms", string request = "1,400") =>
        new(name, "30 Assets", "$140,000", "10", request, "(1,400)", "–", IsTotal: false);

    public static CitedFigures Figures(params IReadOnlyList<CitedFigure> figures) =>
        new(
            figures,
            ["One case may have several reports."],
            [.. figures.Select(figure => figure.Source).Where(source => source.Length > 0).Distinct()],
            []
        );

    public static CitedFigure Figure(
        string token = "S1",
        string category = "Transnational Crimes Against Children",
        string years = "FY 2017–2018",
        string reports = "135",
        string cases = "110",
        string source = "Source: extract of Oct 31, 2022, snapshot 1.",
        params IReadOnlyList<FigureYear> byYear
    ) =>
        new(
            token,
            category,
            years,
            "Disruptions and dismantlements",
            reports,
            cases,
            $"{reports} approved disruption and dismantlement reports in {cases} distinct cases, {category}, {years}.",
            byYear,
            source
        );

    private static CostRow Row(string label, (string First, string Then) cells) =>
        new(label, [cells.First, .. Enumerable.Repeat(cells.Then, Years.Length - 1)], IsTotal: label == "Total");
}
