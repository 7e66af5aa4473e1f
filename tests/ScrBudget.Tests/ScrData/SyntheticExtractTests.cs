using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

public sealed class SyntheticExtractTests
{
    private sealed record Scr(string Number, string Case, string Type, string Category, string Subcategory, DateOnly On)
    {
        public bool IsInitial => Type == "Initial Investigation";

        public int Year => FiscalYear.Of(On).Year;
    }

    public static TheoryData<int> Seeds => [1, 2, 3, 29, 2_026];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Extract_OfThePublishedSize_HasThePublishedMargins(int seed)
    {
        var scrs = Read(SyntheticExtract.PublishedScrs, seed);

        Assert.Equal(8_275, scrs.Count);
        Assert.Equal(8_275, scrs.DistinctBy(scr => scr.Number).Count());
        Assert.Equal(5_016, scrs.DistinctBy(scr => scr.Case).Count());
        Assert.Equal(
            [420, 347, 322, 618, 698, 1_083],
            scrs.Where(scr => !scr.IsInitial)
                .GroupBy(scr => scr.Year)
                .OrderBy(year => year.Key)
                .Select(year => year.Count())
        );
        Assert.Equal((2017, 2022), (scrs.Min(scr => scr.Year), scrs.Max(scr => scr.Year)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Extract_HasNoResultBeforeItsCaseWasOpened_AndCasesOpenedBeforeTheFirstYear(int seed)
    {
        var cases = Read(SyntheticExtract.PublishedScrs, seed).GroupBy(scr => scr.Case).ToList();
        var older = 0;
        foreach (var one in cases)
        {
            var initials = one.Where(scr => scr.IsInitial).ToList();
            Assert.True(initials.Count <= 1, $"{one.Key} has {initials.Count} initial investigations.");
            older += initials.Count == 0 ? 1 : 0;
            Assert.All(one, scr => Assert.True(initials.Count == 0 || scr.On >= initials[0].On, $"{scr}"));
            // Nothing follows a dismantlement.
            Assert.True(one.Count(scr => scr.Type == "Dismantlement") <= 1, one.Key);
        }

        Assert.Equal(229, older);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Extract_UsesEveryCategoryAndItsOwnSubcategories_AndSomeCasesInBothFinanceCategories(int seed)
    {
        var catalogue = new CategoryCatalogue(ScrCategories.Initial(), ScrCategories.InitialSubcategories());
        var scrs = Read(SyntheticExtract.PublishedScrs, seed);

        Assert.All(
            scrs,
            scr =>
            {
                Assert.True(catalogue.TryFind(scr.Category, out var category), scr.Category);
                Assert.True(catalogue.TryFindSubcategory(category.Code, scr.Subcategory, out _), scr.Subcategory);
            }
        );
        Assert.Equal(8, scrs.DistinctBy(scr => scr.Category).Count());
        Assert.Equal(27, scrs.DistinctBy(scr => (scr.Category, scr.Subcategory)).Count());
        Assert.Equal(
            "Transnational Crimes Against Children",
            scrs.CountBy(scr => scr.Category).MaxBy(count => count.Value).Key
        );
        var several = scrs.GroupBy(scr => scr.Case)
            .Select(one => one.Select(scr => scr.Category).Distinct().Order(StringComparer.Ordinal).ToList())
            .Where(categories => categories.Count > 1)
            .ToList();
        Assert.InRange(several.Count, 20, 150);
        Assert.All(
            several,
            categories =>
                Assert.Equal(
                    [
                        "Illicit Trade, Travel, and Finance (Drug-Related)",
                        "Illicit Trade, Travel, and Finance (Non-Drug-Related)",
                    ],
                    categories
                )
        );
    }

    [Fact]
    public void Extract_FromOneSeed_IsAlwaysTheSameFile()
    {
        // The hash pins the bytes for every runtime and architecture: the demo's figures depend on them.
        Assert.Equal(
            "f216a52589dec0b7b1b4a30711a45df1ac812dd97e55a7608bc902a095e339eb",
            Convert.ToHexStringLower(SHA256.HashData(SyntheticExtract.Create(8_275, SyntheticExtract.DemoSeed)))
        );
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Extract_ThatGoesOn_BeginsWithTheSameRecords_AndFollowsInProportion(int seed)
    {
        var published = Text(SyntheticExtract.Create(8_275, (ulong)seed));
        var later = Text(SyntheticExtract.Create(8_275, (ulong)seed, Later, withTitle: true));

        Assert.StartsWith($"\"{StatisticWording.Synthetic}\"\n{published}", later, StringComparison.Ordinal);
        var years = Lines(later).Skip(8_275).CountBy(line => line[4..8]).OrderBy(year => year.Key).ToList();
        Assert.Equal(["2023", "2024", "2025", "2026", "2027"], years.Select(year => year.Key));
        Assert.All(years.Take(4), year => Assert.Equal(1_400, year.Value));
        Assert.InRange(years[4].Value, 60, 180);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Extract_ThatGoesOn_RecordsTcoFromItsDay_AndImportsWithFewDisagreementsAndNoError(int seed)
    {
        using var database = new ScrDatabase();
        var extract = SyntheticExtract.Create(8_275, (ulong)seed, Later, withTitle: true);
        var lines = Lines(Text(extract));
        extract.Position = 0;

        var imported = (await database.PublishAsync(extract, Later)).Value;

        Assert.Empty(imported.Errors);
        Assert.All(
            lines,
            line =>
                Assert.Equal(
                    ApprovedOn(line) >= ScrRules.TcoMandatorySince,
                    line.Contains(",Yes,SAC ", StringComparison.Ordinal)
                        || line.Contains(",No,SAC ", StringComparison.Ordinal)
                )
        );
        Assert.Equal(
            [ProblemCodes.CaseDisagrees, ProblemCodes.NoEarlierInitialInvestigation],
            imported.Warnings.Select(warning => warning.Code).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.InRange(imported.Warnings.Count(warning => warning.Code == ProblemCodes.CaseDisagrees), 8, 60);
        var recorded = (await database.AskAsync(ScrDatabase.Ask(null, 2024, 2026, Measure.Approved))).Total;
        Assert.Equal(0, recorded.TcoNotRecorded);
        Assert.InRange(recorded.TcoYes * 100 / recorded.Scrs, 45, 57);
    }

    [Theory]
    [InlineData("2023-03-31", "2023-04-01")]
    [InlineData("2025-09-30", "2025-10-01")]
    [InlineData("2026-09-30", "2026-10-31")]
    public void Extract_WithALaterLastDay_OnlyAddsRecords(string earlier, string later)
    {
        var first = Text(SyntheticExtract.Create(8_275, 1, Day(earlier)));

        Assert.StartsWith(first, Text(SyntheticExtract.Create(8_275, 1, Day(later))), StringComparison.Ordinal);

        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void LaterQuality_SaysThatItIsSynthetic_AndFromWhenTcoInvolvementIsRecorded()
    {
        Assert.True(SyntheticExtract.LaterQuality.AreComplete);
        Assert.Contains("invented", SyntheticExtract.LaterQuality.Verification, StringComparison.Ordinal);
        Assert.Contains("July 18, 2023", SyntheticExtract.LaterQuality.Limitations, StringComparison.Ordinal);
    }

    /// <summary>The only field of ten characters with two dashes.</summary>
    private static DateOnly ApprovedOn(string line) =>
        DateOnly.ParseExact(
            line.Split(',').Single(field => field.Length == 10 && field.Count('-') == 2),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );

    private static DateOnly Later { get; } = new(2026, 10, 31);

    private static string Text(MemoryStream extract) => Encoding.UTF8.GetString(extract.ToArray());

    /// <summary>Without title and header.</summary>
    private static List<string> Lines(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith("SCR-", StringComparison.Ordinal))];

    [Fact]
    public void Extract_FromAnotherSeed_IsAnotherFile() =>
        Assert.NotEqual(SyntheticExtract.Create(8_275, 1).ToArray(), SyntheticExtract.Create(8_275, 2).ToArray());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(1_000)]
    [InlineData(20_000)]
    public async Task Extract_OfAnotherSize_HasThatManyRecordsAndImportsWithoutAnError(int scrs)
    {
        using var database = new ScrDatabase();

        var imported = (await database.PublishAsync(SyntheticExtract.Create(scrs, 5), SyntheticExtract.AsOf)).Value;

        Assert.Equal((scrs, scrs), (imported.Rows, imported.Records));
        Assert.Empty(imported.Errors);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SyntheticExtract.MaximumScrs + 1)]
    public void Extract_OfAnImpossibleSize_IsAnError(int scrs) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticExtract.Create(scrs, 1));

    [Fact]
    public void QualityStatements_AreCompleteAndSayThatTheRecordsAreInvented()
    {
        Assert.True(SyntheticExtract.Quality.AreComplete);
        Assert.Contains("invented", SyntheticExtract.Quality.Verification, StringComparison.Ordinal);
    }

    private static List<Scr> Read(int scrs, int seed)
    {
        using var reader = new StreamReader(SyntheticExtract.Create(scrs, (ulong)seed));
        Assert.Equal(
            "SCR Number,Case Number,SCR Type,Category,Subcategory,Approved Date,TCO Involvement,Association of Individuals,Crosses International Borders,Office",
            reader.ReadLine()
        );
        var read = new List<Scr>();
        while (reader.ReadLine() is { } line)
        {
            // Quoted names hold commas: read from the outside in.
            var start = line.Split(',', 4);
            var (category, rest) = start[3].StartsWith('"')
                ? (start[3][1..start[3].IndexOf('"', 1)], start[3][(start[3].IndexOf('"', 1) + 2)..])
                : (start[3].Split(',')[0], start[3].Split(',', 2)[1]);
            var fields = rest.Split(',');
            Assert.Equal((6, "", "", ""), (fields.Length, fields[2], fields[3], fields[4]));
            var on = DateOnly.ParseExact(fields[1], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            read.Add(new Scr(start[0], start[1], start[2], category, fields[0], on));
        }

        return read;
    }
}
