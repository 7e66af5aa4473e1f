using ScrBudget.Documents;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Review.Deciding;

/// <summary>A ranking as a list for spreadsheets: whole dollars, in its order, with the running total.</summary>
public static class RankingSheet
{
    public static DataSheet Of(RankingReading reading) =>
        new(
            $"Ranks of {reading.Office?.Name ?? "all offices"}, {reading.Cycle.Year}",
            [
                reading.Cycle.IsWorkedExample
                    ? $"{reading.Cycle.MarkingBanner}. Illustrative."
                    : reading.Cycle.MarkingBanner,
                "Whole dollars of the budget year. What counts is OAO's amount where it decided, else the analyst's while the recommendation stands, else the request's.",
                reading.Target is { } target ? $"Target: {target}." : "No target is set.",
            ],
            [
                new("Rank", SheetColumnKind.WholeNumber),
                new("Office rank", SheetColumnKind.WholeNumber),
                new("Request"),
                new("Title"),
                new("Office"),
                new("Status"),
                new("Request ($)", SheetColumnKind.WholeNumber),
                new("Analyst ($)", SheetColumnKind.WholeNumber),
                new("OAO ($)", SheetColumnKind.WholeNumber),
                new("Counts ($)", SheetColumnKind.WholeNumber),
                new("Running total ($)", SheetColumnKind.WholeNumber),
            ],
            reading.Requests.Select(Row).ToAsyncEnumerable()
        );

    private static IReadOnlyList<SheetCell> Row(RankedRequest ranked) =>
        [
            ranked.Rank,
            ranked.OfficeRank,
            ranked.Request.Number,
            ranked.Request.Title,
            ranked.Request.OfficeName,
            ranked.Request.StatusWords,
            ranked.Request.Request.Dollars,
            Cell(ranked.Analyst),
            Cell(ranked.Oao),
            ranked.Counted.Dollars,
            ranked.Running.Total.Dollars,
        ];

    private static SheetCell Cell(Money? amount) => amount is { } given ? given.Dollars : SheetCell.Empty;
}
