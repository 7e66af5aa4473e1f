using ScrBudget.Documents;

namespace ScrBudget.Documents.Tests;

/// <summary>Finished requests to print; a test changes only what matters to it with <c>with</c>.</summary>
internal static class SampleDocuments
{
    public const string Synthetic = "SYNTHETIC statistics, made for demonstration: not real SCR data";
    public const string Illustrative = "Illustrative texts and cost lines";
    public const string LongCategory = "Illicit Trade, Travel, and Finance (Non-Drug-Related)";

    /// <summary>The Victim Assistance Program's request of the report, with texts and cost lines of our own.</summary>
    public static RequestDocument VictimAssistance { get; } =
        new(
            Number: "FY2029-VAP-003",
            Title: "Victim assistance tools and resources",
            Office: "Victim Assistance Program",
            FiscalYear: "FY 2029",
            Headline: "$3.0 million · 16 positions · 8 FTE",
            Status: "Draft",
            IsDraft: true,
            AsOf: new DateOnly(2027, 1, 15),
            Marking: new PageMarking("CUI//SP-BUDG", "U.S. Immigration and Customs Enforcement"),
            Notices: [Synthetic, Illustrative],
            Facts: Facts(),
            Description: Text(
                "This request funds 16 positions and the tools with which victim assistance specialists and forensic "
                    + "interviewers give critical assistance to victims of human trafficking, child pornography and child "
                    + "sex tourism, and human rights abuses.",
                "- 13 victim assistance specialists in the field offices with the most identified victims, each serving "
                    + "two offices until a second tranche is funded",
                "- 3 forensic interview specialists, trained for child and adolescent victims",
                "- Emergency assistance, interpretation and travel of victims to testify"
            ),
            Justification: Text(
                "Each investigation that identifies a victim depends on a specialist being there in the first hours. "
                    + "625 approved disruption and dismantlement reports in 402 distinct cases, Transnational Crimes "
                    + "Against Children, FY 2017–2021, and 1,238 such reports in 803 distinct cases of illicit trade, "
                    + "travel, and finance show the demand; both rose while the number of specialists stayed at 44.",
                "In FY 2026 a specialist served on average 2.8 field offices. Where none could travel in time, interviews "
                    + "were held late or by officers without forensic training, and victims left the process before trial. "
                    + "The program has exhausted reassignments, shared details and contract interpreters as remedies.",
                "Staffing the sixteen positions brings the ratio to 1.9 offices a specialist, which the program's own "
                    + "standard of care (2019) names as the most that one person can serve."
            ),
            Impact: Text(
                "By the end of FY 2030 victims in **nine of ten** cases with identified victims meet a specialist within "
                    + "24 hours (baseline, FY 2026: 61 %), and every child victim is interviewed by a forensic interviewer. "
                    + "Assisted victims testify more often: cases that end in disruption or dismantlement gain witnesses."
            ),
            IfNotFunded: Text("One field office in three keeps sharing a specialist with two others."),
            Cost: Cost(),
            Figures: ThreeFigures,
            Answers:
            [
                new(LongCategory, "Attached", ""),
                new("Transnational Crimes Against Children", "Attached", ""),
                new("National Security", "Attached", ""),
            ]
        );

    /// <summary>The Cyber Crimes Unit's request: submitted, one figure.</summary>
    public static RequestDocument CyberCrimes { get; } =
        VictimAssistance with
        {
            Number = "FY2029-CCU-001",
            Title = "Cyber crimes capabilities, training and personnel",
            Office = "Cyber Crimes Center - Cyber Crimes Unit",
            Headline = "$8.8 million · 12 positions · 6 FTE",
            Status = "Submitted",
            IsDraft = false,
            Figures = OneFigure("Cyber-Enabled Crime"),
            Answers = [new("Cyber-Enabled Crime", "Attached", "")],
        };

