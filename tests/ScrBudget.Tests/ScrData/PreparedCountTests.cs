using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>Whatever the records, the prepared counts answer every range of years as a plain count of the records does.</summary>
public sealed class PreparedCountTests
{
    private static readonly string[] Categories = ["TCAC", "CYB"];
    private static readonly string[] Subcategories = ["", "one", "two"];

    private static readonly Gen<ScrRecord> Record =
        from caseNumber in Gen.Choose(1, 6)
        from type in Gen.Elements(Enum.GetValues<ScrType>())
        from category in Gen.Elements(Categories)
        from subcategory in Gen.Elements(Subcategories)
        from tco in Gen.Elements(Enum.GetValues<TcoInvolvement>())
        from day in Gen.Choose(0, 5 * 365)
        select new ScrRecord
        {
            SnapshotNumber = 1,
            Row = 2,
            ScrNumber = "SCR-1",
            CaseNumber = $"C-{caseNumber}",
            Type = type,
            CategoryCode = category,
            Subcategory = subcategory,
            ApprovedOn = new FiscalYear(2018).FirstDay.AddDays(day),
            TcoInvolvement = tco,
            RecordedTco = tco,
            Office = "",
        };

    private static readonly (int First, int Last)[] Ranges =
    [
        .. from first in Enumerable.Range(2018, 6)
        from last in Enumerable.Range(first, 2024 - first)
        select (first, last),
    ];

    private static Arbitrary<ScrRecord[]> Records => Record.ArrayOf().ToArbitrary();

    [Property(MaxTest = 30)]
    public Property EveryRangeOfYears_IsCountedAsThePlainRecordsAre() =>
        Prop.ForAll(
            Records,
            records =>
            {
                var counts = Prepare(records).Counts(1, 0).ToList();
                foreach (var query in Queries())
                {
                    Assert.Equal(Plain(records, query), Prepared(counts, query));
                }
            }
        );

    [Property(MaxTest = 30)]
    public Property SmallerCounts_AddUpToLargerOnes_ButCasesNeverExceedTheirSum() =>
        Prop.ForAll(
            Records,
            records =>
            {
                var counts = Prepare(records).Counts(1, 0).ToList();
                var all = Prepared(counts, Query(null, null, Measure.Approved));
                var byCategory = Categories
                    .Select(category => Prepared(counts, Query(category, null, Measure.Approved)))
                    .ToList();
                var byType = ((Measure[])[Measure.Initial, Measure.Disruptions, Measure.Dismantlements])
                    .Select(measure => Prepared(counts, Query(null, null, measure)))
                    .ToList();

                Assert.Equal(records.Length, all.Scrs);
                Assert.Equal(all.Scrs, byCategory.Sum(one => one.Scrs));
                Assert.Equal(all.Scrs, byType.Sum(one => one.Scrs));
                Assert.Equal(all.Scrs, all.TcoYes + all.TcoNo + all.TcoNotRecorded);
                Assert.True(all.Cases <= byCategory.Sum(one => one.Cases));
                Assert.True(all.Cases <= byType.Sum(one => one.Cases));
            }
        );

    [Property(MaxTest = 30)]
    public Property OpenCases_AreThoseOpenedAndNotDismantledByTheEndOfTheYear() =>
        Prop.ForAll(
            Records,
            records =>
            {
                foreach (var open in Prepare(records).OpenCases(1, 0))
                {
                    var end = new FiscalYear(open.FiscalYear).LastDay;
                    var plain = records
                        .GroupBy(record => record.CaseNumber)
                        .Count(one =>
                            one.Any(record => record.Type == ScrType.InitialInvestigation && record.ApprovedOn <= end)
                            && !one.Any(record => record.Type == ScrType.Dismantlement && record.ApprovedOn <= end)
                        );
                    Assert.Equal(plain, open.Cases);
                }
            }
        );

