using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData;

/// <summary>SCRs and distinct cases, and how the SCRs divide by TCO involvement. Distinct cases never add up over years.</summary>
public sealed record ScrCounts(int Scrs, int Cases, int TcoYes, int TcoNo, int TcoNotRecorded)
{
    public static ScrCounts None { get; } = new(0, 0, 0, 0, 0);
}

/// <summary>
/// The answer to a <see cref="StatisticQuery"/> from one snapshot. Its numbers are exact; what may be shown of them is
/// decided here too, so that no rendering shows more than another.
/// </summary>
public sealed class Statistic
{
    /// <summary>Numbers below this are not printed (domain.md section 5).</summary>
    public const int DefaultSmallNumber = 5;

    private readonly Dictionary<int, ScrCounts> byYear;
    private readonly HashSet<int> hiddenScrYears;
    private readonly HashSet<int> hiddenCaseYears;

    public Statistic(
        StatisticQuery query,
        Snapshot snapshot,
        ScrCounts total,
        IReadOnlyDictionary<int, ScrCounts> byYear,
        int smallNumber = DefaultSmallNumber,
        ScrCounts? whateverTco = null,
        int edition = 0
    )
    {
        Edition = edition;
        Query = query;
        Snapshot = snapshot;
        Total = total;
        SmallNumber = smallNumber;
        WhateverTco = whateverTco ?? total;
        this.byYear = query
            .Years.Where(snapshot.Covers)
            .ToDictionary(year => year.Year, year => byYear.GetValueOrDefault(year.Year, ScrCounts.None));
        hiddenScrYears = Hidden(counts => counts.Scrs, addsUp: true);
        hiddenCaseYears = Hidden(counts => counts.Cases, addsUp: false);
    }

    public StatisticQuery Query { get; }

    public Snapshot Snapshot { get; }

    /// <summary>The validated edition that was counted; 0 is the snapshot as published.</summary>
    public int Edition { get; }

    /// <summary>Its own query: distinct cases of all years together.</summary>
    public ScrCounts Total { get; }

    public int SmallNumber { get; }

    /// <summary>The same without the limit on TCO involvement; <see cref="Total"/> where there is none.</summary>
    public ScrCounts WhateverTco { get; }

    /// <summary>The covered years of the query, in order; a year that the snapshot does not cover is absent, never 0.</summary>
    public IReadOnlyList<FiscalYear> CoveredYears => [.. byYear.Keys.Order().Select(year => new FiscalYear(year))];

    /// <summary>Null when the number is too small to show.</summary>
    public int? Scrs => IsSmall(Total.Scrs) ? null : Total.Scrs;

    /// <summary>Null when the number is too small to show.</summary>
    public int? Cases => IsSmall(Total.Cases) ? null : Total.Cases;

    /// <summary>A covered year's exact counts: to compute with; what may be shown of them, the other members say.</summary>
    public ScrCounts ExactIn(FiscalYear year) => byYear[year.Year];

    /// <summary>Null when the number is too small to show, or another would follow from it by subtraction.</summary>
    public int? ScrsIn(FiscalYear year) => hiddenScrYears.Contains(year.Year) ? null : byYear[year.Year].Scrs;

    /// <summary>Null when the number is too small to show.</summary>
    public int? CasesIn(FiscalYear year) => hiddenCaseYears.Contains(year.Year) ? null : byYear[year.Year].Cases;

    /// <summary>Is this year's number itself too small, or only not shown because another would follow from it?</summary>
    public bool IsSmallIn(FiscalYear year) => IsSmall(byYear[year.Year].Scrs);

    public bool IsSmall(int number) => number < SmallNumber;

    /// <summary>
    /// Years whose number is not shown. Where the numbers add up to a total that is shown and subtraction would give the
    /// hidden ones away (there is one alone, or all of them must be 0, or all as large as a small number can be), the
    /// next smallest goes too.
    /// </summary>
    private HashSet<int> Hidden(Func<ScrCounts, int> number, bool addsUp)
    {
        var hidden = byYear.Where(year => IsSmall(number(year.Value))).Select(year => year.Key).ToHashSet();
        if (!addsUp || hidden.Count == 0 || hidden.Count == byYear.Count || IsSmall(number(Total)))
        {
            return hidden;
        }

        var together = hidden.Sum(year => number(byYear[year]));
        if (hidden.Count == 1 || together == 0 || together == hidden.Count * (SmallNumber - 1))
        {
            hidden.Add(
                byYear
                    .Where(year => !hidden.Contains(year.Key))
                    .OrderBy(year => number(year.Value))
                    .ThenBy(year => year.Key)
                    .First()
                    .Key
            );
        }

        return hidden;
    }
}
