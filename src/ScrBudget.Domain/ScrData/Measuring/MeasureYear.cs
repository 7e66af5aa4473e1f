using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData.Measuring;

/// <summary>Which disruptions and dismantlements are taken for results against TCOs.</summary>
public enum MeasureWay
{
    /// <summary>All approved ones, whatever their TCO involvement: how the published measure counts.</summary>
    AsApproved,

    /// <summary>Those marked TCO involvement: yes.</summary>
    TcoYes,

    /// <summary>From those marked yes to those marked yes or not recorded.</summary>
    TcoRange,
}

/// <summary>A computed value, or why there is none. From and to differ for a range.</summary>
/// <param name="From">Percent with one decimal, or a count; null where none is shown.</param>
/// <param name="WhyNot">In words, where none is shown.</param>
public sealed record MeasureValue(MeasureUnit Unit, decimal? From, decimal? To, string? WhyNot)
{
    internal static MeasureValue Not(MeasureUnit unit, string why) => new(unit, null, null, why);
}

/// <summary>The measure of one fiscal year, computed from a snapshot three ways, in the unit that the year publishes.</summary>
public sealed class MeasureYear
{
    private readonly ScrCounts? results;
    private readonly int smallNumber;

    /// <param name="results">Disruptions and dismantlements of the year; null where the snapshot does not cover it.</param>
    /// <param name="baseCases">What a percentage is divided by; null where the chosen denominator has nothing for the year.</param>
    public MeasureYear(
        FiscalYear year,
        ScrCounts? results,
        int? baseCases,
        bool isComplete,
        int smallNumber = Statistic.DefaultSmallNumber
    )
    {
        Year = year;
        this.results = results;
        this.smallNumber = smallNumber;
        Base = PerformanceMeasure.UnitOf(year) == MeasureUnit.Percent ? baseCases : null;
        IsComplete = isComplete;
    }

    public FiscalYear Year { get; }

    public MeasureUnit Unit => PerformanceMeasure.UnitOf(Year);

    /// <summary>Is the year over on the as-of date?</summary>
    public bool IsComplete { get; }

    /// <summary>What the percentage is divided by; null for a count.</summary>
    public int? Base { get; }

    public MeasureValue Value(MeasureWay way)
    {
        if (results is not { } counts)
        {
            return MeasureValue.Not(Unit, "no data");
        }

        if (way == MeasureWay.AsApproved)
        {
            return Shown(counts.Scrs, counts.Scrs);
        }

        if (counts.TcoYes + counts.TcoNo == 0 && way == MeasureWay.TcoYes)
        {
            return MeasureValue.Not(Unit, "not recorded");
        }

        // The parts add up to a total that is shown: where one is hidden all are.
        if (new[] { counts.TcoYes, counts.TcoNo, counts.TcoNotRecorded }.Any(part => part > 0 && part < smallNumber))
        {
            return MeasureValue.Not(Unit, $"not shown: a part is fewer than {smallNumber}");
        }

        return Shown(counts.TcoYes, way == MeasureWay.TcoRange ? counts.TcoYes + counts.TcoNotRecorded : counts.TcoYes);
    }

    private MeasureValue Shown(int from, int to)
    {
        if (Unit == MeasureUnit.Count)
        {
            return to < smallNumber
                ? MeasureValue.Not(Unit, $"fewer than {smallNumber}")
                : new MeasureValue(Unit, from, to, null);
        }

        if (Base is not { } divisor)
        {
            return MeasureValue.Not(Unit, "no denominator");
        }

        return divisor < PerformanceMeasure.SmallestBase
            ? MeasureValue.Not(Unit, $"not shown: the base is under {PerformanceMeasure.SmallestBase}")
            : new MeasureValue(Unit, Percent(from, divisor), Percent(to, divisor), null);
    }

    /// <summary>One decimal, half up.</summary>
    private static decimal Percent(int part, int whole) =>
        Math.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero);
}
