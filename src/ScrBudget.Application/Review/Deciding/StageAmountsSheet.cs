using System.Globalization;
using ScrBudget.Documents;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Review.Deciding;

/// <summary>The amounts stage beside stage as a list for spreadsheets: whole dollars, with who gave each and on which day.</summary>
public static class StageAmountsSheet
{
    public static DataSheet Of(StageAmountsReading reading, TimeProvider time) =>
        new(
            $"Amounts by stage, {reading.Cycle.Year}",
            [
                Marking(reading),
                "Whole dollars of the budget year. The last amount of each stage is shown; an empty cell is a stage that has given none.",
            ],
            [
                new("Request"),
                new("Title"),
                new("Office"),
                new("Status"),
                .. reading.Stages.SelectMany(
                    IEnumerable<SheetColumn> (stage) =>
                        [
                            new($"{stage} ($)", SheetColumnKind.WholeNumber),
                            new($"{stage} (positions)", SheetColumnKind.WholeNumber),
                            new($"{stage} (FTE)", SheetColumnKind.WholeNumber),
                            new($"{stage}: by"),
                            new($"{stage}: on", SheetColumnKind.Date),
                        ]
                ),
                new("Removed downstream"),
            ],
            reading.Rows.Select(row => Row(row, time)).ToAsyncEnumerable()
        );

    private static string Marking(StageAmountsReading reading) =>
        reading.Cycle.IsWorkedExample ? $"{reading.Cycle.MarkingBanner}. Illustrative." : reading.Cycle.MarkingBanner;

    private static IReadOnlyList<SheetCell> Row(StageRow row, TimeProvider time) =>
        [
            row.Request.Number,
            row.Request.Title,
            row.Request.OfficeName,
            row.Request.StatusWords,
            .. row.Cells.SelectMany(cell => Cells(cell.Last, time)),
            string.Join(
                "; ",
                row.Request.Removals.Select(removal =>
                    $"{removal.Stage}, {StatisticWording.Date(removal.On)}: {removal.Reason}"
                )
            ),
        ];

    private static IEnumerable<SheetCell> Cells(StageEntry? entry, TimeProvider time) =>
        entry is null
            ? Enumerable.Repeat(SheetCell.Empty, 5)
            :
            [
                entry.Dollars.Dollars,
                entry.Positions is { } positions ? positions : SheetCell.Empty,
                entry.Fte is { } fte ? fte : SheetCell.Empty,
                entry.By,
                time.DayOf(entry.At),
            ];
}
