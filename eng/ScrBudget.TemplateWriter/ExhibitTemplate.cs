using System.Xml.Linq;
using static ScrBudget.TemplateWriter.Wml;

namespace ScrBudget.TemplateWriter;

/// <summary>The program change exhibit: portrait Letter, one inch at the sides, marking on every page.</summary>
internal static class ExhibitTemplate
{
    private const string InThousands = "Dollars in thousands; decreases in parentheses.";

    private const string Units =
        "Costs of one in dollars, all others in thousands of dollars; decreases in parentheses. A change is the annualization from the year before.";

    public static XElement Header() =>
        Root(
            "hdr",
            Condition("when.banner", Paragraph("Marking", Text("banner"))),
            Condition("when.draft", Paragraph("Header", Run("DRAFT", "Draft"))),
            Condition("when.notices", Paragraph("Header", Text("notices")))
        );

    public static XElement Footer() =>
        Root(
            "ftr",
            Paragraph(
                "Footer",
                Text("number"),
                " · ",
                Text("status"),
                " · as of ",
                Text("as-of"),
                TabStop(),
                "Page ",
                Field("PAGE"),
                " of ",
                Field("NUMPAGES")
            ),
            Condition("when.banner", Paragraph("Marking", Text("banner")))
        );

    public static XElement Body() =>
        Root("document", new XElement(W + "body", Front(), Narrative(), Cost(), Evidence(), Annex(), PageSetup()));

    private static object[] Front() =>
        [
            Paragraph("Subtitle", "Program change exhibit · ", Text("fiscal-year"), " · ", Text("number")),
            Paragraph("Heading1", Text("title")),
            Paragraph("Headline", Text("headline")),
            Condition(
                "when.draft",
                Paragraph("DraftNotice", "DRAFT. The text and figures of this request may still change.")
            ),
            Paragraph("Normal", Run("Status: ", "Strong"), Text("status"), ", as of ", Text("as-of")),
            Condition(
                "when.designated-by",
                Paragraph("Normal", Run("Designated by: ", "Strong"), Text("designated-by"))
            ),
            Paragraph("Heading2", "Program and funding"),
            WmlTable.OfFacts(
                "Program and funding of the request",
                ("Organization", "office"),
                ("Program, project and activity", "program-project-activity"),
                ("Appropriation", "appropriation"),
                ("Period of availability", "period-of-availability"),
                ("Kind of change", "kind-of-change"),
                ("Priority", "priority"),
                ("Strategic goal", "strategic-goal"),
                ("Authority", "authority"),
                ("Contact", "contact")
            ),
        ];

    private static object[] Narrative() =>
        [
            Paragraph("Heading2", "Description"),
            Section("description"),
            Paragraph("Heading2", "Justification"),
            Section("justification"),
            Paragraph("Heading2", "Performance"),
            WmlTable.OfOneRow(
                "Performance measure with baseline, target and date",
                new Column(3960, ["Measure"], "performance-measure"),
                new Column(1900, ["Baseline"], "performance-baseline"),
                new Column(1900, ["Target"], "performance-target"),
                new Column(1600, ["Target date"], "performance-target-date")
            ),
            Paragraph("Heading3", "Impact on performance"),
            Section("impact"),
            Paragraph("Heading2", "Impact of not funding (pre-decisional)"),
            Section("if-not-funded"),
        ];

    private static object[] Cost() =>
        [
            Paragraph("Heading2", "Cost of the program change"),
            Paragraph("Heading3", "Personnel"),
            Condition("when.personnel", Paragraph("TableNote", Units), PersonnelTable()),
            Condition("unless.personnel", Paragraph("Normal", "No positions are requested.")),
            Paragraph("Heading3", "Non-personnel"),
            Condition("when.non-personnel", Paragraph("TableNote", Units), NonPersonnelTable()),
            Condition("unless.non-personnel", Paragraph("Normal", "No non-personnel items are requested.")),
            Paragraph("Heading3", "Five-year cost summary"),
            Paragraph("TableNote", InThousands),
            WmlTable.OfList(
                "Five-year cost summary",
                "summary",
                hasTotal: true,
                [
                    new Column(3110, ["Item"], "summary.label"),
                    .. Enumerable
                        .Range(1, 5)
                        .Select(year => new Column(
                            1250,
                            [Text($"year-{year}")],
                            $"summary.year-{year}",
                            IsNumber: true
                        )),
                ]
            ),
            Condition(
                "when.overrides",
                Paragraph("Heading3", "Amounts entered instead of computed"),
                List("overrides", Paragraph("ListBullet", Text("overrides.text")))
            ),
            Paragraph("Heading3", "Offsets"),
            Paragraph("Normal", Text("offsets")),
        ];

