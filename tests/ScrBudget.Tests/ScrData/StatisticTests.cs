using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>Default years, small numbers and wording (domain.md section 5).</summary>
public sealed class StatisticTests
{
    private const string Children = "Transnational Crimes Against Children";

    [Theory]
    // As of, first and last year covered, submission year, default years.
    [InlineData("2022-10-31", 2017, 2022, 2023, 2018, 2022)]
    [InlineData("2022-10-31", 2017, 2022, 2027, 2018, 2022)]
    [InlineData("2022-10-31", 2017, 2022, 2022, 2017, 2021)]
    [InlineData("2022-10-31", 2017, 2022, 2020, 2017, 2019)]
    [InlineData("2022-09-30", 2017, 2022, 2023, 2018, 2022)]
    [InlineData("2022-09-29", 2017, 2022, 2023, 2017, 2021)]
    [InlineData("2023-03-31", 2022, 2023, 2026, 2022, 2022)]
    public void DefaultYears_AreTheLastFiveCompleteOnesBeforeSubmission_ThatTheSnapshotCovers(
        string asOf,
        int firstCovered,
        int lastCovered,
        int submission,
        int first,
        int last
    ) =>
        Assert.Equal(
            (new FiscalYear(first), new FiscalYear(last)),
            DefaultYears.For(Snapshot(firstCovered, lastCovered, asOf), new FiscalYear(submission))
        );

    [Theory]
    [InlineData("2022-10-31", 2017, 2022, 2017)]
    [InlineData("2022-10-31", 2017, 2022, 2010)]
    [InlineData("2023-03-31", 2023, 2023, 2026)]
    public void DefaultYears_WithoutACompleteYearBeforeSubmission_AreNone(
        string asOf,
        int first,
        int last,
        int submission
    ) => Assert.Null(DefaultYears.For(Snapshot(first, last, asOf), new FiscalYear(submission)));

    [Fact]
    public void Sentence_IsWordedAsTheRuleHasIt()
    {
        var statistic = Statistic(Counts(2017, 1_000, 700), Counts(2022, 238, 103), (1_238, 803), 2017, 2022);

        Assert.Equal(
            "1,238 approved disruption and dismantlement reports in 803 distinct cases, Transnational Crimes Against Children, FY 2017–2022.",
            StatisticWording.Sentence(
                statistic.Query,
                StatisticWording.Reports(statistic),
                StatisticWording.Cases(statistic),
                Children
            )
        );
        Assert.Equal(
            ["TCO involvement was not recorded; these are not counts of TCOs."],
            StatisticWording.Caveats(statistic)
        );
        Assert.Equal(
            "One case may have several reports, and the same reports may support other requests; do not add.",
            StatisticWording.DoNotAdd
        );
        Assert.Equal(
            "Source: extract of Oct 31, 2022, snapshot 1 (synthetic).",
            StatisticWording.Source(statistic.Snapshot)
        );
    }

    [Fact]
    public void Caveats_WhereTcoInvolvementIsRecorded_NameItsThreeValues()
    {
        var counts = new ScrCounts(174, 100, 92, 82, 0);
        var query = new StatisticQuery("TCAC", null, new FiscalYear(2024), new FiscalYear(2024));
        var statistic = new Statistic(
            query,
            Snapshot(2023, 2024, "2024-10-31"),
            counts,
            new Dictionary<int, ScrCounts> { [2024] = counts }
        );

        Assert.Equal(
            "92 of 174 reports (FY 2024) marked TCO involvement: yes; 82 no; 0 not recorded.",
            StatisticWording.Caveats(statistic)[0]
        );
    }

    [Fact]
    public void Caveats_WhereAPartOfTcoInvolvementIsSmall_PrintNoPart()
    {
        var counts = new ScrCounts(174, 100, 3, 171, 0);
        var query = new StatisticQuery("TCAC", null, new FiscalYear(2024), new FiscalYear(2024));
        var statistic = new Statistic(
            query,
            Snapshot(2023, 2024, "2024-10-31"),
            counts,
            new Dictionary<int, ScrCounts> { [2024] = counts }
        );

        Assert.DoesNotContain("171", StatisticWording.Caveats(statistic)[0], StringComparison.Ordinal);
        Assert.Equal(
            "TCO involvement was recorded on some of the reports; how many is too small a number to print.",
            StatisticWording.Caveats(statistic)[0]
        );
    }

