using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.TestSupport;

/// <summary>Snapshots for rules that need one and no records.</summary>
public static class TestSnapshots
{
    public static QualityStatements Quality { get; } =
        new("checked", "case system", "exact", "none known", "none needed");

    /// <summary>Snapshot 1: FY 2017 to 2022, extracted on October 31, 2022, not yet citable.</summary>
    public static Snapshot Candidate() =>
        Snapshot.Import(
            1,
            new DateOnly(2022, 10, 31),
            isSynthetic: true,
            "extract.csv",
            new string('0', 64),
            new SnapshotContent(8275, 5016, new FiscalYear(2017), new FiscalYear(2022), new string('1', 64)),
            "steward",
            TestClock.StartUtc
        );

    /// <summary>The same, published.</summary>
    public static Snapshot Published()
    {
        var snapshot = Candidate();
        _ = snapshot.Publish(Quality, "steward", TestClock.StartUtc);
        return snapshot;
    }

    /// <summary>Results of the five years before FY 2022.</summary>
    public static StatisticQuery Query(string category = "TCAC") =>
        new(category, null, new FiscalYear(2017), new FiscalYear(2021));
}
