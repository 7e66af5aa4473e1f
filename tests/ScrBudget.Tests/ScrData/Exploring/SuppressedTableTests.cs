using ScrBudget.Domain.ScrData.Exploring;

namespace ScrBudget.Tests.ScrData.Exploring;

public sealed class SuppressedTableTests
{
    private const TableTotals Both = TableTotals.Row | TableTotals.Column;

    [Fact]
    public void WithoutSmallNumbers_EverythingIsShown() =>
        Assert.Equal(
            ["10 20 30", "11 21 32", "21 41 62"],
            Shown(AddingUp(Both, [10, 20, 30], [11, 21, 32], [21, 41, 62]))
        );

    [Fact]
    public void OneSmallNumber_TakesTheSmallestOfItsRowAndColumnWithIt() =>
        Assert.Equal(
            ["small - 41", "- - 30", "21 50 71"],
            Shown(AddingUp(Both, [3, 38, 41], [18, 12, 30], [21, 50, 71]))
        );

    [Fact]
    public void TwoSmallNumbersOfARow_HideEachOther_ButNotInTheirColumns() =>
        Assert.Equal(
            ["small small 40 43", "- - 60 102", "24 21 100 145"],
            Shown(AddingUp(Both, [2, 1, 40, 43], [22, 20, 60, 102], [24, 21, 100, 145]))
        );

    /// <summary>A hidden 0 beside a hidden 5 that is not called small: their sum would say which is which.</summary>
    [Fact]
    public void PartnerThatCouldBeNoSmaller_IsPassedOver() =>
        Assert.Equal(["small 5 - 25"], Shown(AddingUp(TableTotals.Column, [0, 5, 20, 25])));

    /// <summary>The reader knows that a case has a report at least: 30 cases leave no room for fewer reports.</summary>
    [Fact]
    public void NumberOfCasesBesideAHiddenTotal_IsKnownToTheReader()
    {
        int?[][] numbers =
        [
            [0],
            [30],
            [40],
            [70],
        ];

        Assert.Equal(["small", "-", "40", "70"], Shown(SuppressedTable.AddingUp(numbers, TableTotals.Row)));
        Assert.Equal(
            ["small", "30", "-", "70"],
            Shown(SuppressedTable.AddingUp(numbers, TableTotals.Row, atLeast: [null, 30, 25, 60]))
        );
    }

    [Fact]
    public void WhatIsAbsent_IsNoSmallNumber_AndProtectsNone() =>
        Assert.Equal(
            ["absent", "absent", "200", "200"],
            Shown(
                SuppressedTable.AddingUp(
                    [
                        [null],
                        [null],
                        [200],
                        [200],
                    ],
                    TableTotals.Row
                )
            )
        );

    [Fact]
    public void SmallTotal_IsHidden_AndNothingElseHasToBe() =>
        Assert.Equal(["small small small"], Shown(AddingUp(TableTotals.Column, [1, 2, 3])));

    [Fact]
    public void OverlappingTotal_GoesWhereItIsTheFullSum_AndTheSmallNumberTheLargestOfItsKind()
    {
        Assert.Equal(["40 small 43"], Shown(Overlapping(TableTotals.Column, [40, 4, 43])));
        Assert.Equal(["40 small 43"], Shown(Overlapping(TableTotals.Column, [40, 3, 43])));
        Assert.Equal(["40 small -"], Shown(Overlapping(TableTotals.Column, [40, 4, 44])));
        Assert.Equal(["40 small small 47"], Shown(Overlapping(TableTotals.Column, [40, 4, 3, 47])));
    }

    [Fact]
    public void OverlappingTotals_ThatAddUpInTheirTurn_GoUpToTheLast() =>
        Assert.Equal(
            ["40 small -", "30 30 60", "70 - -"],
            Shown(Overlapping(Both, [40, 4, 44], [30, 30, 60], [70, 34, 104]))
        );

    private static SuppressedTable AddingUp(TableTotals totals, params int?[][] numbers) =>
        SuppressedTable.AddingUp(numbers, totals);

    private static SuppressedTable Overlapping(TableTotals totals, params int?[][] numbers) =>
        SuppressedTable.Overlapping(numbers, totals);

    private static IEnumerable<string> Shown(SuppressedTable table) =>
        Enumerable
            .Range(0, table.Rows)
            .Select(row =>
                string.Join(' ', Enumerable.Range(0, table.Columns).Select(column => Shown(table, row, column)))
            );

    private static string Shown(SuppressedTable table, int row, int column) =>
        table.Of(row, column) switch
        {
            Domain.ScrData.Exploring.Shown.Small => "small",
            Domain.ScrData.Exploring.Shown.Withheld => "-",
            Domain.ScrData.Exploring.Shown.Absent => "absent",
            _ => $"{table.Number(row, column)}",
        };
}
