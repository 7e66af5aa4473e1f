using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>One invented SCR.</summary>
internal readonly record struct SyntheticScr(
    int CaseNumber,
    ScrType Type,
    string CategoryCode,
    string Subcategory,
    DateOnly ApprovedOn,
    string Office,
    SyntheticTco? Tco = null
);

/// <summary>What the box and its two tests say, from the day on which the box was there.</summary>
internal readonly record struct SyntheticTco(bool Involved, bool Association, bool CrossesBorders);

/// <summary>
/// Plays the fiscal years day by day: cases are opened, and results fall on cases that are open and not dismantled yet, so
/// that no result precedes the initial investigation of a case opened within those years.
/// </summary>
internal sealed class SyntheticCases(SyntheticSize size, SeededRandom random)
{
    private const int FirstCaseNumber = 100_001;

    private static readonly Dictionary<string, string[]> Subcategories = ScrCategories
        .InitialSubcategories()
        .GroupBy(subcategory => subcategory.CategoryCode)
        .ToDictionary(group => group.Key, group => group.Select(subcategory => subcategory.Name).ToArray());

    private static readonly int[] CategoryWeights =
    [
        .. SyntheticMargins.Categories.Select(category => category.Weight),
    ];

    private readonly List<Case> opened = [];
    private readonly List<Case> active = [];

    private int laterCases;

    private enum EventKind
    {
        Opening,
        FirstResultOfOlderCase,
        Result,
    }

    private sealed class Case
    {
        public required int Number { get; init; }

        public required string CategoryCode { get; init; }

        public required string Subcategory { get; init; }

        public required string Office { get; init; }

        /// <summary>Has results in both finance categories.</summary>
        public required bool InBothFinance { get; init; }

        /// <summary>Decided when it is first recorded.</summary>
        public SyntheticTco? Tco { get; set; }

        /// <summary>Where it stands among the active cases; -1 once dismantled.</summary>
        public required int ActiveIndex { get; set; }
    }

    /// <summary>All SCRs, by date of approval.</summary>
    public IEnumerable<SyntheticScr> Scrs()
    {
        // Shuffled, or the numbers would tell the order in which cases were opened.
        var numbers = Enumerable.Range(FirstCaseNumber, size.Cases).ToArray();
        random.Shuffle<int>(numbers);
        foreach (var (day, kind) in Events())
        {
            switch (kind)
            {
                case EventKind.Opening:
                    var opening = Open(numbers[opened.Count]);
                    yield return Report(opening, ScrType.InitialInvestigation, opening.CategoryCode, day);
                    break;
                case EventKind.FirstResultOfOlderCase:
                    yield return Result(Open(numbers[opened.Count]), day);
                    break;
                default:
                    // All dismantled happens in the smallest extracts only.
                    var cases = active.Count > 0 ? active : opened;
                    yield return Result(cases[random.Below(cases.Count)], day);
                    break;
            }
        }
    }

    /// <summary>The years after <see cref="SyntheticMargins.LastFiscalYear"/>, played on when <see cref="Scrs"/> is through.</summary>
    /// <param name="through">The last day.</param>
    public IEnumerable<SyntheticScr> Later(DateOnly through)
    {
        var year = new FiscalYear(SyntheticMargins.LastFiscalYear + 1);
        for (; year.FirstDay <= through; year = year.Plus(1))
        {
            // A year is drawn whole and played before the next is drawn: a later last day only adds records.
            foreach (var (day, kind) in EventsOf(year).TakeWhile(one => one.Day <= through))
            {
                yield return kind == EventKind.Opening || active.Count == 0
                    ? Opening(day)
                    : Result(active[random.Below(active.Count)], day);
            }
        }

        SyntheticScr Opening(DateOnly day)
        {
            laterCases++;
            var opening = Open(FirstCaseNumber + size.Cases + laterCases - 1);
            return Report(opening, ScrType.InitialInvestigation, opening.CategoryCode, day);
        }
    }

    private List<(DateOnly Day, EventKind Kind)> EventsOf(FiscalYear year)
    {
        var events = new List<(DateOnly Day, EventKind Kind)>();
        Add(events, EventKind.Opening, size.LaterInitials, year);
        Add(events, EventKind.Result, size.LaterResults, year);
        events.Sort();
        return events;
    }

