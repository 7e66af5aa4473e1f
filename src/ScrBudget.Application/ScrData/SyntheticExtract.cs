using System.Globalization;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>
/// Invents an extract for FY 2017–2022 from a seed, in the form that <see cref="ImportScrExtract"/> reads. The same seed
/// and size give the same bytes everywhere. TCO involvement is never recorded: in those years the box did not exist.
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

    /// <summary>As the trail and the screens name the file: <c>synthetic-8275-seed-1.csv</c>.</summary>
    public static string FileName(int scrs, ulong seed) =>
        string.Create(CultureInfo.InvariantCulture, $"synthetic-{scrs}-seed-{seed}.csv");

    /// <summary>Writes CSV; does not close the writer, whose new line should be <c>\n</c> for equal bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to <see cref="MaximumScrs"/> SCRs.</exception>
    public static void Write(TextWriter writer, int scrs, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scrs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scrs, MaximumScrs);
        writer.Write(string.Join(',', ExtractColumns.Written.Select(column => column.Name())));
        writer.Write('\n');
        var names = ScrCategories.Initial().ToDictionary(category => category.Code, category => Quoted(category.Name));
        var number = 0;
        foreach (var scr in new SyntheticCases(SyntheticMargins.Scaled(scrs), new SeededRandom(seed)).Scrs())
        {
            number++;
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"SCR-{FiscalYear.Of(scr.ApprovedOn).Year}-{number:D5},C-{scr.CaseNumber},{TypeName(scr.Type)},{names[scr.CategoryCode]},{Quoted(scr.Subcategory)},{scr.ApprovedOn:yyyy-MM-dd},,,,{scr.Office}\n"
                )
            );
        }
    }

    /// <summary>The extract as a file in memory: UTF-8 without a mark.</summary>
    public static MemoryStream Create(int scrs, ulong seed)
    {
        var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, leaveOpen: true))
        {
            Write(writer, scrs, seed);
        }

        stream.Position = 0;
        return stream;
    }

    private static string TypeName(ScrType type) =>
        type == ScrType.InitialInvestigation ? "Initial Investigation" : type.ToString();

    private static string Quoted(string text) => text.Contains(',') ? $"\"{text}\"" : text;
}