    public static CitedFigures ThreeFigures =>
        new(
            [
                Figure("S1", LongCategory, "1,238", "803", [153, 187, 229, 301, 368]),
                Figure("S2", "Transnational Crimes Against Children", "625", "402", [71, 64, 58, 97, 335]),
                Figure("S3", "National Security", "92", "61", [12, 17, 19, 21, 23]),
            ],
            [
                "TCO involvement was not recorded; these are not counts of TCOs.",
                "One case may have several reports, and the same reports may support other requests; do not add.",
            ],
            ["Source: extract of Oct 31, 2022, snapshot 1 (SYNTHETIC)."],
            [new("Sources", "Approved Significant Case Reports, as extracted.")]
        );

    /// <summary>Paragraphs; a text that begins with <c>- </c> is a bullet, <c>**</c> turns bold on and off.</summary>
    public static FormattedText Text(params string[] blocks) => new([.. blocks.Select(Block)]);

    public static CitedFigures OneFigure(string category) =>
        ThreeFigures with
        {
            Items = [Figure("S1", category, "1,238", "803", [153, 187, 229, 301, 368])],
        };

    public static CitedFigure Figure(string token, string category, string reports, string cases, int[] byYear) =>
        new(
            token,
            category,
            "FY 2017–2021",
            "Disruptions and dismantlements",
            reports,
            cases,
            $"{reports} approved disruption and dismantlement reports in {cases} distinct cases, {category}, FY 2017–2021.",
            [.. byYear.Select((count, i) => new FigureYear($"FY {2017 + i}", count, $"{count:N0}"))]
        );

    private static TextBlock Block(string text)
    {
        var isBullet = text.StartsWith("- ", StringComparison.Ordinal);
        var runs = (isBullet ? text[2..] : text)
            .Split("**")
            .Select((part, i) => new TextRun(part, Bold: i % 2 == 1))
            .Where(run => run.Text.Length > 0);
        return new TextBlock(isBullet, [.. runs]);
    }

    private static RequestFacts Facts() =>
        new(
            Appropriation: "Operations and Support",
            ProgramProjectActivity: "Homeland Security Investigations: Domestic Investigations",
            PeriodOfAvailability: "One year",
            KindOfChange: "Program increase",
            Priority: "3 of 12",
            StrategicGoal: "Combat transnational criminal organizations",
            Authority: "6 U.S.C. 473",
            Contact: "Budget Formulation and Reporting",
            Offsets: "",
            PerformanceMeasure: "Victims met by a specialist within 24 hours",
            PerformanceBaseline: "61 % (FY 2026)",
            PerformanceTarget: "90 %",
            PerformanceTargetDate: "Sep 30, 2030"
        );

    private static CostTables Cost() =>
        new(
            ["FY 2029", "FY 2030", "FY 2031", "FY 2032", "FY 2033"],
            [
                new("Positions", ["16", "16", "16", "16", "16"], IsTotal: false),
                new("FTE", ["8", "16", "16", "16", "16"], IsTotal: false),
                new("Pay", ["1,424", "2,848", "2,848", "2,848", "2,848"], IsTotal: false),
                new("Non-pay", ["1,576", "1,210", "1,210", "1,210", "1,210"], IsTotal: false),
                new("Total", ["3,000", "4,058", "4,058", "4,058", "4,058"], IsTotal: true),
            ],
            [
                new("Victim assistance specialist", "178", "89", "13", "6", "1,157", "1,157", "0", IsTotal: false),
                new("Forensic interview specialist", "178", "89", "3", "2", "267", "267", "0", IsTotal: false),
                new("Total", "", "", "16", "8", "1,424", "1,424", "0", IsTotal: true),
            ],
            [
                new("Emergency victim assistance", "25", "1,210", "1", "1,210", "0", "0", IsTotal: false),
                new("Interview rooms, equipment", "31", "61", "6", "366", "(366)", "0", IsTotal: false),
                new("Total", "", "", "", "1,576", "(366)", "0", IsTotal: true),
            ],
            []
        );
}
