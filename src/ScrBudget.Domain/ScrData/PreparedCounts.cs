using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData;

/// <summary>The prepared counts of one subject and measure, by TCO filter: from them every range of years is answered.</summary>
/// <param name="counts">Of one snapshot, edition, category, subcategory and measure.</param>
public sealed class PreparedCounts(IReadOnlyList<PreparedCount> counts)
{
    /// <summary>The whole range: cases are counted once, in whichever years they have records.</summary>
    public ScrCounts Of(FiscalYear first, FiscalYear last, TcoFilter tco)
    {
        var inYears = counts.Where(count => count.FiscalYear >= first.Year && count.FiscalYear <= last.Year).ToList();
        return new ScrCounts(
            Scrs(inYears, tco),
            inYears.Where(count => count.Tco == tco && count.PreviousYear < first.Year).Sum(count => count.Cases),
            Part(TcoFilter.Yes),
            Part(TcoFilter.No),
            Part(TcoFilter.NotRecorded)
        );

        int Part(TcoFilter part) => tco == TcoFilter.All || tco == part ? Scrs(inYears, part) : 0;
    }

    /// <summary>Each year of the range that has records.</summary>
    public IReadOnlyDictionary<int, ScrCounts> ByYear(FiscalYear first, FiscalYear last, TcoFilter tco) =>
        counts
            .Select(count => count.FiscalYear)
            .Where(year => year >= first.Year && year <= last.Year)
            .Distinct()
            .ToDictionary(year => year, year => Of(new FiscalYear(year), new FiscalYear(year), tco));

    private static int Scrs(List<PreparedCount> inYears, TcoFilter tco) =>
        inYears.Where(count => count.Tco == tco).Sum(count => count.Scrs);
}
