using ScrBudget.Application.ScrData;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Demo;

/// <summary>How far an invented request goes.</summary>
internal enum SyntheticEnd
{
    Draft,
    Submitted,
    InReview,

    /// <summary>With a recommendation that nobody has answered.</summary>
    Returned,
    Recommended,
    Decided,
    Transmitted,
    NotSelected,
    Merged,
    Withdrawn,
}

/// <summary>An invented request: what it asks for, and the numbers from which the rest of its story is drawn.</summary>
/// <param name="Seed">Of its own, so that a story that has to be told again is the same one.</param>
internal sealed record SyntheticPlan(
    string OfficeCode,
    string Thing,
    string Where,
    string Purpose,
    SyntheticEnd End,
    IReadOnlyList<PositionLineInput> Positions,
    IReadOnlyList<NonPersonnelLineInput> Items,
    ulong Seed
)
{
    private static readonly string[] Things =
    [
        "Forensic tools and storage",
        "Analysts for open leads",
        "Interpreters and translation",
        "Mobile examination teams",
        "Training of field offices",
        "Secure laboratory space",
        "Undercover platform support",
        "Case coordination desks",
        "Evidence handling and transport",
        "Data exchange with partners",
    ];

    private static readonly string[] Places =
    [
        "the Southwest",
        "the Northeast",
        "the Gulf Coast",
        "the Pacific ports",
        "the Great Lakes",
        "international attachés",
        "national coordination",
        "rural field offices",
    ];

    private static readonly string[] Purposes =
    [
        "first leads",
        "cases older than a year",
        "joint operations",
        "financial trails",
        "seized devices",
        "identified victims",
        "repeat offenders",
        "shipping and freight",
        "online marketplaces",
        "witness support",
        "surge weeks",
        "referrals from partners",
    ];

    private static readonly string[] Jobs =
    [
        "Criminal Analyst",
        "Special Agent",
        "Forensic Examiner",
        "Program Manager",
        "Intelligence Research Specialist",
    ];

    /// <summary>Most go all the way; every other end has some. In the order of <see cref="SyntheticEnd"/>.</summary>
    private static readonly int[] Ends = [8, 6, 12, 6, 6, 5, 48, 3, 3, 3];

    public string Title => $"{Thing} for {Where}: {Purpose}";

    /// <summary>The same seed and offices give the same plans, and a longer list begins with the shorter one.</summary>
    public static IReadOnlyList<SyntheticPlan> Of(int count, ulong seed, IReadOnlyList<Office> offices)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Invent(random, offices))];
    }

    private static SyntheticPlan Invent(SeededRandom random, IReadOnlyList<Office> offices)
    {
        var office = offices[random.Below(offices.Count)];
        var thing = Things[random.Below(Things.Length)];
        var where = Places[random.Below(Places.Length)];
        return new SyntheticPlan(
            office.Code,
            thing,
            where,
            Purposes[random.Below(Purposes.Length)],
            (SyntheticEnd)random.Pick(Ends),
            [
                .. Enumerable
                    .Range(0, 1 + random.Below(2))
                    .Select(_ => new PositionLineInput(
                        Jobs[random.Below(Jobs.Length)],
                        1 + random.Below(20),
                        (150 + (10 * random.Below(9))) * 1_000L
                    )),
            ],
            [
                new NonPersonnelLineInput(
                    thing,
                    random.Chance(50) ? ObjectClass.Assets : ObjectClass.ContractsAndSupplies,
                    (5 + random.Below(60)) * 1_000L,
                    1 + random.Below(40),
                    random.Chance(60)
                ),
            ],
            random.Next()
        );
    }
}