    /// <summary>What happens on which day; on one day cases are opened first.</summary>
    private List<(DateOnly Day, EventKind Kind)> Events()
    {
        var events = new List<(DateOnly Day, EventKind Kind)>(size.Scrs);
        var older = OlderCasesByYear();
        for (var i = 0; i < size.Results.Count; i++)
        {
            var year = new FiscalYear(SyntheticMargins.FirstFiscalYear + i);
            Add(events, EventKind.Opening, size.Initials[i], year);
            Add(events, EventKind.FirstResultOfOlderCase, older[i], year);
            Add(events, EventKind.Result, size.Results[i] - older[i], year);
        }

        if (size.Initials[0] > 0)
        {
            // The first case is there before the first result.
            events[0] = (new FiscalYear(SyntheticMargins.FirstFiscalYear).FirstDay, EventKind.Opening);
        }

        // Events of one day and kind are alike, so that the sort need not be stable.
        events.Sort();
        return events;
    }

    private void Add(List<(DateOnly Day, EventKind Kind)> events, EventKind kind, int count, FiscalYear year)
    {
        var days = year.LastDay.DayNumber - year.FirstDay.DayNumber + 1;
        for (var i = 0; i < count; i++)
        {
            events.Add((year.FirstDay.AddDays(random.Below(days)), kind));
        }
    }

    private int[] OlderCasesByYear()
    {
        var older = Apportionment.Of(size.OlderCases, SyntheticMargins.OlderCaseWeights);
        // Where a year has fewer results than that (small extracts), the rest moves to the next.
        var excess = 0;
        for (var i = 0; i < older.Length; i++)
        {
            var wanted = older[i] + excess;
            older[i] = Math.Min(wanted, size.Results[i]);
            excess = wanted - older[i];
        }

        return older;
    }

    private Case Open(int number)
    {
        var category = SyntheticMargins.Categories[random.Pick(CategoryWeights)].CategoryCode;
        var subcategories = Subcategories[category];
        var opening = new Case
        {
            Number = number,
            CategoryCode = category,
            Subcategory = subcategories[random.Below(subcategories.Length)],
            Office = SyntheticMargins.Offices[random.Below(SyntheticMargins.Offices.Length)],
            InBothFinance = OtherFinance(category) is not null && random.Chance(SyntheticMargins.BothFinancePercent),
            ActiveIndex = active.Count,
        };
        opened.Add(opening);
        active.Add(opening);
        return opening;
    }

    private SyntheticScr Result(Case target, DateOnly day)
    {
        var type = random.Chance(SyntheticMargins.DismantlementPercent) ? ScrType.Dismantlement : ScrType.Disruption;
        if (type == ScrType.Dismantlement)
        {
            Close(target);
        }

        var category =
            target.InBothFinance && random.Chance(50) ? OtherFinance(target.CategoryCode)! : target.CategoryCode;
        return Report(target, type, category, day);
    }

    private SyntheticScr Report(Case of, ScrType type, string category, DateOnly day)
    {
        // In the other finance category the first of its subcategories stands for all.
        var subcategory = category == of.CategoryCode ? of.Subcategory : Subcategories[category][0];
        return new SyntheticScr(of.Number, type, category, subcategory, day, of.Office, TcoOf(of, day));
    }

    /// <summary>The records of a case say the same, but for a few.</summary>
    private SyntheticTco? TcoOf(Case of, DateOnly day)
    {
        if (day < ScrRules.TcoMandatorySince)
        {
            return null;
        }

        if (of.Tco is not { } recorded)
        {
            of.Tco = DrawTco(random.Chance(SyntheticMargins.TcoPercent));
            return of.Tco;
        }

        return random.Below(SyntheticMargins.DisagreeingOf) == 0 ? DrawTco(!recorded.Involved) : recorded;
    }

    private SyntheticTco DrawTco(bool involved)
    {
        if (involved)
        {
            return new SyntheticTco(Involved: true, Association: true, CrossesBorders: true);
        }

        var test = random.Pick(SyntheticMargins.FailedTestWeights);
        return new SyntheticTco(Involved: false, Association: test == 0, CrossesBorders: test == 1);
    }

    /// <summary>A dismantled organisation has no later result.</summary>
    private void Close(Case target)
    {
        if (target.ActiveIndex < 0)
        {
            return;
        }

        var last = active[^1];
        active[target.ActiveIndex] = last;
        last.ActiveIndex = target.ActiveIndex;
        active.RemoveAt(active.Count - 1);
        target.ActiveIndex = -1;
    }

    private static string? OtherFinance(string categoryCode) =>
        categoryCode switch
        {
            "ITTF_ND" => "ITTF_D",
            "ITTF_D" => "ITTF_ND",
            _ => null,
        };
}
