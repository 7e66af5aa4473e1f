using System.Globalization;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>
/// Invents an extract from a seed, FY 2017–2022 and as far beyond as it is asked, in the form that
/// <see cref="ImportScrExtract"/> reads. The same seed, size and last day give the same bytes everywhere, and an extract
/// that goes on begins with the same records as one that does not. TCO involvement is recorded from
/// <see cref="ScrRules.TcoMandatorySince"/> on.
/// </summary>
public static class SyntheticExtract
{
    /// <summary>The published number of SCRs: the size at which the published margins are exact.</summary>
    public const int PublishedScrs = SyntheticMargins.PublishedScrs;

    /// <summary>More than any trial needs.</summary>
    public const int MaximumScrs = 5_000_000;

    /// <summary>The seed of the demo.</summary>
    public const ulong DemoSeed = 1;

    /// <summary>The day on which the invented extract would have been exported.</summary>
    public static DateOnly AsOf { get; } = new(2022, 10, 31);

    /// <summary>What stands with a published synthetic snapshot.</summary>
    public static QualityStatements Quality => SyntheticMargins.Quality;

    /// <summary>The same for an extract that goes on after FY 2022.</summary>
    public static QualityStatements LaterQuality => SyntheticMargins.LaterQuality;

    /// <summary>The last day of the fiscal years that the report covers.</summary>
    public static DateOnly PublishedThrough { get; } = new FiscalYear(SyntheticMargins.LastFiscalYear).LastDay;

    /// <summary>As the trail and the screens name the file: <c>synthetic-8275-seed-1.csv</c>.</summary>
    public static string FileName(int scrs, ulong seed) =>
        string.Create(CultureInfo.InvariantCulture, $"synthetic-{scrs}-seed-{seed}.csv");

    /// <summary>Writes CSV; does not close the writer, whose new line should be <c>\n</c> for equal bytes.</summary>
    /// <param name="scrs">SCRs of FY 2017 to 2022; later years follow in proportion.</param>
    /// <param name="through">The last day of approval; null, or any day before it, for <see cref="PublishedThrough"/>.</param>
    /// <param name="withTitle">A line above the header says that the data are synthetic; the import recognises it.</param>
    /// <returns>SCRs written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to <see cref="MaximumScrs"/> SCRs.</exception>
    public static int Write(TextWriter writer, int scrs, ulong seed, DateOnly? through = null, bool withTitle = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scrs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scrs, MaximumScrs);
        if (withTitle)
        {
            writer.Write($"{Quoted(StatisticWording.Synthetic)}\n");
        }

        writer.Write(string.Join(',', ExtractColumns.Written.Select(column => column.Name())));
        writer.Write('\n');
        var names = ScrCategories.Initial().ToDictionary(category => category.Code, category => Quoted(category.Name));
        var number = 0;
        var cases = new SyntheticCases(SyntheticMargins.Scaled(scrs), new SeededRandom(seed));
        foreach (var scr in cases.Scrs().Concat(cases.Later(through ?? PublishedThrough)))
        {
            number++;
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"SCR-{FiscalYear.Of(scr.ApprovedOn).Year}-{number:D5},C-{scr.CaseNumber},{TypeName(scr.Type)},{names[scr.CategoryCode]},{Quoted(scr.Subcategory)},{scr.ApprovedOn:yyyy-MM-dd},{Box(scr.Tco)},{scr.Office}\n"
                )
            );
        }

        return number;
    }

    /// <summary>The extract as a file in memory: UTF-8 without a mark.</summary>
    public static MemoryStream Create(int scrs, ulong seed, DateOnly? through = null, bool withTitle = false)
    {
        var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, leaveOpen: true))
        {
            Write(writer, scrs, seed, through, withTitle);
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>The box and its two tests: <c>Yes,Yes,Yes</c>; two commas where the box did not exist.</summary>
    private static string Box(SyntheticTco? tco) =>
        tco is { } box ? $"{Word(box.Involved)},{Word(box.Association)},{Word(box.CrossesBorders)}" : ",,";

    private static string Word(bool yes) => yes ? "Yes" : "No";

    private static string TypeName(ScrType type) =>
        type == ScrType.InitialInvestigation ? "Initial Investigation" : type.ToString();

    private static string Quoted(string text) => text.Contains(',') ? $"\"{text}\"" : text;
}
