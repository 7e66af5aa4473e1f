using ScrBudget.Documents;

namespace ScrBudget.Documents.Tests.Word;

/// <summary>A finished request like those that the exhibit prints; a test changes only what matters to it.</summary>
internal static class SampleExhibits
{
    private const string AddNot =
        "One case may have several reports, and the same reports may support other requests; do not add.";

    public static RequestDocument Submitted() =>
        new(
            Number: "FY2029-VAP-003",
            Title: "Victim assistance specialists and forensic interviewing",
            Office: "Victim Assistance Program",
            FiscalYear: "FY 2029",
            Headline: "$3.0 million · 16 positions · 8 FTE",
            Status: "Submitted",
            IsDraft: false,
            AsOf: new DateOnly(2027, 3, 3),
            Marking: new PageMarking("CUI//SP-BUDG", "U.S. Immigration and Customs Enforcement, Office of Budget"),
            Notices: ["SYNTHETIC DATA: not for official use", "Texts and cost lines are illustrative"],
            Facts: Facts(),
            Description: Text(
                Paragraph(
                    "This request funds 16 positions who give critical assistance to victims of human trafficking, "
                        + "child exploitation and human rights abuses, with "
                ),
                new TextBlock(
                    IsBullet: true,
                    [new TextRun("13 victim assistance specialists", Bold: true), new TextRun(" in field offices;")]
                ),
                new TextBlock(
                    IsBullet: true,
                    [
                        new TextRun("3 forensic interview specialists", Bold: true),
                        new TextRun(", who interview children in the way that courts accept."),
                    ]
                )
            ),
            Justification: Text(
                Paragraph(
                    "Agents reported 1,238 approved disruption and dismantlement reports in Transnational Crimes Against "
                        + "Children in FY 2017–2021. Each of them may leave victims who need care before they can testify."
                ),
                new TextBlock(
                    IsBullet: false,
                    [
                        new TextRun("No other program"),
                        new TextRun(" of the agency ", Italic: true),
                        new TextRun("gives this help."),
                    ]
                )
            ),
            Impact: Text(Paragraph("Victims in 803 distinct cases would have met a specialist within 72 hours.")),
            IfNotFunded: Text(Paragraph("Victims in remote field offices wait up to 11 days for a first interview.")),
            Cost: SampleCosts.Tables(),
            Figures: new CitedFigures(
                [ChildExploitation(), Trafficking()],
                ["TCO involvement was not recorded; these are not counts of TCOs.", AddNot],
                ["Source: extract of Oct 31, 2022, snapshot 1."],
                Quality()
            ),
            Answers:
            [
                new("Transnational Crimes Against Children", "Attached", ""),
                new("Illicit Trade, Travel, and Finance (Non-Drug-Related)", "Attached", ""),
                new(
                    "National Security",
                    "Declined",
                    "Other data stronger: survivor counts of the Human Rights Violators unit."
                ),
            ]
        );

    public static RequestDocument Draft() => Submitted() with { Status = "Draft", IsDraft = true };

    /// <summary>What an author who has only named the request would print.</summary>
    public static RequestDocument Bare() =>
        Draft() with
        {
            Notices = [],
            Marking = new PageMarking("CUI//SP-BUDG", ""),
            Facts = new("", "", "", "", "", "", "", "", "", "", "", "", ""),
            Description = FormattedText.Empty,
            Justification = FormattedText.Empty,
            Impact = FormattedText.Empty,
            IfNotFunded = FormattedText.Empty,
            Cost = new CostTables(
                ["FY 2029", "FY 2030", "FY 2031", "FY 2032", "FY 2033"],
                SampleCosts.NoSummary(),
                [],
                [],
                []
            ),
            Figures = CitedFigures.None,
            Answers = [],
        };

    public static FormattedText Text(params TextBlock[] blocks) => new(blocks);

    public static TextBlock Paragraph(string text) => new(IsBullet: false, [new TextRun(text)]);

    private static RequestFacts Facts() =>
        new(
            Appropriation: "Operations and Support",
            ProgramProjectActivity: "Homeland Security Investigations / Domestic Investigations",
            PeriodOfAvailability: "One year, through September 30, 2029",
            KindOfChange: "Program increase",
            Priority: "2 of 14",
            StrategicGoal: "Goal 1: Counter terrorism and prevent threats",
            Authority: "Justice for Victims of Trafficking Act of 2015, Pub. L. 114-22 (May 29, 2015)",
            Contact: "J. Rivera, Victim Assistance Program, (202) 555-0142",
            Offsets: "",
            PerformanceMeasure: "Victims who meet a specialist within 72 hours of identification",
            PerformanceBaseline: "61 percent (FY 2026)",
            PerformanceTarget: "85 percent",
            PerformanceTargetDate: "Sep 30, 2030"
        );

    private static CitedFigure ChildExploitation() =>
        new(
            "S1",
            "Transnational Crimes Against Children",
            "FY 2017–2021",
            "Disruptions and dismantlements",
            "1,238",
            "803",
            "1,238 approved disruption and dismantlement reports in 803 distinct cases, Transnational Crimes Against Children, FY 2017–2021.",
            [
                new("FY 2017", 201, "201"),
                new("FY 2018", 233, "233"),
                new("FY 2019", 270, "270"),
                new("FY 2020", 254, "254"),
                new("FY 2021", 280, "280"),
            ]
        );

    private static CitedFigure Trafficking() =>
        new(
            "S2",
            "Illicit Trade, Travel, and Finance (Non-Drug-Related): Human Trafficking",
            "FY 2018–2021",
            "Disruptions and dismantlements",
            "219",
            "148",
            "219 approved disruption and dismantlement reports in 148 distinct cases, Human Trafficking, FY 2018–2021.",
            [
                new("FY 2018", 102, "102"),
                new("FY 2019", null, "fewer than 5"),
                new("FY 2020", null, "no data"),
                new("FY 2021", 114, "114"),
            ]
        );

    private static IReadOnlyList<QualityStatement> Quality() =>
        [
            new(
                "How the data are verified and validated",
                "A supervisor approves each report; a sample is checked every year."
            ),
            new("Sources", "Reports approved in the case management system, extracted on Oct 31, 2022."),
            new("Accuracy needed", "Within 5 percent of the true count."),
            new("Limitations", "Reports in finance categories may be recorded twice."),
            new("How limitations are compensated", "Distinct cases are printed beside the reports."),
        ];
}
