using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Demo;

/// <summary>
/// One of the three requests that OIG-23-59 describes on pages 7 and 8. Year, office, dollars, positions, purpose and
/// categories are the report's; texts and cost lines are ours, illustrative, and add up to the report's figures.
/// </summary>
/// <param name="Year">The year that the report gives. It does not say whether of budget or of submission: held as both.</param>
/// <param name="Categories">Each category's code, where its sentence goes, and what it shows.</param>
internal sealed record WorkedRequest(
    int Year,
    DemoPerson Author,
    RequestFacts Facts,
    IReadOnlyDictionary<SectionKind, string> Texts,
    IReadOnlyList<PositionLineInput> Positions,
    IReadOnlyList<NonPersonnelLineInput> NonPersonnel,
    IReadOnlyList<(string CategoryCode, SectionKind Target, string Shows)> Categories
);

internal static class WorkedRequests
{
    public static IReadOnlyList<WorkedRequest> All { get; } = [VictimAssistance(), CyberCrimes(), ChildExploitation()];

    /// <summary>The Victim Assistance request once more, as a draft in the open call, for trying the editor.</summary>
    public static WorkedRequest OpenCallDraft { get; } =
        All[0] with
        {
            Facts = All[0].Facts with { Title = $"{All[0].Facts.Title} (illustrative draft)" },
        };

    private static WorkedRequest VictimAssistance() =>
        new(
            2022,
            DemoPeople.VictimAssistance,
            Facts(
                "Victim assistance tools and resources",
                "Victims offered a specialist's help within five days (illustrative)",
                "46 %",
                "90 %"
            ),
            new Dictionary<SectionKind, string>
            {
                [SectionKind.Description] =
                    "Tools and resources for staff who give critical assistance to victims of human trafficking, child pornography and child sex tourism, and human rights abuses.\n"
                    + "- 13 victim assistance specialists and 3 forensic interview specialists\n"
                    + "- Interpreters, interview rooms and training for those who work with victims",
                [SectionKind.Justification] =
                    "A significant case finds victims before it finds the organization behind them. Offices without a specialist of their own reach them late, and a victim who is reached late seldom becomes a witness. The need follows the cases:",
                [SectionKind.Impact] =
                    "Every victim identified in a significant case is offered a specialist's help within five days, in a language that the victim speaks.",
                [SectionKind.IfNotFunded] =
                    "Victims in offices without a specialist go on waiting, and testimony that cases depend on is lost.",
            },
            [
                new PositionLineInput("Victim Assistance Specialist", 13, 190_000),
                new PositionLineInput("Forensic Interview Specialist", 3, 200_000),
            ],
            [
                new NonPersonnelLineInput("Interpreter services", ObjectClass.ContractsAndSupplies, 640_000, 1, true),
                new NonPersonnelLineInput("Interview room equipment", ObjectClass.Assets, 75_000, 9, false),
                new NonPersonnelLineInput(
                    "Training in trauma-informed interviewing",
                    ObjectClass.ContractsAndSupplies,
                    150_000,
                    1,
                    true
                ),
            ],
            [
                ("ITTF_ND", SectionKind.Justification, "Trafficking and smuggling cases bring adult victims."),
                ("TCAC", SectionKind.Justification, "Nearly every such case has a child to interview."),
                ("NS", SectionKind.Justification, "Human rights cases rest on witnesses who survived."),
            ]
        );

    private static WorkedRequest CyberCrimes() =>
        new(
            2020,
            DemoPeople.CyberCrimes,
            Facts(
                "Advanced capabilities against malicious cyber threats",
                "Network intrusion leads worked within ten days (illustrative)",
                "35 %",
                "75 %"
            ),
            new Dictionary<SectionKind, string>
            {
                [SectionKind.Description] =
                    "Advanced capabilities, training and personnel to counter transnational criminal organizations and malicious cyber threats.\n"
                    + "- 12 positions: computer forensic analysts and cyber operations officers\n"
                    + "- An isolated analysis platform, licenses and a yearly training program",
                [SectionKind.Justification] =
                    "Organizations that used to need couriers now need servers. Cases against them stand or fall with evidence that is encrypted, abroad and short-lived; the unit reads it with equipment bought for another decade.",
                [SectionKind.Impact] =
                    "Intrusion leads are worked while the evidence still exists, and field offices send fewer devices away for examination.",
                [SectionKind.IfNotFunded] = "Leads expire before they are read, and cases close for lack of evidence.",
            },
            [
                new PositionLineInput("Computer Forensic Analyst", 8, 220_000),
                new PositionLineInput("Cyber Operations Officer", 4, 220_000),
            ],
            [
                new NonPersonnelLineInput("Isolated analysis platform", ObjectClass.Assets, 4_200_000, 1, false),
                new NonPersonnelLineInput("Analysis licenses", ObjectClass.ContractsAndSupplies, 42_000, 40, true),
                new NonPersonnelLineInput("Training program", ObjectClass.ContractsAndSupplies, 8_000, 200, true),
            ],
            [("CYB", SectionKind.Justification, "These are the results that the unit's present tools allowed.")]
        );

    private static WorkedRequest ChildExploitation() =>
        new(
            2020,
            DemoPeople.ChildExploitation,
            Facts(
                "Capacity to investigate child exploitation",
                "Identified victims per 100 analyzed seizures (illustrative)",
                "12",
                "20"
            ),
            new Dictionary<SectionKind, string>
            {
                [SectionKind.Description] =
                    "Investigative capacity to combat child exploitation and keep up with emerging trends and technology.\n"
                    + "- 5 positions: victim identification analysts\n"
                    + "- Forensic tools and storage for seized media, and training for field offices",
                [SectionKind.Justification] =
                    "Offenders change platforms faster than the unit can buy the means to follow them. Seized media wait for examination while the children in them are still within reach of the offender.",
                [SectionKind.Impact] =
                    "Media from a new seizure are triaged within two days, and analysts turn to the children instead of to the queue.",
                [SectionKind.IfNotFunded] =
                    "The queue of unexamined media grows, and children stay unidentified in it.",
            },
            [new PositionLineInput("Victim Identification Analyst", 5, 210_000)],
            [
                new NonPersonnelLineInput("Forensic tools", ObjectClass.ContractsAndSupplies, 81_000, 75, true),
                new NonPersonnelLineInput("Storage for seized media", ObjectClass.Assets, 2_500_000, 1, false),
                new NonPersonnelLineInput("Field training", ObjectClass.ContractsAndSupplies, 7_500, 200, true),
            ],
            [
                (
                    "TCAC",
                    SectionKind.Justification,
                    "Each of these results began with media that somebody had the time to examine."
                ),
            ]
        );

    private static RequestFacts Facts(string title, string measure, string baseline, string target) =>
        new()
        {
            Title = title,
            Appropriation = "Operations and Support",
            ProgramProjectActivity = "Homeland Security Investigations",
            PeriodOfAvailability = "One year",
            KindOfChange = "Increase",
            PerformanceMeasure = measure,
            PerformanceBaseline = baseline,
            PerformanceTarget = target,
        };
}