    [Fact]
    public void DistinctCases_OfTwoYears_DoNotAddUp()
    {
        var records = Record.Sample(1, 1).SelectMany(one => (ScrRecord[])[In(one, 2019), In(one, 2020)]).ToArray();

        var counts = Prepare(records).Counts(1, 0).ToList();

        var both = Prepared(counts, Query(null, null, Measure.Approved));
        Assert.Equal((2, 1), (both.Scrs, both.Cases));
    }

    private static ScrRecord In(ScrRecord record, int year) =>
        new()
        {
            SnapshotNumber = 1,
            Row = 2,
            ScrNumber = "SCR-1",
            CaseNumber = record.CaseNumber,
            Type = record.Type,
            CategoryCode = record.CategoryCode,
            Subcategory = record.Subcategory,
            ApprovedOn = new FiscalYear(year).LastDay,
            TcoInvolvement = record.TcoInvolvement,
            RecordedTco = record.RecordedTco,
            Office = "",
        };

    private static CountPreparation Prepare(ScrRecord[] records)
    {
        var preparation = new CountPreparation();
        foreach (var ofCase in records.GroupBy(record => record.CaseNumber))
        {
            preparation.Add([.. ofCase]);
        }

        return preparation;
    }

    private static IEnumerable<StatisticQuery> Queries() =>
        from category in Categories.Append(null)
        from subcategory in category is null ? (string?[])[null] : [null, "one"]
        from range in Ranges
        from measure in Enum.GetValues<Measure>()
        from tco in Enum.GetValues<TcoFilter>()
        select new StatisticQuery(
            category,
            subcategory,
            new FiscalYear(range.First),
            new FiscalYear(range.Last),
            measure,
            tco
        );

    private static StatisticQuery Query(string? category, string? subcategory, Measure measure) =>
        new(category, subcategory, new FiscalYear(2018), new FiscalYear(2023), measure);

    private static ScrCounts Prepared(List<PreparedCount> counts, StatisticQuery query) =>
        new PreparedCounts(
            counts.FindAll(count =>
                count.CategoryCode == (query.CategoryCode ?? PreparedCount.All)
                && count.Subcategory == (query.Subcategory ?? PreparedCount.All)
                && count.Measure == query.Measure
            )
        ).Of(query.FirstYear, query.LastYear, query.Tco);

    private static ScrCounts Plain(ScrRecord[] records, StatisticQuery query)
    {
        var counted = records.Where(record => Matches(record, query)).ToList();
        return new ScrCounts(
            counted.Count,
            counted.Select(record => record.CaseNumber).Distinct().Count(),
            counted.Count(record => record.TcoInvolvement == TcoInvolvement.Yes),
            counted.Count(record => record.TcoInvolvement == TcoInvolvement.No),
            counted.Count(record => record.TcoInvolvement == TcoInvolvement.NotRecorded)
        );
    }

    private static bool Matches(ScrRecord record, StatisticQuery query) =>
        (query.CategoryCode is null || record.CategoryCode == query.CategoryCode)
        && (query.Subcategory is null || record.Subcategory == query.Subcategory)
        && record.FiscalYear >= query.FirstYear.Year
        && record.FiscalYear <= query.LastYear.Year
        && query.Measure switch
        {
            Measure.Results => record.Type != ScrType.InitialInvestigation,
            Measure.Disruptions => record.Type == ScrType.Disruption,
            Measure.Dismantlements => record.Type == ScrType.Dismantlement,
            Measure.Initial => record.Type == ScrType.InitialInvestigation,
            _ => true,
        }
        && query.Tco switch
        {
            TcoFilter.Yes => record.TcoInvolvement == TcoInvolvement.Yes,
            TcoFilter.No => record.TcoInvolvement == TcoInvolvement.No,
            TcoFilter.NotRecorded => record.TcoInvolvement == TcoInvolvement.NotRecorded,
            _ => true,
        };
}
