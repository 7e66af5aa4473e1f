using System.Globalization;
using System.Text;
using nietras.SeparatedValues;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Application.ScrData.Sampling;

/// <summary>The drawn cases with seed and method in title lines, so that a third person can draw them again.</summary>
public static class DrawnListCsv
{
    private const string FormulaStarts = "=+-@";

    private static readonly string[] Header =
    [
        "Order",
        "Case number",
        "Category of earliest SCR",
        "SHA-256 of seed|case number",
        "Approved SCRs",
        "Status",
    ];

    /// <returns>UTF-8 with a byte order mark, which spreadsheets need.</returns>
    public static byte[] Write(SampleReading reading)
    {
        var titles = Lines([.. Titles(reading).Select(title => (string[])[title])]);
        var rows = Lines([Header, .. reading.Cases.Select(one => Row(reading, one))]);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(titles + rows)];
    }

    private static IEnumerable<string> Titles(SampleReading reading)
    {
        var sample = reading.Sample;
        yield return Text($"Sample {sample.Number}: {sample.Name}");
        yield return StatisticWording.Source(reading.Snapshot);
        if (reading.Snapshot.IsSynthetic)
        {
            yield return StatisticWording.Synthetic;
        }

        yield return Text(
            $"{sample.Size} of {sample.Population} cases with approved SCRs, {StatisticWording.Years(sample.FirstYear, sample.LastYear)}; {(sample.IsStratified ? "stratified by category" : "simple random sample")}"
        );
        yield return $"Seed: {sample.Seed}";
        yield return $"Method: {sample.Method}";
    }

    private static string[] Row(SampleReading reading, SampledCase one) =>
        [
            one.Order.ToString(CultureInfo.InvariantCulture),
            Harmless(one.CaseNumber),
            reading.CategoryName(one.CategoryCode),
            SampleDraw.Key(reading.Sample.Seed, one.CaseNumber),
            Harmless(string.Join("; ", one.Scrs.Select(scr => scr.ScrNumber))),
            SampleWording.Status(one.Status),
        ];

    /// <summary>A spreadsheet computes what begins like a formula.</summary>
    private static string Harmless(string text) =>
        text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;

    private static string Lines(IReadOnlyList<string[]> lines)
    {
        using var writer = Sep.New(',').Writer(options => options with { WriteHeader = false, Escape = true }).ToText();
        foreach (var cells in lines)
        {
            using var row = writer.NewRow();
            for (var column = 0; column < cells.Length; column++)
            {
                row[column].Set(cells[column]);
            }
        }

        return writer.ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