    [Theory]
    [InlineData(TcoFilter.Yes, 92)]
    [InlineData(TcoFilter.No, 82)]
    public void Caveats_OfAFigureLimitedByTcoInvolvement_SayOfHowManyReports(TcoFilter tco, int limited)
    {
        var all = new ScrCounts(174, 100, 92, 82, 0);
        var counts = new ScrCounts(limited, 60, tco == TcoFilter.Yes ? 92 : 0, tco == TcoFilter.No ? 82 : 0, 0);
        var query = new StatisticQuery("TCAC", null, new FiscalYear(2024), new FiscalYear(2024), Tco: tco);
        var statistic = new Statistic(
            query,
            Snapshot(2023, 2024, "2024-10-31"),
            counts,
            new Dictionary<int, ScrCounts> { [2024] = counts },
            whateverTco: all
        );

        Assert.Equal(
            "92 of 174 reports (FY 2024) marked TCO involvement: yes; 82 no; 0 not recorded.",
            StatisticWording.Caveats(statistic)[0]
        );
        Assert.Equal(
            $"Disruptions and dismantlements marked TCO involvement: {(tco == TcoFilter.Yes ? "yes" : "no")}",
            StatisticWording.Heading(query)
        );
    }

    [Fact]
    public void AYear_PrintsItsNumber_OrWhyNot()
    {
        var statistic = Statistic(
            Counts(2020, 3, 3),
            Counts(2021, 87, 60),
            (180, 120),
            2019,
            2023,
            Counts(2022, 90, 70),
            Counts(2019, 0, 0)
        );

        Assert.Equal(
            ["fewer than 5", "fewer than 5", "87", "90", "no data"],
            Enumerable.Range(2019, 5).Select(year => StatisticWording.Reports(statistic, new FiscalYear(year)))
        );
    }

    [Fact]
    public void AYear_HiddenToProtectAnother_DoesNotSayThatItIsSmall()
    {
        var statistic = Statistic(
            Counts(2020, 3, 3),
            Counts(2021, 87, 60),
            (180, 120),
            2020,
            2022,
            Counts(2022, 90, 70)
        );

        Assert.Equal(
            ["fewer than 5", "not shown", "90"],
            Enumerable.Range(2020, 3).Select(year => StatisticWording.Reports(statistic, new FiscalYear(year)))
        );
        Assert.Equal("60", StatisticWording.Cases(statistic, new FiscalYear(2021)));
    }

    [Fact]
    public void Caveats_OfAYearInProgressAndOneWithoutData_NameBoth()
    {
        var query = new StatisticQuery("TCAC", null, new FiscalYear(2016), new FiscalYear(2023));
        var statistic = new Statistic(
            query,
            Snapshot(2017, 2023, "2023-03-31"),
            new ScrCounts(60, 40, 0, 0, 60),
            new Dictionary<int, ScrCounts> { [2017] = new(60, 40, 0, 0, 60) }
        );

        Assert.Equal(
            [
                StatisticWording.TcoNotRecorded,
                "Years selected by the program office.",
                "No data: FY 2016.",
                "FY 2023 through Mar 31, 2023, incomplete.",
            ],
            StatisticWording.Caveats(statistic, new FiscalYear(2024))
        );
        Assert.DoesNotContain(statistic.CoveredYears, year => year.Year == 2016);
    }

    [Fact]
    public void Caveats_OfDefaultYearsThatAreFewerThanFive_SaySo()
    {
        var statistic = Statistic(Counts(2017, 30, 20), Counts(2019, 30, 20), (60, 40), 2017, 2019);

        Assert.Contains(
            "The snapshot covers only 3 complete fiscal years before the submission.",
            StatisticWording.Caveats(statistic, new FiscalYear(2020))
        );
        Assert.Equal(
            [StatisticWording.TcoNotRecorded, StatisticWording.YearsSelected],
            StatisticWording.Caveats(statistic, new FiscalYear(2023))
        );
    }

