using FsCheck.Xunit;
using ScrBudget.Domain.ScrData.Exploring;

namespace ScrBudget.Tests.ScrData.Exploring;

/// <summary>
/// What a reader can compute, found out by trying every table that agrees with what is shown: no small number is the same
/// in all of them.
/// </summary>
public sealed class SuppressedTablePropertyTests
{
    private const int Small = 3;
    private const TableTotals Both = TableTotals.Row | TableTotals.Column;

    /// <summary>Numbers up to here are tried for those that are hidden and not small.</summary>
    private const int Large = 14;

    [Property(MaxTest = 300)]
    public void NumbersThatAddUp_LeaveEverySmallOneOpen(int seed)
    {
        var random = new Random(seed);
        var cells = Cells(random, rows: random.Next(1, 3), columns: random.Next(1, 4));
        var totals = (TableTotals)random.Next(4);
        var numbers = WithSums(cells, totals);
        var table = SuppressedTable.AddingUp(Nullable(numbers), totals, Small);

        var readings = Tables(cells, table).Where(one => Agrees(WithSums(one, totals), table)).Take(20_000).ToList();

        AssertOpen(table, numbers, [.. readings.Select(one => WithSums(one, totals))]);
    }

    [Property(MaxTest = 200)]
    public void DistinctCases_LeaveEverySmallOneOpen(int seed)
    {
        var random = new Random(seed);
        var numbers = CasesOf(random);
        var table = SuppressedTable.Overlapping(Nullable(numbers), Both, Small);
        int[][] cells =
        [
            [.. numbers[0].Take(2)],
            [.. numbers[1].Take(2)],
        ];

        var readings = Tables(cells, table).SelectMany(WithUnions).Where(one => Agrees(one, table)).ToList();

        AssertOpen(table, numbers, readings);
    }

    [Property(MaxTest = 100)]
    public void NumbersThatAreLargeEnough_AreAllShown(int seed)
    {
        var random = new Random(seed);
        int[][] cells =
        [
            .. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 5).Select(_ => random.Next(Small, 99)).ToArray()),
        ];
        var table = SuppressedTable.AddingUp(Nullable(WithSums(cells, Both)), Both, Small);

        Assert.All(
            from row in Enumerable.Range(0, table.Rows)
            from column in Enumerable.Range(0, table.Columns)
            select table.Of(row, column),
            shown => Assert.Equal(Shown.Number, shown)
        );
    }

    private static void AssertOpen(SuppressedTable table, int[][] numbers, IReadOnlyList<int[][]> readings)
    {
        Assert.Contains(readings, reading => Same(reading, numbers));
        foreach (var (row, column) in Places(table).Where(place => table.Of(place.Row, place.Column) == Shown.Small))
        {
            Assert.True(
                readings.Select(reading => reading[row][column]).Distinct().Count() > 1,
                $"Row {row}, column {column} of {Text(numbers)} can only be {numbers[row][column]}; shown: {string.Join(' ', Places(table).Select(place => table.Of(place.Row, place.Column)))}"
            );
        }
    }

    private static int?[][] Nullable(int[][] numbers) =>
        [.. numbers.Select(row => row.Select(number => (int?)number).ToArray())];

    private static int[][] Cells(Random random, int rows, int columns) =>
        [
            .. Enumerable
                .Range(0, rows)
                .Select(_ => Enumerable.Range(0, columns).Select(_ => random.Next(0, 7)).ToArray()),
        ];

    /// <summary>Distinct cases of two rows and two columns, with their totals: some cases are in several cells.</summary>
    private static int[][] CasesOf(Random random)
    {
        var cases = Enumerable
            .Range(0, random.Next(1, 12))
            .Select(_ => random.Next(5) == 0 ? random.Next(1, 16) : 1 << random.Next(4))
            .ToList();
        return
        [
            [Count(1), Count(2), Count(3)],
            [Count(4), Count(8), Count(12)],
            [Count(5), Count(10), Count(15)],
        ];

        // Each cell is a bit; a total, its cells' bits.
        int Count(int bits) => cases.Count(one => (one & bits) != 0);
    }

    private static int[][] WithSums(int[][] cells, TableTotals totals)
    {
        IEnumerable<int[]> rows = cells;
        if (totals.HasFlag(TableTotals.Column))
        {
            rows = rows.Select(row => row.Append(row.Sum()).ToArray());
        }

        var list = rows.ToList();
        if (totals.HasFlag(TableTotals.Row))
        {
            list.Add([.. Enumerable.Range(0, list[0].Length).Select(column => list.Sum(row => row[column]))]);
        }

        return [.. list];
    }

    /// <summary>Every set of totals that numbers which may overlap can have.</summary>
    private static IEnumerable<int[][]> WithUnions(int[][] cells) =>
        from first in Unions(cells[0])
        from second in Unions(cells[1])
        from left in Unions([cells[0][0], cells[1][0]])
        from right in Unions([cells[0][1], cells[1][1]])
        from all in Unions([first, second]).Intersect(Unions([left, right]))
        select new int[][] { [.. cells[0], first], [.. cells[1], second], [left, right, all] };

    private static IEnumerable<int> Unions(int[] numbers) =>
        Enumerable.Range(numbers.Max(), numbers.Sum() - numbers.Max() + 1);

    /// <summary>What is shown of the cells is fixed; what is hidden may be anything that its words allow.</summary>
    private static IEnumerable<int[][]> Tables(int[][] cells, SuppressedTable table)
    {
        IEnumerable<int[][]> tables =
        [
            [.. cells.Select(row => row.ToArray())],
        ];
        for (var row = 0; row < cells.Length; row++)
        {
            for (var column = 0; column < cells[0].Length; column++)
            {
                var (atRow, atColumn) = (row, column);
                IEnumerable<int> possible = table.Of(row, column) switch
                {
                    Shown.Small => Enumerable.Range(0, Small),
                    Shown.Withheld => Enumerable.Range(Small, Large - Small),
                    _ => [cells[row][column]],
                };
                tables = tables.SelectMany(one => possible.Select(number => With(one, atRow, atColumn, number)));
            }
        }

        return tables;
    }

    private static int[][] With(int[][] table, int row, int column, int number)
    {
        int[][] changed = [.. table.Select(one => one.ToArray())];
        changed[row][column] = number;
        return changed;
    }

    private static bool Agrees(int[][] reading, SuppressedTable table) =>
        Places(table)
            .All(place =>
                table.Of(place.Row, place.Column) switch
                {
                    Shown.Small => reading[place.Row][place.Column] < Small,
                    Shown.Withheld => reading[place.Row][place.Column] >= Small,
                    _ => reading[place.Row][place.Column] == table.Number(place.Row, place.Column),
                }
            );

    private static IEnumerable<(int Row, int Column)> Places(SuppressedTable table) =>
        from row in Enumerable.Range(0, table.Rows)
        from column in Enumerable.Range(0, table.Columns)
        select (row, column);

    private static bool Same(int[][] one, int[][] other) =>
        one.Zip(other).All(rows => rows.First.SequenceEqual(rows.Second));

    private static string Text(int[][] numbers) => string.Join(" | ", numbers.Select(row => string.Join(' ', row)));
}
