using ScrBudget.Documents;

namespace ScrBudget.Documents.Tests.Word;

/// <summary>The cost of the sample request, worded as the exhibit prints it.</summary>
internal static class SampleCosts
{
    public static CostTables Tables() =>
        new(
            ["FY 2029", "FY 2030", "FY 2031", "FY 2032", "FY 2033"],
            [
                new("Positions", ["16", "16", "16", "16", "16"], IsTotal: false),
                new("FTE", ["8", "16", "16", "16", "16"], IsTotal: false),
                new("Pay", ["1,420", "2,840", "2,840", "2,840", "2,840"], IsTotal: false),
                new("Non-pay", ["1,580", "900", "900", "900", "900"], IsTotal: false),
                new("Total", ["3,000", "3,740", "3,740", "3,740", "3,740"], IsTotal: true),
            ],
            [
                new("Victim assistance specialist", "178", "89", "13", "6", "1,157", "1,157", "0", IsTotal: false),
                new("Forensic interview specialist", "175", "88", "3", "2", "263", "263", "0", IsTotal: false),
                new("Total", "", "", "16", "8", "1,420", "1,420", "0", IsTotal: true),
            ],
            [
                new("Interview rooms", "32 Land and structures", "170", "4", "680", "(680)", "0", IsTotal: false),
                new("Training and travel", "21 Travel", "900", "1", "900", "0", "0", IsTotal: false),
                new("Total", "", "", "", "1,580", "(680)", "0", IsTotal: true),
            ],
            ["Training and travel, FY 2030: 900 entered instead of 880, because two courses moved from FY 2029."]
        );

    public static IReadOnlyList<CostRow> NoSummary() => [new("Total", ["0", "0", "0", "0", "0"], IsTotal: true)];
}