    [Theory]
    // Numbers of three years, and which of them are shown.
    [InlineData(new[] { 10, 20, 30 }, new[] { true, true, true })]
    [InlineData(new[] { 4, 20, 30 }, new[] { false, false, true })]
    [InlineData(new[] { 4, 30, 20 }, new[] { false, true, false })]
    [InlineData(new[] { 1, 2, 30 }, new[] { false, false, true })]
    [InlineData(new[] { 0, 0, 30 }, new[] { false, false, false })]
    [InlineData(new[] { 4, 4, 30 }, new[] { false, false, false })]
    [InlineData(new[] { 5, 5, 5 }, new[] { true, true, true })]
    [InlineData(new[] { 1, 1, 1 }, new[] { false, false, false })]
    public void Reports_BelowFive_AreNotShown_NorWhatWouldGiveThemAwayBySubtraction(int[] numbers, bool[] shown)
    {
        var statistic = Statistic(
            Counts(2017, numbers[0], numbers[0]),
            Counts(2018, numbers[1], numbers[1]),
            (numbers.Sum(), numbers.Sum()),
            2017,
            2019,
            Counts(2019, numbers[2], numbers[2])
        );

        Assert.Equal(shown, statistic.CoveredYears.Select(year => statistic.ScrsIn(year) is not null));
        Assert.Equal(
            numbers.Select(number => number >= 5),
            statistic.CoveredYears.Select(year => statistic.CasesIn(year) is not null)
        );
        Assert.Equal(numbers.Sum() >= 5, statistic.Scrs is not null);
    }

    [Fact]
    public void Sentence_OfASmallNumber_PrintsFewerThanFive()
    {
        var statistic = Statistic(Counts(2017, 3, 2), Counts(2018, 1, 1), (4, 3), 2017, 2022);

        Assert.Equal("fewer than 5", StatisticWording.Reports(statistic));
        Assert.Equal("fewer than 5", StatisticWording.Cases(statistic));
    }

    [Theory]
    [InlineData(2022, 2017, null, null, "years-reversed")]
    [InlineData(1990, 2022, null, null, "too-many-years")]
    [InlineData(2017, 2022, null, "Racketeering", "subcategory-without-category")]
    [InlineData(2017, 2022, "GANG", "Racketeering", null)]
    public void Query_ThatMakesNoSense_IsRefused(
        int first,
        int last,
        string? category,
        string? subcategory,
        string? code
    ) =>
        Assert.Equal(
            code,
            new StatisticQuery(category, subcategory, new FiscalYear(first), new FiscalYear(last)).Problem()?.Code
        );

    [Theory]
    [InlineData("cyb", "CYB")]
    [InlineData(" National security ", "NS")]
    [InlineData("Worksite Enforcement/Labor Exploitation", "WS")]
    public void Category_IsFoundByCodeOrFullName_InAnyCase(string text, string code) =>
        Assert.Equal(code, Catalogue().Find(text).Value.Code);

    [Theory]
    [InlineData("Cyber Crime", "Cyber-Enabled Crime")]
    [InlineData("TCAX", Children)]
    [InlineData("Transnational Gang", "Transnational Gangs")]
    public void Category_ThatIsUnknown_IsRefusedAndNamesTheNearest(string text, string nearest)
    {
        var refusal = Catalogue().Find(text).Refusal;

        Assert.Equal("category-unknown", refusal?.Code);
        Assert.Contains($"Nearest: {nearest}.", refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(8, refusal.Details.Count);
    }

    private static CategoryCatalogue Catalogue() => new(ScrCategories.Initial(), ScrCategories.InitialSubcategories());

    private static (int Year, ScrCounts Counts) Counts(int year, int scrs, int cases) =>
        (year, new ScrCounts(scrs, cases, 0, 0, scrs));

    private static Statistic Statistic(
        (int Year, ScrCounts Counts) one,
        (int Year, ScrCounts Counts) other,
        (int Scrs, int Cases) total,
        int first,
        int last,
        params (int Year, ScrCounts Counts)[] more
    ) =>
        new(
            new StatisticQuery("TCAC", null, new FiscalYear(first), new FiscalYear(last)),
            Snapshot(2017, 2022, "2022-10-31"),
            new ScrCounts(total.Scrs, total.Cases, 0, 0, total.Scrs),
            more.Append(one).Append(other).ToDictionary(year => year.Year, year => year.Counts)
        );

    private static Snapshot Snapshot(int first, int last, string asOf) =>
        Domain.ScrData.Snapshot.Import(
            1,
            DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture),
            isSynthetic: true,
            "extract.csv",
            new string('0', 64),
            new SnapshotContent(10, 10, new FiscalYear(first), new FiscalYear(last), string.Empty),
            "steward",
            DateTime.UnixEpoch
        );
}
