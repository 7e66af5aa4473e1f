using ScrBudget.Documents.Pdf.Flow;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.QuadCharts;

/// <summary>The Cost quadrant: the plan over its years, and what the budget year pays for where room is left.</summary>
internal static class CostSection
{
    private const string Place = nameof(Quadrant.Cost);
    private const double NumberWidth = 56;
    private const double AmountWidth = 62;

    public static QuadrantContent Of(CostTables cost, double width, UnprintableLog log)
    {
        var text = new TextBlocks(width, Place, log);
        if (cost.Summary.Count == 0)
        {
            return new QuadrantContent(Quadrant.Cost, [], [text.Paragraph(Wording.NoResponse, Styles.NoResponse)]);
        }

        return new QuadrantContent(
            Quadrant.Cost,
            [],
            [
                Summary(cost, width, log),
                .. cost.Overrides.Select(sentence => text.Paragraph(sentence, Styles.Small, Styles.ParagraphSpace)),
            ],
            Details: Details(cost, width, log)
        );
    }

    private static TableBlock Summary(CostTables cost, double width, UnprintableLog log)
    {
        var years = Math.Max(cost.Years.Count, 1);
        var label = Math.Max(width * 0.3, width - (years * width * 0.15));
        var year = (width - label) / years;
        return TableBlock.Of(
            [
                new TableColumn("Dollars in thousands", label, AlignRight: false),
                .. cost.Years.Select(heading => new TableColumn(heading, year, AlignRight: true)),
            ],
            [.. cost.Summary.Select(row => new TableRow([row.Label, .. row.Cells], row.IsTotal))],
            spaceBefore: 0,
            Place,
            log
        );
    }

    /// <summary>The lines of the budget year; their totals stand in the summary.</summary>
    private static TableBlock? Details(CostTables cost, double width, UnprintableLog log)
    {
        TableRow[] rows =
        [
            .. cost
                .Personnel.Where(row => !row.IsTotal)
                .Select(row => new TableRow([row.Type, row.Number, row.Request])),
            .. cost
                .NonPersonnel.Where(row => !row.IsTotal)
                .Select(row => new TableRow([row.Item, row.Quantity, row.Request])),
        ];
        return rows.Length == 0 || cost.Years.Count == 0
            ? null
            : TableBlock.Of(
                [
                    new TableColumn(
                        $"What {cost.Years[0]} pays for",
                        width - NumberWidth - AmountWidth,
                        AlignRight: false
                    ),
                    new TableColumn("Number", NumberWidth, AlignRight: true),
                    new TableColumn("Thousands", AmountWidth, AlignRight: true),
                ],
                rows,
                spaceBefore: 10,
                Place,
                log
            );
    }
}
