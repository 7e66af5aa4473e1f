using System.Globalization;
using ScrBudget.Documents;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Application.ScrData.Sampling;

/// <summary>The drawn cases with seed and method above them, so that a third person can draw them again.</summary>
public static class DrawnList
{
    private static readonly SheetColumn[] Columns =
    [
        new("Order", SheetColumnKind.WholeNumber),
        new("Case number"),
        new("Category of earliest SCR"),
        new("SHA-256 of seed|case number"),
        new("Approved SCRs"),
        new("Status"),
    ];

    public static DataSheet Of(SampleReading reading)
    {
        var sample = reading.Sample;
        return new DataSheet(
            Text($"Sample {sample.Number}: {sample.Name}"),
            [
                StatisticWording.Source(reading.Snapshot),
                .. reading.Snapshot.IsSynthetic ? [StatisticWording.Synthetic] : Array.Empty<string>(),
                Text(
                    $"{sample.Size} of {sample.Population} cases with approved SCRs, {StatisticWording.Years(sample.FirstYear, sample.LastYear)}; {(sample.IsStratified ? "stratified by category" : "simple random sample")}"
                ),
                $"Seed: {sample.Seed}",
                $"Method: {sample.Method}",
            ],
            Columns,
            reading.Cases.Select(one => Row(reading, one)).ToAsyncEnumerable()
        );
    }

    private static IReadOnlyList<SheetCell> Row(SampleReading reading, SampledCase one) =>
        [
            one.Order,
            one.CaseNumber,
            reading.CategoryName(one.CategoryCode),
            SampleDraw.Key(reading.Sample.Seed, one.CaseNumber),
            string.Join("; ", one.Scrs.Select(scr => scr.ScrNumber)),
            SampleWording.Status(one.Status),
        ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