    private static XElement PersonnelTable() =>
        WmlTable.OfList(
            "Personnel cost by position type",
            "personnel",
            hasTotal: true,
            new Column(1760, ["Position type"], "personnel.type"),
            new Column(1250, ["Full-year cost, one"], "personnel.full-year-cost", IsNumber: true),
            new Column(1250, ["First-year cost, one"], "personnel.first-year-cost", IsNumber: true),
            new Column(1200, ["Positions"], "personnel.number", IsNumber: true),
            new Column(660, ["FTE"], "personnel.fte", IsNumber: true),
            new Column(1080, [Text("year-1"), " request"], "personnel.request", IsNumber: true),
            new Column(1080, [Text("year-2"), " change"], "personnel.annualization-1", IsNumber: true),
            new Column(1080, [Text("year-3"), " change"], "personnel.annualization-2", IsNumber: true)
        );

    private static XElement NonPersonnelTable() =>
        WmlTable.OfList(
            "Non-personnel cost by item",
            "non-personnel",
            hasTotal: true,
            new Column(2300, ["Item"], "non-personnel.item"),
            new Column(1500, ["Object class"], "non-personnel.object-class"),
            new Column(1300, ["Unit cost"], "non-personnel.unit-cost", IsNumber: true),
            new Column(1180, ["Quantity"], "non-personnel.quantity", IsNumber: true),
            new Column(1028, [Text("year-1"), " request"], "non-personnel.request", IsNumber: true),
            new Column(1026, [Text("year-2"), " change"], "non-personnel.annualization-1", IsNumber: true),
            new Column(1026, [Text("year-3"), " change"], "non-personnel.annualization-2", IsNumber: true)
        );

    private static object[] Evidence() =>
        [
            Paragraph("Heading2", "Evidence from Significant Case Reports"),
            Condition("unless.figures", Paragraph("Normal", "No SCR statistic is cited in this request.")),
            Condition(
                "when.figures",
                Paragraph("Heading3", "Statistics cited"),
                WmlTable.OfList(
                    "Statistics cited in the text",
                    "figures",
                    hasTotal: false,
                    new Column(600, ["Ref."], "figures.token"),
                    new Column(3360, ["Category"], "figures.category"),
                    new Column(1500, ["Fiscal years"], "figures.years"),
                    new Column(1900, ["What is counted"], "figures.measure"),
                    new Column(1000, ["Reports"], "figures.reports", IsNumber: true),
                    new Column(1000, ["Distinct cases"], "figures.cases", IsNumber: true)
                ),
                Condition("when.chart", Paragraph("Heading3", "Reports by fiscal year"), Chart("figures-chart")),
                Condition("when.chart-gaps", Paragraph("Note", "Years without a bar: ", Text("chart-gaps"), ".")),
                Paragraph("Heading3", "Statistics in full, with caveats and sources"),
                List("statistics", Paragraph("ListBullet", Text("statistics.text"))),
                List("caveats", Paragraph("Note", Text("caveats.text"))),
                List("sources", Paragraph("Note", Text("sources.text")))
            ),
            Condition(
                "when.answers",
                Paragraph("Heading3", "Answers by category"),
                WmlTable.OfList(
                    "How the request answered each SCR category",
                    "answers",
                    hasTotal: false,
                    new Column(3360, ["Category"], "answers.category"),
                    new Column(1500, ["Decision"], "answers.decision"),
                    new Column(4500, ["Reason"], "answers.reason")
                )
            ),
        ];

    private static XElement Annex() =>
        Condition(
            "when.quality",
            Paragraph("Heading2", "Annex: quality of the statistics"),
            Paragraph("Normal", "What the GPRA Modernization Act asks of every published measure."),
            List(
                "quality",
                new[] { Paragraph("Heading3", Text("quality.heading")), Paragraph("Normal", Text("quality.text")) }
            )
        );

    private static XElement PageSetup() =>
        new(
            W + "sectPr",
            new XElement(
                W + "headerReference",
                new XAttribute(W + "type", "default"),
                new XAttribute(R + "id", "rIdHeader")
            ),
            new XElement(
                W + "footerReference",
                new XAttribute(W + "type", "default"),
                new XAttribute(R + "id", "rIdFooter")
            ),
            new XElement(W + "pgSz", new XAttribute(W + "w", 12240), new XAttribute(W + "h", 15840)),
            new XElement(
                W + "pgMar",
                new XAttribute(W + "top", 1440),
                new XAttribute(W + "right", 1440),
                new XAttribute(W + "bottom", 1300),
                new XAttribute(W + "left", 1440),
                new XAttribute(W + "header", 560),
                new XAttribute(W + "footer", 500),
                new XAttribute(W + "gutter", 0)
            )
        );
}
