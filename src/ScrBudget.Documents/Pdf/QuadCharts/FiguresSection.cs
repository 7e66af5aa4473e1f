using ScrBudget.Documents.Pdf.Flow;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.QuadCharts;

/// <summary>The figures cited, as a table with what is counted, the caveats and the sources once beneath it.</summary>
internal static class FiguresSection
{
    /// <summary>How the reports of characters name these texts.</summary>
    public const string Place = "SCR data";
    private const string YearPrefix = "FY ";
    private const double YearsWidth = 68;
    private const double ReportsWidth = 46;
    private const double CasesWidth = 40;

    /// <summary>No blocks when nothing is cited.</summary>
    public static IReadOnlyList<FlowBlock> Of(CitedFigures figures, double width, UnprintableLog log)
    {
        if (figures.Items.Count == 0)
        {
            return [];
        }

        var measures = figures.Items.Select(figure => figure.Measure).Distinct(StringComparer.Ordinal).ToList();
        var table = TableBlock.Of(
            [
                new TableColumn("SCR data cited", width - YearsWidth - ReportsWidth - CasesWidth, AlignRight: false),
                new TableColumn("Fiscal years", YearsWidth, AlignRight: false),
                new TableColumn("Reports", ReportsWidth, AlignRight: true),
                new TableColumn("Cases", CasesWidth, AlignRight: true),
            ],
            [.. figures.Items.Select(figure => Row(figure, namesMeasure: measures.Count > 1))],
            Styles.ParagraphSpace + 2,
            Place,
            log
        );
        IEnumerable<string> notes = [.. figures.Caveats, .. figures.Sources];
        if (measures.Count == 1)
        {
            notes = notes.Prepend($"Counted: {measures[0]}.");
        }

        var beneath = new TextBlocks(width, Place, log).Paragraph(
            string.Join(' ', notes),
            Styles.Small,
            Styles.ParagraphSpace
        );
        return [table, beneath];
    }

    private static TableRow Row(CitedFigure figure, bool namesMeasure) =>
        new([
            namesMeasure ? $"{figure.Category} · {figure.Measure}" : figure.Category,
            // The column's heading says that the years are fiscal.
            figure.Years.StartsWith(YearPrefix, StringComparison.Ordinal)
                ? figure.Years[YearPrefix.Length..]
                : figure.Years,
            figure.Reports,
            figure.Cases,
        ]);
}
